using Tidy.Core.Configuration;
using Tidy.Core.Moving;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Watching;

/// <summary>
/// The queued files and folders that move as soon as they are free, in the order of the queue; also those that were given up, which a run
/// moves too when they are free.
/// </summary>
internal sealed class WaitingFiles(RunServices services, WorkspaceRoot root)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly long start = services.Clock.GetTimestamp();
    private readonly Dictionary<WorkspacePath, (TimeSpan Until, TimeSpan Pause)> reluctant = [];
    private HashSet<WorkspacePath> known = [];
    private InUsePolicy policy;

    public IReadOnlyList<WorkspacePath> Paths { get; private set; } = [];

    /// <summary>When an attempt becomes due, or an item too old; <see cref="DateTimeOffset.MaxValue"/> for never.</summary>
    public DateTimeOffset DueAt { get; private set; } = DateTimeOffset.MaxValue;

    private TimeSpan Now => services.Clock.GetElapsedTime(start);

    public void Load(PendingQueue queue, TidyConfig config)
    {
        policy = config.InUse;
        Paths = [.. queue.Snapshot().Where(Waits).Select(i => i.Source).Distinct()]; // a file may wait for several destinations
        known = [.. Paths];
        foreach (WorkspacePath gone in reluctant.Keys.Where(path => !known.Contains(path)).ToArray())
            reluctant.Remove(gone);
        DueAt = DateTimeOffset.MaxValue;
        foreach (PendingMove item in queue.Items.Where(i => i.Status == PendingStatus.Pending))
        {
            DateTimeOffset tooOld = item.FirstSeenAt + config.Queue.AbandonAfter, next = item.NextEligibleAt < tooOld ? item.NextEligibleAt : tooOld;
            DueAt = next < DueAt ? next : DueAt;
        }
    }

    /// <summary>The first of them that is free, or null. A probe counts for nothing and leaves no trace.</summary>
    /// <param name="asked">All or some of <see cref="Paths"/>; what does not wait any more is not looked at.</param>
    /// <param name="probed">Hears of each at once, since a probe looks like a release to whoever watches the file.</param>
    public WorkspacePath? FindFree(IEnumerable<WorkspacePath> asked, Action<WorkspacePath> probed)
    {
        foreach (WorkspacePath path in asked)
        {
            if (!known.Contains(path) || IsReluctant(path))
                continue;
            bool isFree = IsFree(path);
            probed(path);
            if (isFree)
                return path;
        }

        return null;
    }

    /// <summary>
    /// A run left it though it was free: the system refuses the move, or a file that moves together with it is in use. It is not asked again for a
    /// second, then two, and up to five minutes, so that no probe and run follow each other for ever.
    /// </summary>
    public void WasLeft(WorkspacePath path)
    {
        if (!known.Contains(path))
            return;
        TimeSpan pause = reluctant.TryGetValue(path, out var last) ? last.Pause * 2 : ShortestPause;
        pause = pause < LongestPause ? pause : LongestPause;
        reluctant[path] = (Now + pause, pause);
    }

    /// <summary>Somebody let go of them: those that a run left are asked again within a second.</summary>
    public void WereClosed(IEnumerable<WorkspacePath> paths)
    {
        foreach (WorkspacePath path in paths)
        {
            if (reluctant.TryGetValue(path, out var left))
                reluctant[path] = (left.Until - left.Pause + ShortestPause, ShortestPause);
        }
    }

    private static bool Waits(PendingMove item) =>
        item is { Reason: FailureReason.Locked, Action: QueueActions.Move, Status: not (PendingStatus.Held or PendingStatus.Succeeded) };

    private bool IsReluctant(WorkspacePath path) => reluctant.TryGetValue(path, out var left) && left.Until > Now;

    /// <summary>One that is gone is free as well: the run takes it out of the queue.</summary>
    private bool IsFree(WorkspacePath path)
    {
        string full = root.Resolve(path);
        return !services.Files.Stat(full, out FileStat stat).IsOk || Probe.Use(services.Files, full, stat.Kind, policy) == FileUse.Free;
    }
}
