using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>
/// What undo does besides moving back: restored sources go on hold, so that the next run does not move them again; folders that the
/// run had created go when they are empty. Undoing an undo lets the held ones go.
/// </summary>
internal sealed class UndoEffects(RunRequest request, RunServices services, RunRecord undone)
{
    public void Apply(List<Outcome> outcomes, QueueChanges changes)
    {
        foreach (Outcome outcome in outcomes.Where(o => o.Status is EntryStatus.Moved or EntryStatus.Removed))
        {
            if (undone.Undoes is null)
                changes.Put(Held(outcome));
            else
                changes.Release(outcome.Entry.Source);
        }

        for (int i = 0; i < outcomes.Count; i++)
        {
            if (outcomes[i].Status == EntryStatus.Skipped)
                outcomes[i] = outcomes[i] with { Code = Codes.UndoRefused };
        }

        foreach (JournalRecord made in undone.Made.Reverse())
            TakeAway(made);
    }

    private PendingMove Held(Outcome outcome)
    {
        WorkspacePath source = outcome.Destination!;
        DateTimeOffset now = services.Clock.GetUtcNow();
        return new PendingMove
        {
            Id = PendingMoveId.Compute(source, outcome.Entry.Source, "move"),
            Source = source,
            Destination = outcome.Entry.Source,
            Status = PendingStatus.Held,
            Reason = FailureReason.Unknown,
            FirstSeenAt = now,
            LastAttemptAt = now,
            NextEligibleAt = now,
            ManualReason = $"moved back by undo of run {undone.Id}; stays until released or changed",
            BytesEstimate = outcome.Entry.Stat.Size,
            Cause = new Cause(request.Root, services.Files).Of(source, outcome.Entry.Source),
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
        else if (IgnoreFile.IsOurs(full) && IsAlone(full))
            services.Files.Remove(full);
    }

    /// <summary>While anything else is in the folder, the ignore file keeps it out of version control.</summary>
    private static bool IsAlone(string file) => Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(file)!).Take(2).Count() == 1;
}
