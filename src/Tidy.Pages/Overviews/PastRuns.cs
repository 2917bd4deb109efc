using Tidy.Core;
using Tidy.Core.Journal;
using Tidy.Core.Workspaces;

namespace Tidy.Pages.Overviews;

/// <summary>The runs that are remembered, the newest first.</summary>
internal sealed class PastRuns
{
    /// <summary>Older ones are not shown one by one.</summary>
    public const int Shown = 200;

    /// <summary>A run can have moved ten thousand files; <c>dotnet tidy history RUN</c> tells all.</summary>
    private const int ActionsShown = 100;

    private readonly Dictionary<string, RunOverview> runs = [];

    public required IReadOnlyList<AttemptOverview> Attempts { get; init; }

    public IReadOnlyList<RunOverview> Runs => [.. runs.Values.OrderByDescending(r => r.Id, StringComparer.Ordinal)];

    public static PastRuns Read(WorkspaceRoot root)
    {
        var past = new PastRuns { Attempts = [] };
        foreach (RunRecord record in RunHistory.List(root))
            past.runs[record.Id] = Of(record);
        return past;
    }

    private static RunOverview Of(RunRecord run)
    {
        RunTally tally = RunTally.Of(run);
        return new RunOverview
        {
            Id = run.Id,
            Command = run.Command,
            StartedAt = run.StartedAt.UtcDateTime,
            Moved = tally.Moved,
            Removed = tally.Removed,
            Queued = tally.Queued,
            Failed = tally.Failed,
            Undoes = run.Undoes,
            UndoneBy = run.UndoneBy,
            IsInterrupted = run.IsInterrupted,
            CanUndo = run.Done.Count > 0 && run is not { UndoneBy: not null, NotUndone.Count: 0 },
            Actions = [.. run.Actions.Take(ActionsShown).Select(Of)],
            ActionsTotal = run.Actions.Count,
        };
    }

    private static RunActionOverview Of(RunAction action) => new(action.Action, action.Source, WireNames.Of(action.Status))
    {
        Dest = action.Destination,
        Reason = action.Reason,
    };
}
