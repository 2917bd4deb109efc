using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

[TestClass]
[OSCondition(OperatingSystems.Linux)]
[SupportedOSPlatform("linux")]
public sealed partial class LinuxAttributesTests : IDisposable
{
    private readonly LinuxFiles files = new();
    private readonly TemporaryWorkspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [TestMethod]
    public void CopyAttributes_KeepsModeAndExtendedAttributes()
    {
        string source = workspace.Write("a.log");
        string destination = workspace.Write("b.log");
        if (SetAttribute(source, "user.tidy.one", "first"u8.ToArray(), 5, 0) != 0)
            Assert.Inconclusive("This file system has no extended attributes.");
        Assert.AreEqual(0, SetAttribute(source, "user.tidy.empty", [0], 0, 0));
        File.SetUnixFileMode(source, UnixFileMode.UserRead | UnixFileMode.OtherExecute | UnixFileMode.SetUser);

        Assert.AreEqual(OsCode.Ok, files.CopyAttributes(source, destination));

        Assert.AreEqual(File.GetUnixFileMode(source), File.GetUnixFileMode(destination));
        byte[] value = new byte[16];
        Assert.AreEqual(5, GetAttribute(destination, "user.tidy.one", value, 16));
        CollectionAssert.AreEqual("first"u8.ToArray(), value[..5]);
        Assert.AreEqual(0, GetAttribute(destination, "user.tidy.empty", value, 16));
    }

    [TestMethod]
    public void CopyAttributes_WhenTheOwnerCannotBeKept_DropsTheSetIdBits()
    {
        if (Environment.UserName != "root")
            Assert.Inconclusive("Needs a file of another user: root only.");
        string source = workspace.Write("a.log");
        string destination = workspace.Write("b.log");
        File.SetUnixFileMode(source, UnixFileMode.UserRead | UnixFileMode.OtherRead | UnixFileMode.SetUser | UnixFileMode.SetGroup);
        OtherUser.GiveTo(workspace.FullPath, OtherUser.Id);
        OtherUser.GiveTo(destination, OtherUser.Id);

        OsCode code = OtherUser.Do(() => files.CopyAttributes(source, destination));

        Assert.AreEqual(OsCode.Ok, code);
        Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.OtherRead, File.GetUnixFileMode(destination));
    }

    [TestMethod]
    public void CopyAttributes_OfALink_LeavesItsTargetAlone()
    {
        string target = workspace.Write("target");
        DateTime written = File.GetLastWriteTimeUtc(target);
        UnixFileMode mode = File.GetUnixFileMode(target);
        File.CreateSymbolicLink(workspace.At("link"), target);
        File.CreateSymbolicLink(workspace.At("copy"), target);
        FileInfo link = new(workspace.At("link")) { LastWriteTimeUtc = new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc) };

        Assert.AreEqual(OsCode.Ok, files.CopyAttributes(link.FullName, workspace.At("copy")));

        Assert.AreEqual(link.LastWriteTimeUtc, new FileInfo(workspace.At("copy")).LastWriteTimeUtc);
        Assert.AreEqual(written, File.GetLastWriteTimeUtc(target));
        Assert.AreEqual(mode, File.GetUnixFileMode(target));
    }

    [LibraryImport("libc", EntryPoint = "lsetxattr", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetAttribute(string path, string name, byte[] value, nuint size, int flags);

    [LibraryImport("libc", EntryPoint = "lgetxattr", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetAttribute(string path, string name, byte[] value, nuint size);
}
