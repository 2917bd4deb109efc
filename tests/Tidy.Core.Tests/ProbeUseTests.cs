using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>
/// Alone, because of a surprise: a process that is just being started by another test has, until its exec, copies of all our open
/// files, and "somebody else has it open" is then the truth.
/// </summary>
[TestClass]
[DoNotParallelize]
public sealed class ProbeUseTests : IDisposable
{
    private readonly TemporaryWorkspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    //       mode            any   write  locked
    [DataRow("read", true, false, false)]
    [DataRow("write", true, true, false)]
    [DataRow("append", true, true, false)]
    [DataRow("none", true, true, true)]
    [DataRow("lock-dotnet", true, true, true)]
    [DataRow("flock", true, true, true)]
    [DataRow("flock-shared", true, true, true)]
    [DataRow("posix", true, true, true)]
    [DataRow("ofd", true, true, true)]
    [DataRow("mmap", true, false, false)]
    public void AHeldFile_IsInUse_AsFarAsThePolicyAsks(string mode, bool any, bool write, bool locked)
    {
        string path = workspace.Write("held.log");
        using FileHolder holder = FileHolder.Start(mode, path);

        Assert.AreEqual(Answer(any), Probe(path, InUsePolicy.Any), "any");
        Assert.AreEqual(Answer(write), Probe(path, InUsePolicy.Write), "write");
        Assert.AreEqual(Answer(locked), Probe(path, InUsePolicy.Locked), "locked");
        Assert.AreEqual(FileUse.Free, Probe(path, InUsePolicy.Off), "off");

        holder.Release();
        Assert.AreEqual(FileUse.Free, Probe(path, InUsePolicy.Any), "after release");
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void ARunningProgram_IsInUse()
    {
        string path = CopyOfCat();
        using FileHolder holder = FileHolder.Start("run", path);
        Assert.AreEqual(FileUse.InUse, Probe(path, InUsePolicy.Any));
        holder.Release();
        Assert.AreEqual(FileUse.Free, Probe(path, InUsePolicy.Any));
    }

    [TestMethod]
    public void AFileOfAKilledHolder_IsFree()
    {
        string path = workspace.Write("held.log");
        using FileHolder holder = FileHolder.Start("none", path);
        Assert.AreEqual(FileUse.InUse, Probe(path, InUsePolicy.Any));
        holder.Kill();
        Assert.AreEqual(FileUse.Free, Probe(path, InUsePolicy.Any));
    }

    [TestMethod]
    public void OurOwnOpenFile_IsInUse()
    {
        string path = workspace.Write("held.log");
        using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.AreEqual(FileUse.InUse, Probe(path, InUsePolicy.Any));
        }

        Assert.AreEqual(FileUse.Free, Probe(path, InUsePolicy.Any));
    }

    [TestMethod]
    [DataRow(InUsePolicy.Any)]
    [DataRow(InUsePolicy.Write)]
    [DataRow(InUsePolicy.Locked)]
    public void AMissingFile_IsFree_TheMoveWillTell(InUsePolicy policy)
    {
        Assert.AreEqual(FileUse.Free, Probe(workspace.At("none"), policy));
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [DataRow(InUsePolicy.Any)]
    [DataRow(InUsePolicy.Write)]
    [DataRow(InUsePolicy.Locked)]
    public void ALinkOrAFolder_IsUnknown(InUsePolicy policy)
    {
        File.CreateSymbolicLink(workspace.At("link"), workspace.Write("target"));
        Assert.AreEqual(FileUse.Unknown, Probe(workspace.At("link"), policy));
        Assert.AreEqual(FileUse.Unknown, Probe(workspace.FullPath, policy));
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void SomebodyElsesFile_IsUnknown_UnlessItIsLocked()
    {
        if (Environment.UserName != "root")
            Assert.Inconclusive("Needs a file of another user: root only.");
        string path = workspace.Write("held.log");
        OtherUser.GiveTo(workspace.FullPath, OtherUser.Id);

        Assert.AreEqual(FileUse.Unknown, OtherUser.Do(() => Probe(path, InUsePolicy.Any)));
        using FileHolder holder = FileHolder.Start("posix", path);
        Assert.AreEqual(FileUse.InUse, OtherUser.Do(() => Probe(path, InUsePolicy.Any)));
        Assert.AreEqual(FileUse.InUse, OtherUser.Do(() => Probe(path, InUsePolicy.Write)));
    }

    [TestMethod]
    public void AProbe_LeavesNoTrace()
    {
        string path = workspace.Write("a.log");
        File.SetLastAccessTimeUtc(path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        OsFiles.Current.Stat(path, out FileStat before);

        Assert.AreEqual(FileUse.Free, Probe(path, InUsePolicy.Any));
        Assert.AreEqual(FileUse.Free, Probe(path, InUsePolicy.Any));

        OsFiles.Current.Stat(path, out FileStat after);
        Assert.AreEqual(before, after);
        Assert.AreEqual(2020, File.GetLastAccessTimeUtc(path).Year);
    }

    private string CopyOfCat()
    {
        string path = workspace.At("a-program-of-its-own");
        File.Copy("/bin/cat", path);
        return path;
    }

    private static FileUse Answer(bool isInUse) => isInUse ? FileUse.InUse : FileUse.Free;

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void AFolder_IsNotInUse_ForWhatItsLinksLeadTo()
    {
        string held = workspace.Write("other/held.log");
        workspace.Write("folder/free.log");
        File.CreateSymbolicLink(workspace.At("folder/other"), workspace.At("other"));
        File.CreateSymbolicLink(workspace.At("folder/round"), workspace.Root.FullPath);
        File.CreateSymbolicLink(workspace.At("folder/held"), held);
        using FileHolder holder = FileHolder.Start("write", held);

        Assert.AreEqual(FileUse.Free, Moving.Probe.Use(OsFiles.Current, workspace.At("folder"), FileKind.Directory, InUsePolicy.Any));
        Assert.AreEqual(FileUse.InUse, Moving.Probe.Use(OsFiles.Current, workspace.At("other"), FileKind.Directory, InUsePolicy.Any));
    }

    private static FileUse Probe(string path, InUsePolicy policy) => OsFiles.Current.ProbeUse(path, policy);
}
