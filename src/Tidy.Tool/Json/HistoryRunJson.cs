using Tidy.Core.Journal;

namespace Tidy.Tool.Json;

internal sealed record HistoryRunJson(string RunId, string Command, DateTime StartedAt, int Moved, int Queued, int Failed)
{
    public required bool Interrupted { get; init; }

    public required string? Undoes { get; init; }

    public required string? UndoneBy { get; init; }

    public static HistoryRunJson Of(RunRecord run) => new(run.Id, run.Command, run.StartedAt.UtcDateTime, run.Done.Count, run.Queued, run.Failed)
    {
        Interrupted = run.IsInterrupted,
        Undoes = run.Undoes,
        UndoneBy = run.UndoneBy,
    };
}
