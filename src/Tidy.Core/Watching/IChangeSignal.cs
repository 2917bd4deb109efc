using Tidy.Core.Workspaces;

namespace Tidy.Core.Watching;

/// <summary>Tells a watch that something may have changed. Used on one thread.</summary>
internal interface IChangeSignal : IDisposable
{
    /// <summary>The system itself tells; else this looks once a second.</summary>
    bool IsTold { get; }

    /// <summary>From now on these, and nothing else. Called again whenever the workspace may have other folders, or the queue other files.</summary>
    /// <returns>What it will not be told of and why, as a sentence; or null.</returns>
    string? Watch(WatchTargets targets);

    /// <summary>Waits for news, at most so long; comes back empty-handed when the time is up or <paramref name="cancel"/> says so.</summary>
    /// <param name="timeout"><see cref="Timeout.InfiniteTimeSpan"/> to wait for ever.</param>
    WatchNews Wait(TimeSpan timeout, CancellationToken cancel);

    /// <summary>Forgets which waiting files were closed until now: by a run, which probes all of them.</summary>
    void ForgetClosed();

    /// <summary>The same of this file or folder alone: a probe opened and closed it a moment ago. What somebody else closes in that moment is lost.</summary>
    void ForgetClosed(WorkspacePath probed);
}
