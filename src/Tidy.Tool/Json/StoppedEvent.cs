namespace Tidy.Tool.Json;

/// <summary>Last line of <c>watch --format jsonl</c>.</summary>
internal sealed record StoppedEvent(int ExitCode);
