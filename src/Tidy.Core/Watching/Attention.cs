using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Watching;

/// <summary>
/// The signal of a watch with what to do when the system's watches are used up: say so once, and look once a second from then on.
/// </summary>
internal sealed class Attention : IDisposable
{
    private readonly IWatchObserver observer;
    private IChangeSignal signal;

    public Attention(IWatchObserver observer, SignalOpener open)
    {
        this.observer = observer;
        signal = open(out string? problem);
        Say(problem);
    }

    public delegate IChangeSignal SignalOpener(out string? problem);

    public bool IsTold => signal.IsTold;

    public void Watch(WatchTargets targets)
    {
        if (signal.Watch(targets) is not { } problem)
            return;
        signal.Dispose();
        signal = new PollingSignal();
        signal.Watch(targets);
        Say(problem);
    }

    public WatchNews Wait(TimeSpan timeout, CancellationToken cancel) => signal.Wait(timeout, cancel);

    public void ForgetClosed() => signal.ForgetClosed();

    public void ForgetClosed(WorkspacePath probed) => signal.ForgetClosed(probed);

    public void Dispose() => signal.Dispose();

    private void Say(string? problem)
    {
        if (problem is not null)
            observer.Said(new Finding(Codes.WatchLimited, FindingLevel.Warning, null, $"Changes are looked for once a second, because {problem}."));
    }
}
