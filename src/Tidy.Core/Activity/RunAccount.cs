using Tidy.Core.Planning;
using Tidy.Core.Queue;

namespace Tidy.Core.Activity;

/// <summary>Counts up what one run did.</summary>
internal static class RunAccount
{
    /// <param name="closings">Queue items that ended without a try.</param>
    public static RunActivity Of(RunResult run, IEnumerable<QueueClosing> closings)
    {
        List<AttemptActivity> attempts = [.. run.Entries.Select(AttemptOf).OfType<AttemptActivity>()];
        attempts.AddRange(closings.Where(c => c.Ending == PendingStatus.Abandoned).Select(c => Attempt(c.Item, AttemptResult.Abandoned, c.Item.AttemptCount)));
        return new RunActivity
        {
            RunId = run.RunId,
            Command = WireNames.Of(run.Command),
            StartedAt = run.StartedAt,
            Duration = run.Duration,
            Exit = run.Exit,
            Moved = run.Entries.Count(o => o.Status == EntryStatus.Moved),
            Removed = run.Entries.Count(o => o.Status == EntryStatus.Removed),
            Queued = run.Entries.Count(o => o is { Status: EntryStatus.Queued, Entry.Pending: null }),
            Failed = run.Entries.Count(o => o.Status == EntryStatus.Failed),
            Bytes = run.Entries.Where(o => o.Status == EntryStatus.Moved).Sum(o => o.Entry.Stat.Size),
            GaveUp = run.Findings.Any(f => f.Code == Codes.WorkspaceBusy),
            Attempts = attempts,
        };
    }

    /// <summary>A run that found nothing to do is not worth a line, nor a write.</summary>
    public static bool IsNotable(RunActivity run, bool isRecorded) =>
        isRecorded || run.Attempts.Count > 0 || run.Failed > 0 || run.GaveUp || run.Exit == ExitCode.Unexpected || run.Waited >= LockWaits.Notable;

    private static AttemptActivity? AttemptOf(Outcome outcome) => outcome switch
    {
        { Status: EntryStatus.Moved or EntryStatus.Removed, Entry.Pending: { } was } => Attempt(was, AttemptResult.Moved, was.AttemptCount + 1),
        { Status: EntryStatus.Queued, Code: not null, Pending: { } item } => Attempt(item, ResultOf(outcome, item), item.AttemptCount),
        _ => null, // without a code it was a probe, which counts for nothing
    };

    private static AttemptResult ResultOf(Outcome outcome, PendingMove item) => item.Status switch
    {
        PendingStatus.Abandoned => AttemptResult.Abandoned,
        PendingStatus.NeedsManual => AttemptResult.NeedsManual,
        _ => outcome.Entry.Pending is null ? AttemptResult.Queued : AttemptResult.Waiting,
    };

    private static AttemptActivity Attempt(PendingMove item, AttemptResult result, int attempt) =>
        new(item.Id, item.Source.Value, result, item.Reason, attempt, item.Holders is [var holder, ..] ? holder.Name : null);
}
