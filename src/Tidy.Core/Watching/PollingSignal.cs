using Tidy.Core.Builds;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Watching;

/// <summary>
/// Looks at a few time stamps once a second, as the gate of a build does: for systems that tell nothing of closes, and where the system's
/// watches are used up. It never hears of a released file: that is found by the watch's probes.
/// </summary>
internal sealed class PollingSignal : IChangeSignal
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private Dictionary<string, GateStamp> seen = [];
    private WatchTargets? targets;

    public bool IsTold => false;

    /// <summary>What was seen already is not forgotten: a change between two calls is news.</summary>
    public string? Watch(WatchTargets targets)
    {
        this.targets = targets;
        Dictionary<string, GateStamp> before = seen;
        seen = [];
        foreach (string path in (IEnumerable<string>)[targets.ConfigFile, targets.Root.QueuePath, .. targets.Folders])
            seen.TryAdd(path, before.TryGetValue(path, out GateStamp known) ? known : GateStamp.Of(path));
        return null;
    }

    public WatchNews Wait(TimeSpan timeout, CancellationToken cancel)
    {
        TimeSpan waited = TimeSpan.Zero;
        for (; ; waited += Pause)
        {
            WatchEvents events = Look();
            TimeSpan left = timeout == Timeout.InfiniteTimeSpan ? Pause : timeout - waited;
            if (events != WatchEvents.None || left <= TimeSpan.Zero || cancel.WaitHandle.WaitOne(left < Pause ? left : Pause))
                return events == WatchEvents.None ? WatchNews.Nothing : new WatchNews(events, []);
        }
    }

    public void ForgetClosed()
    {
    }

    public void ForgetClosed(WorkspacePath probed)
    {
    }

    public void Dispose()
    {
    }

    private WatchEvents Look()
    {
        WatchEvents events = WatchEvents.None;
        foreach ((string path, GateStamp before) in seen.ToArray())
        {
            GateStamp now = GateStamp.Of(path);
            if (now.Matches(before))
                continue;
            seen[path] = now;
            events |= MeaningOf(path);
        }

        return events;
    }

    private WatchEvents MeaningOf(string path) =>
        path == targets!.ConfigFile ? WatchEvents.Config : path == targets.Root.QueuePath ? WatchEvents.Queue : WatchEvents.Clutter;
}
