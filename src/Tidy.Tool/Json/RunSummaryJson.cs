using Tidy.Tool.Engine;

namespace Tidy.Tool.Json;

internal sealed record RunSummaryJson(string RunId, string Command, DateTime StartedAt, int Moved, int Queued, int Failed)
{
    public required string? UndoneBy { get; init; }

    public static RunSummaryJson Of(RunSummary run) =>
        new(run.Id, run.Command, run.StartedAt.UtcDateTime, run.Moved, run.Queued, run.Failed) { UndoneBy = run.UndoneBy };
}
