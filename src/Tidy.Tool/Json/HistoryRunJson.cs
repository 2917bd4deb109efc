using Tidy.Core.Journal;

namespace Tidy.Tool.Json;

internal sealed record HistoryRunJson(string RunId, string Command, DateTime StartedAt, int Moved, int Queued, int Failed)
{
    public required int Removed { get; init; }

    /// <summary>Done, and neither moved nor removed.</summary>
    public required int Other { get; init; }

    public required bool Interrupted { get; init; }

    public required string? Undoes { get; init; }

    public required string? UndoneBy { get; init; }

    public static HistoryRunJson Of(RunRecord run)
    {
        RunTally tally = RunTally.Of(run);
        return new(run.Id, run.Command, run.StartedAt.UtcDateTime, tally.Moved, tally.Queued, tally.Failed)
        {
            Removed = tally.Removed,
            Other = tally.Other,
            Interrupted = run.IsInterrupted,
            Undoes = run.Undoes,
            UndoneBy = run.UndoneBy,
        };
    }
}
