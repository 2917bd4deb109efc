using Tidy.Core;
using Tidy.Core.Activity;
using Tidy.Core.Journal;

namespace Tidy.Pages.Overviews;

/// <summary>
/// The runs that are remembered, the newest first. Journals know what moved and are kept for the last runs that changed something; the activity log
/// knows numbers, waits and attempts, and also of runs that only waited. A run that both know is one.
/// </summary>
internal sealed class PastRuns
{
    /// <summary>A run can have moved ten thousand files; <c>dotnet tidy history RUN</c> tells all.</summary>
    private const int ActionsShown = 100;

    private readonly Dictionary<string, RunOverview> runs = [];

    private PastRuns(IReadOnlyList<RunActivity> activity) =>
        Attempts = [.. activity.SelectMany(run => run.Attempts.Select(a => Of(run, a)))];

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<AttemptOverview> Attempts { get; }

    public IReadOnlyList<RunOverview> NewestFirst => [.. runs.Values.OrderByDescending(r => r.Id, StringComparer.Ordinal)];

    public static PastRuns Of(IReadOnlyList<RunRecord> journals, IReadOnlyList<RunActivity> activity)
    {
        var past = new PastRuns(activity);
        foreach (RunRecord record in journals)
            past.runs[record.Id] = Of(record);
        foreach (RunActivity run in activity)
            past.runs[run.RunId] = past.runs.TryGetValue(run.RunId, out RunOverview? known) ? With(known, run) : With(Of(run), run);
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

    private static RunOverview Of(RunActivity run) => new()
    {
        Id = run.RunId,
        Command = run.Command,
        StartedAt = run.StartedAt.UtcDateTime,
        Moved = run.Moved,
        Removed = run.Removed,
        Queued = run.Queued,
        Failed = run.Failed,
    };

    private static RunOverview With(RunOverview run, RunActivity activity) => run with
    {
        DurationMs = (long)activity.Duration.TotalMilliseconds,
        ExitCode = (int)activity.Exit,
        WaitedMs = activity.Waited > TimeSpan.Zero ? (long)activity.Waited.TotalMilliseconds : null,
        GaveUp = activity.GaveUp,
    };

    private static AttemptOverview Of(RunActivity run, AttemptActivity attempt) =>
        new(attempt.ItemId, attempt.Source, run.StartedAt.UtcDateTime, run.RunId, WireNames.Of(attempt.Result), attempt.Attempt)
        {
            Reason = WireNames.Of(attempt.Reason),
            Holder = attempt.Holder,
        };
}
