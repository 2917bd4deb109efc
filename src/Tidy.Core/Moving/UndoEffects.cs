using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>
/// What undo does besides its entries: folders that the run had created go when they are empty; what came back goes on hold, so that the next
/// run does not do the same again. Undoing an undo lets the held ones go. Of an undo that was interrupted, recovery does it.
/// </summary>
internal sealed class UndoEffects(WorkspaceRoot root, IOsFiles files, TimeProvider clock, RunRecord undone)
{
    /// <summary>Only what the run made, only while it is empty or as we wrote it. For an undo that has come to its end: what is left of it may need the folders.</summary>
    public void TakeAwayFolders()
    {
        foreach (JournalRecord made in undone.Made.Reverse())
            TakeAway(made);
    }

    /// <param name="reversals">What the undo carried out.</param>
    public void Hold(IEnumerable<Reversal> reversals, QueueChanges changes)
    {
        foreach (Reversal reversal in reversals)
        {
            if (undone.Undoes is not null)
                changes.Release(reversal.Source);
            else if (Held(reversal) is { } held)
                changes.Put(held);
        }
    }

    /// <summary>The item that keeps a phase from planning again what was undone; null for what no phase would.</summary>
    private PendingMove? Held(Reversal reversal) => reversal.Action switch
    {
        PlanAction.Move or PlanAction.RestoreDuplicate => Held(reversal, reversal.Source, QueueActions.Move),
        PlanAction.Decompress => Held(reversal, reversal.Source, WireNames.Of(PlanAction.Compress)),
        PlanAction.CreateDir => Held(reversal, reversal.Destination, WireNames.Of(PlanAction.RemoveEmptyDir)),
        _ => null,
    };

    private PendingMove? Held(Reversal reversal, WorkspacePath destination, string action)
    {
        WorkspacePath source = reversal.Destination;
        if (!files.Stat(root.Resolve(source), out _).IsOk)
            return null; // a later entry of the undo took it on to where it had come from
        DateTimeOffset now = clock.GetUtcNow();
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
            BytesEstimate = reversal.Bytes,
            Cause = new Cause(root, files).Of(source, destination),
            Tags = PendingTags.For(rule: null),
        };
    }

    private void TakeAway(JournalRecord made)
    {
        if (!WorkspacePath.TryParse(made.Path, out WorkspacePath? path, out _))
            return;
        string full = root.Resolve(path);
        if (made.Type == JournalTypes.MakeFolder)
            files.RemoveEmptyDirectory(full);
        else if (IgnoreFile.IsAllOf(Path.GetDirectoryName(full)!))
            files.Remove(full);
    }
}
