using Tidy.Core.Watching;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>What holds for every way of being told of changes.</summary>
public abstract class ChangeSignalContract : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryWorkspace workspace = new();
    private IChangeSignal? signal;

    private protected TemporaryWorkspace Workspace => workspace;

    private protected IChangeSignal Signal => signal ??= Open();

    [TestMethod]
    public void WhileNothingHappens_NothingIsTold()
    {
        Watch();
        Assert.AreEqual(WatchEvents.None, Wait(TimeSpan.FromMilliseconds(30)).Events);
        workspace.Write("docs/deep/er.log");
        Assert.AreEqual(WatchEvents.None, Wait(TimeSpan.FromMilliseconds(30)).Events & ~WatchEvents.Clutter, "only the folder 'deep' is new in a watched one");
    }

    [TestMethod]
    [DataRow("new.log")]
    [DataRow("docs/new.md")]
    public void AnEntryOfAWatchedFolder_IsClutter(string path)
    {
        Watch();
        workspace.Write(path);
        Assert.AreEqual(WatchEvents.Clutter, Wait().Events);
    }

    [TestMethod]
    public void AFolderThatAppears_IsClutterOfItsParent_AndIsWatchedFromTheNextCallOn()
    {
        Watch("later/nested");
        Directory.CreateDirectory(workspace.At("later"));
        Assert.AreEqual(WatchEvents.Clutter, Wait().Events);
        Directory.CreateDirectory(workspace.At("later/nested"));
        Watch("later/nested");
        _ = Signal.Wait(TimeSpan.Zero, CancellationToken.None);

        workspace.Write("later/nested/a.log");
        Assert.AreEqual(WatchEvents.Clutter, Wait().Events);
    }

    [TestMethod]
    public void TheConfiguration_WrittenOrReplacedOrRemoved_IsTold()
    {
        workspace.Write("tidy.json", "{ }");
        Watch();

        workspace.Write("tidy.json", "{ \"version\": 1 }");
        Assert.IsTrue(Wait().Has(WatchEvents.Config), "written");
        workspace.Write("next.json", "{ \"version\": 1, \"rules\": [] }");
        _ = Wait();
        File.Move(workspace.At("next.json"), workspace.At("tidy.json"), overwrite: true);
        Assert.IsTrue(Wait().Has(WatchEvents.Config), "replaced");
        File.Delete(workspace.At("tidy.json"));
        Assert.IsTrue(Wait().Has(WatchEvents.Config), "removed");
    }

    [TestMethod]
    public void TheQueue_AndNothingBesideIt_IsTold()
    {
        Watch();
        workspace.Write(".autonomous_runs/tidy/run.lock");
        Assert.AreEqual(WatchEvents.None, Wait(TimeSpan.FromMilliseconds(30)).Events);
        workspace.Write(WorkspacePath.QueueFile + ".tmp");
        File.Move(workspace.At(WorkspacePath.QueueFile + ".tmp"), workspace.Root.QueuePath);
        Assert.AreEqual(WatchEvents.Queue, Wait().Events);
    }

    [TestMethod]
    public void ACancelledWait_EndsAtOnce()
    {
        Watch();
        using CancellationTokenSource cancel = new();
        cancel.Cancel();
        Assert.AreEqual(WatchEvents.None, Signal.Wait(Timeout.InfiniteTimeSpan, cancel.Token).Events);
        using CancellationTokenSource later = new(TimeSpan.FromMilliseconds(50));
        Assert.AreEqual(WatchEvents.None, Signal.Wait(Timeout.InfiniteTimeSpan, later.Token).Events);
    }

    public void Dispose()
    {
        Signal.Dispose();
        workspace.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract IChangeSignal Open();

    private protected WatchNews Wait(TimeSpan? patience = null) => Signal.Wait(patience ?? Patience, CancellationToken.None);

    /// <summary>The root, <c>docs</c> and these folders.</summary>
    private protected void Watch(params string[] folders) => Watch([], folders);

    private protected string? Watch(string[] waiting, string[] folders)
    {
        Directory.CreateDirectory(workspace.At("docs"));
        Directory.CreateDirectory(workspace.At(".autonomous_runs/tidy"));
        return Signal.Watch(new WatchTargets
        {
            Root = workspace.Root,
            ConfigFile = workspace.At("tidy.json"),
            Folders = [workspace.FullPath, workspace.At("docs"), .. folders.Select(workspace.At)],
            Waiting = [.. waiting.Select(WorkspacePath.Parse)],
        });
    }
}
