using System.Runtime.Versioning;
using System.Text;
using Tidy.Core.Workspaces;
using static Tidy.Core.Watching.Inotify;

namespace Tidy.Core.Watching;

/// <summary>
/// Linux tells: of new and finished files in the watched folders, and of every close of a waiting file. What it does not tell (a lock that
/// is given back without a close, a change that another machine made on a network file system) is found by the watch's probes.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class InotifySignal : IChangeSignal
{
    /// <summary>
    /// More files than these wait for the watch's probes alone. Each probe closes the file and so adds an event to a queue that
    /// holds 16,384 by default (/proc/sys/fs/inotify/max_queued_events): a run over all of them must fit.
    /// </summary>
    public const int MostFiles = 4096;

    private const uint FolderMask = CloseWrite | MovedFrom | MovedTo | Create | Delete | DeleteSelf | MoveSelf | OnlyFolder | ExceptUnlinked;
    private const uint FileMask = CloseWrite | CloseNoWrite | DeleteSelf | MoveSelf | NoFollow;

    /// <summary>A few hours: the most that poll(2) takes are 24 days.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private readonly Inotify inotify;
    private readonly HashSet<WorkspacePath> closed = [];
    private Dictionary<int, InotifyTarget> watched = [];
    private WatchEvents events;

    private InotifySignal(Inotify inotify) => this.inotify = inotify;

    public bool IsTold => true;

    /// <returns>Null when the system gives no instance, with the errno on this thread.</returns>
    public static InotifySignal? TryOpen() => Inotify.TryOpen() is { } inotify ? new InotifySignal(inotify) : null;

    public string? Watch(WatchTargets targets)
    {
        Dictionary<int, InotifyTarget> before = watched;
        watched = [];
        string? problem = WatchFolders(targets);
        foreach (WorkspacePath file in targets.Waiting.Take(MostFiles))
            problem ??= Add(targets.Root.Resolve(file), FileMask, target => target.Waiting.Add(file));
        foreach (int watch in before.Keys.Where(w => !watched.ContainsKey(w)))
            inotify.Remove(watch);
        return problem;
    }

    public WatchNews Wait(TimeSpan timeout, CancellationToken cancel)
    {
        using CancellationTokenRegistration waking = cancel.Register(inotify.Wake);
        long start = Environment.TickCount64;
        for (TimeSpan left = timeout; ; left = timeout - TimeSpan.FromMilliseconds(Environment.TickCount64 - start))
        {
            inotify.Read(Hear);
            bool isOver = timeout != Timeout.InfiniteTimeSpan && left <= TimeSpan.Zero;
            if (events != WatchEvents.None || isOver || cancel.IsCancellationRequested)
                return TakeNews();
            inotify.Sleep(timeout == Timeout.InfiniteTimeSpan ? -1 : (int)Math.Ceiling((left < LongestSleep ? left : LongestSleep).TotalMilliseconds));
        }
    }

    public void ForgetClosed()
    {
        inotify.Read(Hear);
        events &= ~WatchEvents.Closed;
        closed.Clear();
    }

    public void ForgetClosed(WorkspacePath probed)
    {
        inotify.Read(Hear);
        if (closed.Count == 0)
            return;
        // A file is closed under all its names, and in all the waiting folders around it.
        HashSet<WorkspacePath> same = [probed, .. watched.Values.Where(t => t.Waiting.Contains(probed)).SelectMany(t => t.Waiting)];
        closed.RemoveWhere(one => same.Contains(one) || one.IsWithin(probed) || probed.IsWithin(one));
        if (closed.Count == 0)
            events &= ~WatchEvents.Closed;
    }

    public void Dispose() => inotify.Dispose();

    private WatchNews TakeNews()
    {
        if (events == WatchEvents.None)
            return WatchNews.Nothing;
        WatchNews news = new(events, [.. closed]);
        events = WatchEvents.None;
        closed.Clear();
        return news;
    }

    private string? WatchFolders(WatchTargets targets)
    {
        string? problem = AddFile(targets.ConfigFile, WatchEvents.Config) ?? AddFile(targets.Root.QueuePath, WatchEvents.Queue);
        foreach (string folder in targets.Folders)
            problem ??= AddFolder(Existing(folder, targets.Root), target => target.HasClutter = true);
        return problem;
    }

    /// <summary>By its folder: a file that is saved by a rename is another one each time.</summary>
    private string? AddFile(string path, WatchEvents meaning) =>
        AddFolder(Path.GetDirectoryName(path)!, target => target.Names.Add(new(Encoding.UTF8.GetBytes(Path.GetFileName(path)), meaning)));

    private string? AddFolder(string path, Action<InotifyTarget> change) => Add(path, FolderMask, change);

    /// <summary>What is not there cannot be watched; the folder in which it will appear can.</summary>
    private static string Existing(string folder, WorkspaceRoot root)
    {
        while (folder.Length > root.FullPath.Length && !Directory.Exists(folder))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    /// <summary>The same file or folder may be wanted for several reasons; it has one watch, whose mask grows.</summary>
    private string? Add(string path, uint mask, Action<InotifyTarget> change)
    {
        int watch = inotify.Add(path, mask | AddToMask);
        if (watch == -ENOSPC)
            return "the system allows no more inotify watches (sysctl fs.inotify.max_user_watches)";
        if (watch < 0)
            return null; // Gone, or not ours to look at: the probes and the runs tell.
        if (!watched.TryGetValue(watch, out InotifyTarget? target))
            watched.Add(watch, target = new InotifyTarget());
        change(target);
        return null;
    }

    private void Hear(int watch, uint mask, ReadOnlySpan<byte> name)
    {
        if ((mask & Overflow) != 0)
            events |= WatchEvents.Anything;
        else if (watched.TryGetValue(watch, out InotifyTarget? target))
            events |= target.Waiting.Count > 0 ? HearOfFile(target, mask) | HearOfFolder(target, mask, name) : HearOfFolder(target, mask, name);
    }

    private WatchEvents HearOfFile(InotifyTarget target, uint mask)
    {
        if ((mask & (CloseWrite | CloseNoWrite | DeleteSelf | MoveSelf)) == 0)
            return WatchEvents.None;
        closed.UnionWith(target.Waiting);
        return WatchEvents.Closed;
    }

    private static WatchEvents HearOfFolder(InotifyTarget target, uint mask, ReadOnlySpan<byte> name)
    {
        if (!target.IsFolder)
            return WatchEvents.None;
        if ((mask & (DeleteSelf | MoveSelf | Unmount)) != 0)
            return WatchEvents.Anything;
        foreach (InotifyName known in target.Names)
        {
            if (name.SequenceEqual(known.Name))
                return (mask & ~Create) != 0 ? known.Meaning : WatchEvents.None; // just created, it is not written yet
        }

        return target.HasClutter && (mask & (CloseWrite | MovedTo | Create)) != 0 ? WatchEvents.Clutter : WatchEvents.None;
    }
}
