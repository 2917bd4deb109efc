using System.Runtime.Versioning;
using Tidy.Core.Platform;
using Tidy.Core.Watching;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
[OSCondition(OperatingSystems.Linux)]
[SupportedOSPlatform("linux")]
public sealed class InotifySignalTests : ChangeSignalContract
{
    [TestMethod]
    [DataRow(FileAccess.Read)]
    [DataRow(FileAccess.ReadWrite)]
    public void TheCloseOfAWaitingFile_IsTold(FileAccess access)
    {
        Workspace.Write("sub/a.log");
        Watch(["sub/a.log"], []);
        using (new FileStream(Workspace.At("sub/a.log"), FileMode.Open, access))
            Assert.AreEqual(WatchEvents.None, Wait(TimeSpan.FromMilliseconds(30)).Events, "opening it is no release");

        WatchNews news = Wait();
        Assert.AreEqual(WatchEvents.Closed, news.Events);
        Assert.AreEqual("sub/a.log", news.Closed.Single().Value);
    }

    [TestMethod]
    public void BothNamesOfAFile_AreToldOfItsClose()
    {
        Workspace.Write("a.log");
        Programs.Run("ln", Workspace.At("a.log"), Workspace.At("b.log"));
        Watch(["a.log", "b.log"], []);
        using (File.OpenRead(Workspace.At("b.log")))
        {
        }

        CollectionAssert.AreEquivalent(new[] { "a.log", "b.log" }, Wait().Closed.Select(p => p.Value).ToArray());
    }

    [TestMethod]
    public void AFileInAWaitingFolder_IsToldAsTheFolder()
    {
        Workspace.Write("old/inside.txt");
        Watch(["old"], []);
        using (File.OpenRead(Workspace.At("old/inside.txt")))
        {
        }

        Assert.AreEqual("old", Wait().Closed.Single().Value);
    }

    [TestMethod]
    public void AWaitingFileThatIsRemoved_IsToldAsClosed()
    {
        Workspace.Write("sub/a.log");
        Watch(["sub/a.log"], []);
        File.Delete(Workspace.At("sub/a.log"));
        Assert.AreEqual(WatchEvents.Closed, Wait().Events);
    }

    [TestMethod]
    public void WhatAProbeClosed_IsForgotten_AndNothingElse()
    {
        Workspace.Write("sub/a.log");
        Watch(["sub/a.log"], []);
        Assert.AreEqual(FileUse.Free, OsFiles.Current.ProbeUse(Workspace.At("sub/a.log"), InUsePolicy.Any));
        Workspace.Write("new.log");
        Signal.ForgetClosed();

        WatchNews news = Wait();
        Assert.AreEqual(WatchEvents.Clutter, news.Events);
        Assert.IsEmpty(news.Closed);
    }

    /// <summary>A probe of the one must not look like a release of the other, whose probe would look like one of the first.</summary>
    [TestMethod]
    public void TheProbeOfAFile_IsForgottenUnderAllItsNames_AndWhatOthersClosed_IsNot()
    {
        Workspace.Write("old/a.log");
        Workspace.Write("sub/c.log");
        Programs.Run("ln", Workspace.At("old/a.log"), Workspace.At("b.log"));
        Watch(["old", "old/a.log", "b.log", "sub/c.log"], []);
        OsFiles.Current.ProbeUse(Workspace.At("old/a.log"), InUsePolicy.Any);
        using (File.OpenRead(Workspace.At("sub/c.log")))
        {
        }

        Signal.ForgetClosed(WorkspacePath.Parse("b.log"));
        Signal.ForgetClosed(WorkspacePath.Parse("old/a.log"));
        Assert.AreEqual("sub/c.log", Wait().Closed.Single().Value);
        OsFiles.Current.ProbeUse(Workspace.At("sub/c.log"), InUsePolicy.Any);
        Signal.ForgetClosed(WorkspacePath.Parse("sub/c.log"));
        Assert.AreEqual(WatchEvents.None, Wait(TimeSpan.FromMilliseconds(30)).Events);
    }

    [TestMethod]
    public void WhatNoLongerWaits_IsNoLongerTold()
    {
        Workspace.Write("sub/a.log");
        Watch(["sub/a.log"], []);
        Watch([], []);
        using (File.OpenRead(Workspace.At("sub/a.log")))
            Assert.AreEqual(WatchEvents.None, Wait(TimeSpan.FromMilliseconds(30)).Events);
        Assert.AreEqual(WatchEvents.None, Wait(TimeSpan.FromMilliseconds(30)).Events);
    }

    /// <summary>More events than the kernel keeps (16,384 by default) are made before anybody reads them.</summary>
    [TestMethod]
    public void LostEvents_MeanThatAnythingMayHaveChanged()
    {
        Watch();
        int most = int.Parse(File.ReadAllText("/proc/sys/fs/inotify/max_queued_events"));
        if (most > 100_000)
            Assert.Inconclusive($"This machine keeps {most} events; to lose one takes too long.");
        for (int i = 0; i <= most / 2; i++) // created, and written to its end
            File.WriteAllText(Workspace.At($"{i}.txt"), "");

        Assert.AreEqual(WatchEvents.Clutter | WatchEvents.Anything, Wait().Events);
    }

    [TestMethod]
    public void AWatchedFolderThatIsReplaced_MeansAnything_AndTheNewOneIsWatched()
    {
        Watch();
        Directory.Move(Workspace.At("docs"), Workspace.At("old-docs"));
        Assert.IsTrue(Wait().Has(WatchEvents.Anything));
        Watch();
        _ = Signal.Wait(TimeSpan.Zero, CancellationToken.None);

        Workspace.Write("old-docs/a.md");
        Assert.AreEqual(WatchEvents.None, Wait(TimeSpan.FromMilliseconds(30)).Events);
        Workspace.Write("docs/a.md");
        Assert.AreEqual(WatchEvents.Clutter, Wait().Events);
    }

    private protected override IChangeSignal Open() => InotifySignal.TryOpen() ?? throw new AssertInconclusiveException("no inotify instance is left");
}
