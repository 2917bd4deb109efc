using Tidy.Core.Moving;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class OsFilesTests : OsFilesContract
{
    [TestMethod]
    public void Stat_OfAFile_TellsWhatItIs()
    {
        string path = Workspace.Write("a.log", "12345");
        DateTime written = new(2024, 2, 29, 12, 34, 56, 789, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, written);

        Assert.IsTrue(Files.Stat(path, out FileStat stat).IsOk);

        Assert.AreEqual(FileKind.File, stat.Kind);
        Assert.AreEqual(5, stat.Size);
        Assert.AreEqual(written, stat.ModifiedAt.UtcDateTime);
        Assert.AreEqual(1, stat.Links);
        Assert.AreNotEqual(0UL, stat.Inode);
    }

    [TestMethod]
    public void Stat_OfAFolder_HasNoSize()
    {
        Assert.IsTrue(Files.Stat(Workspace.FullPath, out FileStat stat).IsOk);
        Assert.AreEqual(FileKind.Directory, stat.Kind);
        Assert.AreEqual(0, stat.Size);
    }

    [TestMethod]
    public void Stat_OfALink_IsTheLinkItself()
    {
        string link = Workspace.At("link");
        File.CreateSymbolicLink(link, Workspace.At("nowhere"));

        Assert.IsTrue(Files.Stat(link, out FileStat stat).IsOk);
        Assert.AreEqual(FileKind.Link, stat.Kind);
    }

    [TestMethod]
    public void Stat_OfTwoNamesOfOneFile_IsTheSameFile()
    {
        string first = Workspace.Write("a.log");
        string second = Workspace.At("b.log");
        HardLinkOrSkip(first, second);

        Assert.IsTrue(Files.Stat(first, out FileStat one).IsOk);
        Assert.IsTrue(Files.Stat(second, out FileStat two).IsOk);

        Assert.IsTrue(one.IsSameFile(two));
        Assert.AreEqual(2, one.Links);
    }

    [TestMethod]
    public void Replace_PutsTheNewContentInPlace()
    {
        string source = Workspace.Write("new", "new");
        string destination = Workspace.Write("state", "old");
        Assert.AreEqual(OsCode.Ok, Files.Replace(source, destination));
        Assert.AreEqual("new", File.ReadAllText(destination));
        Assert.IsFalse(File.Exists(source));
    }

    [TestMethod]
    public void Remove_TakesOneName_AndTellsWhenThereIsNone()
    {
        string path = Workspace.Write("a.log");
        Assert.AreEqual(OsCode.Ok, Files.Remove(path));
        Expect(FailureReason.MissingSource, Files.Remove(path));
    }

    [TestMethod]
    public void Remove_OfALinkToAFolder_LeavesTheFolder()
    {
        string inside = Workspace.Write("folder/a.log");
        Directory.CreateSymbolicLink(Workspace.At("link"), Workspace.At("folder"));
        Assert.AreEqual(OsCode.Ok, Files.Remove(Workspace.At("link")));
        Assert.IsTrue(File.Exists(inside));
    }

    [TestMethod]
    public void Remove_OfAFolder_IsRefused()
    {
        Directory.CreateDirectory(Workspace.At("folder"));
        Assert.IsFalse(Files.Remove(Workspace.At("folder")).IsOk);
        Assert.IsTrue(Directory.Exists(Workspace.At("folder")));
    }

    [TestMethod]
    public void RemoveEmptyDirectory_LeavesAFullOne()
    {
        string inside = Workspace.Write("folder/a.log");
        Expect(FailureReason.DestExists, Files.RemoveEmptyDirectory(Workspace.At("folder")));
        Assert.AreEqual(OsCode.Ok, Files.Remove(inside));
        Assert.AreEqual(OsCode.Ok, Files.RemoveEmptyDirectory(Workspace.At("folder")));
        Assert.IsFalse(Directory.Exists(Workspace.At("folder")));
    }

    [TestMethod]
    public void CreateDirectory_MakesOne_AndTellsWhenItIsThere()
    {
        Assert.AreEqual(OsCode.Ok, Files.CreateDirectory(Workspace.At("folder")));
        Expect(FailureReason.DestExists, Files.CreateDirectory(Workspace.At("folder")));
        Expect(FailureReason.MissingSource, Files.CreateDirectory(Workspace.At("none/folder")));
    }

    [TestMethod]
    public void FlushDirectory_WorksOnAFolder_AndTellsWhenThereIsNone()
    {
        Assert.AreEqual(OsCode.Ok, Files.FlushDirectory(Workspace.FullPath));
        Expect(FailureReason.MissingSource, Files.FlushDirectory(Workspace.At("none")));
    }

    [TestMethod]
    public void CopyAttributes_KeepsTheTimes()
    {
        string source = Workspace.Write("a.log");
        string destination = Workspace.Write("b.log");
        DateTime written = new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(1_234_567);
        File.SetLastWriteTimeUtc(source, written);
        File.SetLastAccessTimeUtc(source, written.AddDays(1));

        Assert.AreEqual(OsCode.Ok, Files.CopyAttributes(source, destination));

        Assert.AreEqual(written, File.GetLastWriteTimeUtc(destination));
        Assert.AreEqual(written.AddDays(1), File.GetLastAccessTimeUtc(destination));
    }

    [TestMethod]
    public void CopyAttributes_OfAReadOnlyFile_MakesAReadOnlyCopy()
    {
        string source = Workspace.Write("a.log");
        string destination = Workspace.Write("b.log");
        File.SetAttributes(source, FileAttributes.ReadOnly);

        Assert.AreEqual(OsCode.Ok, Files.CopyAttributes(source, destination));

        Assert.IsTrue(File.GetAttributes(destination).HasFlag(FileAttributes.ReadOnly));
        Assert.AreEqual(OsCode.Ok, Files.Remove(destination));
        Assert.AreEqual(OsCode.Ok, Files.Remove(source));
    }
}
