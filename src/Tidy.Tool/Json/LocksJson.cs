namespace Tidy.Tool.Json;

/// <summary>The one object of <c>locks --format json</c>.</summary>
internal sealed record LocksJson(int SchemaVersion, string Command, PathUseJson[] Paths, int ExitCode);
