using Tidy.Core.Configuration;
using Tidy.Core.Git;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Builds;

/// <summary>One look at the paths on which a plan rests: the folders that phases list, <c>tidy.json</c>, what git tracks.</summary>
internal sealed class WatchedPaths
{
    /// <summary>
    /// Two changes within this time may leave the same time stamp: the kernel's clock for files moves 100 to 1000 times a second, that
    /// of Windows 64 times.
    /// </summary>
    public static readonly TimeSpan Granularity = TimeSpan.FromMilliseconds(20);

    /// <summary>A time without a fraction comes from a file system that counts in seconds (FAT in twos).</summary>
    private static readonly TimeSpan CoarseGranularity = TimeSpan.FromSeconds(2);

    private readonly List<KeyValuePair<string, GateStamp>> stamps;
    private readonly IReadOnlyList<string> ofGit;
    private readonly DateTimeOffset lookedAt;

    private WatchedPaths(List<KeyValuePair<string, GateStamp>> stamps, IReadOnlyList<string> ofGit, DateTimeOffset lookedAt)
    {
        this.stamps = stamps;
        this.ofGit = ofGit;
        this.lookedAt = lookedAt;
    }

    public IReadOnlyList<KeyValuePair<string, GateStamp>> Stamps => stamps;

    /// <summary>A change after this look would show: every stamp was older than the granularity of its clock.</summary>
    public bool IsSettled => stamps.TrueForAll(s => IsSettledAt(s.Value, lookedAt));

    public static WatchedPaths Look(RunRequest request, DateTimeOffset now)
    {
        List<string> paths = [request.Root.FullPath, request.Config.File ?? Path.Combine(request.Root.FullPath, WorkspaceRoot.ConfigFileName)];
        paths.AddRange(FoldersOfPhases(request.Config).Distinct(WorkspacePath.Comparer).Select(f => Path.Combine(request.Root.FullPath, f)));
        string[] git = GitFolder.Index(request.Root) is { } index ? [index, Path.Combine(request.Root.FullPath, IgnoreFile.Name)] : [];
        paths.AddRange(git);
        return new WatchedPaths([.. paths.Select(p => new KeyValuePair<string, GateStamp>(p, GateStamp.Of(p)))], git, now);
    }

    /// <summary>
    /// The same look without git's index and the ignore file. They tell only that a file which was spared for being tracked or ignored may move
    /// now; each commit changes the index, so where no file was spared it would cost a start for nothing.
    /// </summary>
    public WatchedPaths WithoutGit() => new(stamps.FindAll(s => !ofGit.Contains(s.Key)), ofGit: [], lookedAt);

    /// <summary>
    /// The folders whose entries phases judge, and the buckets of the archive. What changes further down shows at the next run that starts for
    /// another reason: to watch each folder of a large archive would cost more than it tells.
    /// </summary>
    public static IEnumerable<string> FoldersOfPhases(TidyConfig config)
    {
        foreach (Migration move in config.Migrations)
            yield return move.From;
        if (config.Docs is { } docs)
            yield return docs.Path;
        if (config.Runs is { } runs)
            yield return runs.Path;
        if (config.Archive is { IsTended: true } or { Buckets.Count: > 0 })
            yield return config.Archive.Path;
        foreach (string bucket in config.Archive.Buckets)
            yield return config.Archive.Folder(bucket);
        foreach (RequiredEntry entry in config.Required)
            yield return entry.Path.Value;
    }

    public static bool IsSettledAt(GateStamp stamp, DateTimeOffset now)
    {
        TimeSpan granularity = stamp.Ticks % TimeSpan.TicksPerSecond == 0 ? CoarseGranularity : Granularity;
        // A time in the future is no later change's time, unless that is very near.
        return (now.UtcTicks - stamp.Ticks) is var age && Math.Abs(age) > granularity.Ticks;
    }

    public bool IsSameAs(WatchedPaths other) => stamps.SequenceEqual(other.stamps);

    /// <summary>The same paths, none of which any later look can match.</summary>
    public IReadOnlyList<KeyValuePair<string, GateStamp>> AsChanged() => [.. stamps.Select(s => new KeyValuePair<string, GateStamp>(s.Key, GateStamp.Unknown))];
}
