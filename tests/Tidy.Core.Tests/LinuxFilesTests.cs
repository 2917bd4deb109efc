using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Tidy.Core.Moving;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>What is Linux's own: the fall-back of the rename, and rights.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
[SupportedOSPlatform("linux")]
public sealed partial class LinuxFilesTests : IDisposable
{
    private static readonly OsCode Einval = new(22);

    private readonly LinuxFiles files = new();
    private readonly TemporaryWorkspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [TestMethod]
    public void Stat_AgreesWithTheRunTime_OnModeAndTime()
    {
        string path = workspace.Write("a.log");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        Assert.IsTrue(files.Stat(path, out FileStat stat).IsOk);

        Assert.AreEqual(File.GetUnixFileMode(path), (UnixFileMode)stat.Mode);
        Assert.AreEqual(File.GetLastWriteTimeUtc(path).Ticks, stat.ModifiedTicks);
    }

    [TestMethod]
    public void LinkAndUnlink_MovesAFile()
    {
        string source = workspace.Write("a.log", "mine");
        Assert.AreEqual(OsCode.Ok, LinuxFiles.LinkAndUnlink(source, workspace.At("b.log"), Einval));
        Assert.IsFalse(File.Exists(source));
        Assert.AreEqual("mine", File.ReadAllText(workspace.At("b.log")));
    }

    [TestMethod]
    public void LinkAndUnlink_MovesALink_NotItsTarget()
    {
        string target = workspace.Write("target");
        File.CreateSymbolicLink(workspace.At("link"), target);
        Assert.AreEqual(OsCode.Ok, LinuxFiles.LinkAndUnlink(workspace.At("link"), workspace.At("moved"), Einval));
        Assert.AreEqual(target, new FileInfo(workspace.At("moved")).LinkTarget);
    }

    [TestMethod]
    public void LinkAndUnlink_ToATakenName_ChangesNothing()
    {
        string source = workspace.Write("a.log", "mine");
        string destination = workspace.Write("b.log", "theirs");
        Assert.AreEqual("EEXIST (errno 17): File exists", Describe(LinuxFiles.LinkAndUnlink(source, destination, Einval)));
        Assert.AreEqual("theirs", File.ReadAllText(destination));
        Assert.AreEqual("mine", File.ReadAllText(source));
    }

    [TestMethod]
    public void LinkAndUnlink_OfWhatIsNotThere_SaysSo()
    {
        Assert.AreEqual(new OsCode(2), LinuxFiles.LinkAndUnlink(workspace.At("none"), workspace.At("b.log"), Einval));
    }

    [TestMethod]
    public void LinkAndUnlink_OfAFolder_KeepsTheFirstRefusal()
    {
        Directory.CreateDirectory(workspace.At("folder"));
        Assert.AreEqual(Einval, LinuxFiles.LinkAndUnlink(workspace.At("folder"), workspace.At("moved"), Einval));
    }

    [TestMethod]
    public void LinkAndUnlink_WhenTheSourceCannotBeRemoved_TakesTheSecondNameBack()
    {
        string source = workspace.Write("from/a.log");
        Directory.CreateDirectory(workspace.At("to"));
        GiveAway("from", "from/a.log", "to");
        File.SetUnixFileMode(workspace.At("from"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        GiveAway(".");

        OsCode code = OtherUser.Do(() => LinuxFiles.LinkAndUnlink(source, workspace.At("to/a.log"), Einval));

        File.SetUnixFileMode(workspace.At("from"), Everything);
        Assert.AreEqual("EACCES (errno 13): Permission denied", Describe(code));
        Assert.IsTrue(File.Exists(source));
        Assert.IsFalse(File.Exists(workspace.At("to/a.log")));
    }

    [TestMethod]
    [DataRow("from", UnixFileMode.UserRead | UnixFileMode.UserExecute)]
    [DataRow("to", UnixFileMode.UserRead | UnixFileMode.UserExecute)]
    [DataRow("from", UnixFileMode.None)]
    public void Rename_WithoutRightsOnAFolder_IsPermission_AndTheFileStays(string folder, UnixFileMode mode)
    {
        string source = workspace.Write("from/a.log");
        string destination = workspace.At("to/a.log");
        Directory.CreateDirectory(workspace.At("to"));
        GiveAway(".", "from", "from/a.log", "to");
        File.SetUnixFileMode(workspace.At(folder), mode);

        (FailureReason reason, string? detail) = OtherUser.Do(() =>
        {
            OsCode code = files.RenameNoReplace(source, destination);
            return (FailureClassifier.Classify(files, code, source, destination, out string? said), said);
        });

        File.SetUnixFileMode(workspace.At(folder), Everything);
        Assert.AreEqual(FailureReason.Permission, reason, detail);
        Assert.IsTrue(File.Exists(source));
        Assert.IsFalse(File.Exists(destination));
    }

    [TestMethod]
    public void MissingSource_BehindAClosedFolder_IsPermission_NotMissing()
    {
        string source = workspace.Write("from/a.log");
        GiveAway(".", "from", "from/a.log");
        File.SetUnixFileMode(workspace.At("from"), UnixFileMode.None);

        FailureReason reason = OtherUser.Do(
            () => FailureClassifier.Classify(files, new OsCode(2), source, workspace.At("b.log"), out _));

        File.SetUnixFileMode(workspace.At("from"), Everything);
        Assert.AreEqual(FailureReason.Permission, reason);
    }

    [TestMethod]
    public void Stat_OfAPipe_IsSpecial()
    {
        Assert.AreEqual(0, MakePipe(workspace.At("pipe"), 0x180));
        Assert.IsTrue(files.Stat(workspace.At("pipe"), out FileStat stat).IsOk);
        Assert.AreEqual(FileKind.Special, stat.Kind);
    }

    [TestMethod]
    public void ReadOnlyMount_IsTold_AlsoToRoot()
    {
        if (!files.Stat("/sys/kernel", out _).IsOk || !File.ReadLines("/proc/mounts").Any(line => line.Contains(" ro,", StringComparison.Ordinal)))
            Assert.Inconclusive("Nothing is mounted read-only here.");
        string mount = File.ReadLines("/proc/mounts").First(line => line.Contains(" ro,", StringComparison.Ordinal)).Split(' ')[1];
        Assert.IsTrue(files.IsOnReadOnlyMount(mount), mount);
        Assert.IsFalse(files.IsOnReadOnlyMount(workspace.FullPath));
    }

    private const UnixFileMode Everything = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static string Describe(OsCode code) => OsErrorNames.Describe(OsFamily.Linux, code);

    private void GiveAway(params string[] relative) => Array.ForEach(relative, path => OtherUser.GiveTo(workspace.At(path), OtherUser.Id));

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakePipe(string path, uint mode);
}
