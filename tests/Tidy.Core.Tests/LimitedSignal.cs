using Tidy.Core.Watching;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>A system whose watches are used up.</summary>
internal sealed class LimitedSignal : IChangeSignal
{
    public bool IsTold => true;

    public string? Watch(WatchTargets targets) => "the system allows no more watches";

    public WatchNews Wait(TimeSpan timeout, CancellationToken cancel) => throw new AssertFailedException("it is not asked any more");

    public void ForgetClosed() => throw new AssertFailedException("it is not asked any more");

    public void ForgetClosed(WorkspacePath probed) => ForgetClosed();

    public void Dispose()
    {
    }
}
