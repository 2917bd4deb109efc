using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>
/// What undo does besides its entries: folders that the run had created go when they are empty; what came back goes on hold, so that the next
/// run does not do the same again. Undoing an undo lets the held ones go.
/// </summary>
internal sealed class UndoEffects(RunRequest request, RunServices services, RunRecord undone)
{
    public void Apply(List<Outcome> outcomes, QueueChanges changes)
    {
        for (int i = 0; i < outcomes.Count; i++)
        {
            // A folder that is there again is what undo wanted.
            if (outcomes[i] is { Status: EntryStatus.Skipped, Entry.Action: not PlanAction.CreateDir })
                outcomes[i] = outcomes[i] with { Code = Codes.UndoRefused };
        }

        foreach (JournalRecord made in undone.Made.Reverse())
            TakeAway(made);
        foreach (Outcome outcome in outcomes.Where(o => o.Status is EntryStatus.Moved or EntryStatus.Removed))
        {
            if (undone.Undoes is not null)
                changes.Release(outcome.Entry.Source);
            else if (Held(outcome) is { } held)
                changes.Put(held);
        }
    }

    /// <summary>The item that keeps a phase from planning again what was undone; null for what no phase would.</summary>
    private PendingMove? Held(Outcome outcome) => outcome.Entry.Action switch
    {
        PlanAction.Move or PlanAction.RestoreDuplicate => Held(outcome, outcome.Entry.Source, QueueActions.Move),
        PlanAction.Decompress => Held(outcome, outcome.Entry.Source, WireNames.Of(PlanAction.Compress)),
        PlanAction.CreateDir => Held(outcome, outcome.Destination!, WireNames.Of(PlanAction.RemoveEmptyDir)),
        _ => null,
    };

    private PendingMove? Held(Outcome outcome, WorkspacePath destination, string action)
    {
        WorkspacePath source = outcome.Destination!;
        if (!services.Files.Stat(request.Root.Resolve(source), out _).IsOk)
            return null; // a later entry of the undo took it on to where it had come from
        DateTimeOffset now = services.Clock.GetUtcNow();
        return new PendingMove
        {
            Id = PendingMoveId.Compute(source, destination, action),
            Source = source,
            Destination = destination,
            Action = action,
            Status = PendingStatus.Held,
            Reason = FailureReason.Unknown,
            FirstSeenAt = now,
            LastAttemptAt = now,
            NextEligibleAt = now,
            ManualReason = $"put back by undo of run {undone.Id}; stays until released or changed",
            BytesEstimate = outcome.Entry.Stat.Size,
            Cause = new Cause(request.Root, services.Files).Of(source, destination),
            Tags = PendingTags.For(rule: null),
        };
    }

    /// <summary>Only what the run made, only while it is empty or as we wrote it.</summary>
    private void TakeAway(JournalRecord made)
    {
        if (!WorkspacePath.TryParse(made.Path, out WorkspacePath? path, out _))
            return;
        string full = request.Root.Resolve(path);
        if (made.Type == JournalTypes.MakeFolder)
            services.Files.RemoveEmptyDirectory(full);
        else if (IgnoreFile.IsAllOf(Path.GetDirectoryName(full)!))
            services.Files.Remove(full);
    }
}
