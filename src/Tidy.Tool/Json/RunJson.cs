using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Json;

/// <summary>The one object of <c>plan|apply|verify|retry|undo --format json</c>, schema version 1.</summary>
internal sealed record RunJson
{
    public const int Version = 1;

    public required int SchemaVersion { get; init; }

    public required string Command { get; init; }

    /// <summary>Null only when the run could not begin.</summary>
    public required string? RunId { get; init; }

    public required string? WorkspaceRoot { get; init; }

    public required DateTime StartedAt { get; init; }

    public required long DurationMs { get; init; }

    public required EntryJson[] Entries { get; init; }

    public required FindingJson[] Findings { get; init; }

    public required QueueJson Queue { get; init; }

    public required int ExitCode { get; init; }

    public static RunJson Of(RunResult result, ExitCode exit) => Of(result, exit, EntryJson.Of);

    /// <summary>The result as <c>--plan-out</c> writes it.</summary>
    public static RunJson ForPlanFile(RunResult result, ExitCode exit) => Of(result, exit, EntryJson.ForPlanFile);

    /// <summary>The result as it is kept beside the journal: without what simply happened, which the journal has.</summary>
    /// <returns>Null when the journal says it all.</returns>
    public static RunJson? BesideJournal(RunResult result, ExitCode exit)
    {
        List<Outcome> more = [];
        foreach (Outcome outcome in result.Entries)
        {
            if (outcome.Status is not (EntryStatus.Moved or EntryStatus.Removed))
                more.Add(outcome);
        }

        return more.Count + result.Findings.Count == 0 ? null : Of(result with { Entries = more }, exit);
    }

    /// <summary>What is printed when the run ended without a result.</summary>
    public static RunJson OfFailure(string command, string? root, Finding finding, (DateTimeOffset StartedAt, ExitCode Code) end) => new()
    {
        SchemaVersion = Version,
        Command = command,
        RunId = null,
        WorkspaceRoot = root,
        StartedAt = end.StartedAt.UtcDateTime,
        DurationMs = 0,
        Entries = [],
        Findings = [FindingJson.Of(finding)],
        Queue = QueueJson.Empty,
        ExitCode = (int)end.Code,
    };

    private static RunJson Of(RunResult result, ExitCode exit, Func<Outcome, EntryJson> entry) => new()
    {
        SchemaVersion = Version,
        Command = WireNames.Of(result.Command),
        RunId = result.RunId,
        WorkspaceRoot = result.Root.FullPath,
        StartedAt = result.StartedAt.UtcDateTime,
        DurationMs = (long)result.Duration.TotalMilliseconds,
        Entries = [.. result.Entries.Select(entry)],
        Findings = [.. result.Findings.Select(FindingJson.Of)],
        Queue = QueueJson.Of(result.Queue, result.MovedFromQueue),
        ExitCode = (int)exit,
    };
}
