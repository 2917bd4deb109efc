using Tidy.Tool.Demo;

namespace Tidy.Tool.Tests;

[TestClass]
public sealed class DemoTests
{
    [TestMethod]
    public void TheWorkspace_IsMadeAsListedAndRemoved()
    {
        string folder;
        using (var workspace = DemoWorkspace.Create(FixedClock.Now, keep: false))
        {
            folder = workspace.Root.FullPath;
            var files = workspace.Snapshot();
            Assert.HasCount(DemoFile.All().Count + 1, files);
            foreach (DemoFile file in DemoFile.All())
                Assert.AreEqual(file.Size, new FileInfo(workspace.At(file.Path)).Length, file.Path);
        }

        Assert.IsFalse(Directory.Exists(folder));
    }

    [TestMethod]
    public void TheHolder_HoldsTheFileUntilItIsReleased()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("run.log", "content");
        var holder = DemoHolder.Hold(file, CancellationToken.None);
        using var process = System.Diagnostics.Process.GetProcessById(holder.ProcessId);
        // FileShare.None is a lock that .NET itself respects on every system.
        Assert.ThrowsExactly<IOException>(() => File.Open(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose());
        holder.Dispose();
        File.Open(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
        Assert.IsTrue(process.HasExited);
    }

    [TestMethod]
    public void ASnapshot_SeesAChangedByte()
    {
        using var workspace = DemoWorkspace.Create(FixedClock.Now, keep: false);
        var before = workspace.Snapshot();
        CollectionAssert.AreEqual(before, workspace.Snapshot());
        File.AppendAllText(workspace.At("build.binlog"), "x");
        CollectionAssert.AreNotEqual(before, workspace.Snapshot());
    }
}
