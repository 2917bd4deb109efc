using Tidy.Core.Journal;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>One line of a plan: pure data, made by a phase, carried out by the mover.</summary>
public sealed record PlanEntry
{
    public required WorkspacePath Source { get; init; }

    /// <summary>Null only for entries that stay where they are, and for folders that go; what is made in place has its own path.</summary>
    public WorkspacePath? Destination { get; init; }

    public PlanAction Action { get; init; } = PlanAction.Move;

    /// <summary>Name of the phase that planned it: <c>retry</c>, <c>root</c>, ….</summary>
    public required string Phase { get; init; }

    /// <summary>Id of the rule that named it; null for a retry.</summary>
    public string? Rule { get; init; }

    /// <summary>
    /// The source as planning saw it; default where there was none. Where the source is the destination of an earlier entry: what
    /// will arrive there. Of a folder to remove or to make, its mode is what undo, or the run, gives it.
    /// </summary>
    public FileStat Stat { get; init; }

    public ConflictMode Conflict { get; init; }

    /// <summary><see cref="EntryStatus.Planned"/>, <see cref="EntryStatus.Protected"/>, <see cref="EntryStatus.Skipped"/> or <see cref="EntryStatus.Stale"/>.</summary>
    public EntryStatus Status { get; init; } = EntryStatus.Planned;

    /// <summary>Why: the rule's reason for a planned entry, what keeps it for a protected one.</summary>
    public string? Message { get; init; }

    /// <summary>The queue item that this entry retries.</summary>
    public PendingMove? Pending { get; init; }

    /// <summary>The planned destination differs from the rule's because that name was taken.</summary>
    public bool Renamed { get; init; }

    /// <summary>
    /// The entry this one must move together with (a database's <c>-wal</c> follows the database), or null. A unit's entries
    /// follow each other in the plan, its leader first.
    /// </summary>
    public WorkspacePath? UnitOf { get; init; }

    /// <summary>Git tracks it, or files in it: when it has moved, git's index follows.</summary>
    public bool IsTracked { get; init; }

    /// <summary>A person asked for this try: it counts as an attempt whatever the backoff.</summary>
    public bool IsAsked { get; init; }

    /// <summary>The retry phase found it still in use, and an attempt is due: it is counted without trying to move.</summary>
    public bool StillInUse { get; init; }

    /// <summary>When it is in use it is left with a message, and not queued: its phase plans it again.</summary>
    public bool LeaveIfInUse { get; init; }

    /// <summary>What <see cref="PlanAction.WriteIndex"/> and <see cref="PlanAction.CreateFile"/> write.</summary>
    public IFileContent? Content { get; init; }

    /// <summary>The write that <see cref="PlanAction.RestoreFile"/> takes back.</summary>
    public WrittenFile? Restores { get; init; }
}
