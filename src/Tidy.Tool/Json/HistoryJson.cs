using Tidy.Core.Journal;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Json;

/// <summary>The one object of <c>history --format json</c>. Only of one run that was asked for, the others are not null.</summary>
/// <param name="Moves">What can be undone; <see cref="Actions"/> has all.</param>
internal sealed record HistoryJson(int SchemaVersion, string Command, HistoryRunJson[] Runs, RunMoveJson[]? Moves, int ExitCode)
{
    public RunActionJson[]? Actions { get; init; }

    /// <summary>Folders that the run made.</summary>
    public string[]? Folders { get; init; }

    /// <summary>As in the run's own report; null when none was kept, as <see cref="Findings"/>.</summary>
    public EntryJson[]? Queued { get; init; }

    public FindingJson[]? Findings { get; init; }

    public static HistoryJson OfList(IReadOnlyList<RunRecord> runs) => new(RunJson.Version, "history", [.. runs.Select(HistoryRunJson.Of)], null, 0);

    public static HistoryJson OfRun(PastRun past)
    {
        RunMoveJson[] moves = [.. past.Run.Done.Select(RunMoveJson.Of)];
        return new HistoryJson(RunJson.Version, "history", [HistoryRunJson.Of(past.Run)], moves, 0)
        {
            Actions = [.. past.Run.Actions.Select(RunActionJson.Of)],
            Folders = [.. past.Run.Folders],
            Queued = past.KnowsTheRest ? [.. past.Queued] : null,
            Findings = past.KnowsTheRest ? [.. past.Findings] : null,
        };
    }
}
