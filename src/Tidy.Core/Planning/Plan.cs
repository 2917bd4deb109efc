using Tidy.Core.Git;
using Tidy.Core.Journal;

namespace Tidy.Core.Planning;

/// <summary>What a run would do, in order, and what a person should know. A preview and the real run get the same one.</summary>
public sealed record Plan(IReadOnlyList<PlanEntry> Entries, IReadOnlyList<Finding> Findings, IReadOnlyList<QueueClosing> Closings)
{
    /// <summary>A plan made then, of the same workspace, may say something else: something is old enough.</summary>
    public DateTimeOffset DueAt { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>Of an undo: the run that it reverses.</summary>
    public RunRecord? Undoes { get; init; }

    /// <summary>What git said when the plan was made; null when nothing had to be asked.</summary>
    internal TrackedFiles? Git { get; init; }

    /// <summary>What git's index has of the tracked files that move; null when nobody asked.</summary>
    internal GitIndex? Index { get; init; }

    /// <summary>Something would move, count as an attempt, or end in the queue.</summary>
    public bool HasWork => Closings.Count > 0 || Entries.Any(e => e.Status == EntryStatus.Planned);

    /// <summary>Entries that would change the disk.</summary>
    public IEnumerable<PlanEntry> Actions => Entries.Where(e => e.Status == EntryStatus.Planned && !e.StillInUse);
}
