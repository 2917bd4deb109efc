using Tidy.Core.Configuration;
using Tidy.Core.Holders;
using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Reports;

/// <summary>
/// Looks at what is in the way of queued moves: the disk, a probe of each locked file, and one look at the system's processes for all of
/// them. What an item remembers of its holders may be of an earlier boot; it counts only where the system does not tell more.
/// </summary>
internal sealed class ObstacleSearch(WorkspaceRoot root, TidyConfig config, RunServices services)
{
    /// <summary>A person waits for the report; who else holds a file is worth that much and not more.</summary>
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(2);

    private readonly LinkGuard guard = new(root, services.Files);
    private readonly Cause cause = new(root, services.Files);
    private readonly Lazy<SqliteUnits> units = new(() => new SqliteUnits(RootListing.Read(root)));
    private readonly string? bootId = services.Processes.BootId;

    /// <summary>Of each source that is not free: the file that is in use, which can be one that moves with it, and what the probe said.</summary>
    private readonly Dictionary<PendingMove, (string Path, FileUse Use)> inUse = new(SameMove.Comparer);

    /// <summary>One answer for each item, in the same order.</summary>
    public IReadOnlyList<Obstacle> Find(IReadOnlyList<PendingMove> items)
    {
        Obstacle?[] found = [.. items.Select(ByTheDisk)];
        var holders = inUse.Count == 0 ? new Dictionary<string, IReadOnlyList<Holder>>() : services.Processes.FindHolders([.. inUse.Values.Select(u => u.Path)], Budget);
        return [.. items.Select((item, n) => found[n] ?? ByTheSystem(item, holders))];
    }

    /// <summary>Null when the processes of the system decide.</summary>
    private Obstacle? ByTheDisk(PendingMove item)
    {
        if (item.Status == PendingStatus.Held || guard.ProblemOf(item.Source) is not null)
            return Obstacle.Of(ObstacleKind.Unchanged);
        string path = root.Resolve(item.Source);
        OsCode code = services.Files.Stat(path, out FileStat stat);
        if (!code.IsOk)
            return Obstacle.Of(FailureClassifier.Classify(services.Files.Family, code) == FailureReason.MissingSource ? ObstacleKind.Gone : ObstacleKind.Unchanged);
        if (item.Reason != FailureReason.Locked)
            return Obstacle.Of(cause.HasChanged(item) ? ObstacleKind.Changed : ObstacleKind.Unchanged);
        if (InUse(item, path, stat.Kind) is not { } found)
            return Obstacle.Of(ObstacleKind.Free);
        inUse[item] = found;
        return null;
    }

    /// <summary>A database is in use as long as one of the files is that move with it. Null when all are free.</summary>
    private (string Path, FileUse Use)? InUse(PendingMove item, string path, FileKind kind)
    {
        FileUse use = Probe.Use(services.Files, path, kind, config.InUse);
        if (use != FileUse.Free)
            return (path, use);
        foreach (WorkspacePath companion in kind == FileKind.File ? units.Value.CompanionsOf(item.Source) : [])
        {
            string other = root.Resolve(companion);
            use = services.Files.ProbeUse(other, config.InUse);
            if (use != FileUse.Free)
                return (other, use);
        }

        return null;
    }

    private Obstacle ByTheSystem(PendingMove item, IReadOnlyDictionary<string, IReadOnlyList<Holder>> holders)
    {
        (string path, FileUse use) = inUse[item];
        if (holders.TryGetValue(path, out IReadOnlyList<Holder>? now) && now.Count > 0)
            return new(ObstacleKind.Held, now);
        List<Holder> remembered = [.. item.Holders.Where(h => IsOfThisBoot(item) && services.Processes.IsRunning(h))];
        if (remembered.Count > 0)
            return new(ObstacleKind.Held, remembered);
        // A probe that could not tell, and all that were known to hold it have ended: it is worth a try.
        return Obstacle.Of(use == FileUse.Unknown && item.Holders.Count > 0 ? ObstacleKind.Free : ObstacleKind.HeldByUnknown);
    }

    private bool IsOfThisBoot(PendingMove item) => item.BootId is null || item.BootId == bootId;
}
