namespace Tidy.Tool.Json;

/// <summary>The one object of <c>history --format json</c>; <see cref="Moves"/> is null unless one run was asked for.</summary>
internal sealed record HistoryJson(int SchemaVersion, string Command, HistoryRunJson[] Runs, RunMoveJson[]? Moves, int ExitCode);
