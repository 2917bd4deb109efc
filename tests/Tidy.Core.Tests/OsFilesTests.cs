using Tidy.Core.Moving;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>What every <see cref="IOsFiles"/> must do, run over the one of this system. Failures are compared by class: the numbers differ.</summary>
[TestClass]
public sealed class OsFilesTests : IDisposable
{
    private readonly IOsFiles files = OsFiles.Current;
    private readonly TemporaryWorkspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [TestMethod]
    public void Stat_OfAFile_TellsWhatItIs()
    {
        string path = workspace.Write("a.log", "12345");
        DateTime written = new(2024, 2, 29, 12, 34, 56, 789, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, written);

        Assert.IsTrue(files.Stat(path, out FileStat stat).IsOk);

        Assert.AreEqual(FileKind.File, stat.Kind);
        Assert.AreEqual(5, stat.Size);
        Assert.AreEqual(written, stat.ModifiedAt.UtcDateTime);
        Assert.AreEqual(1, stat.Links);
        Assert.AreNotEqual(0UL, stat.Inode);
    }

    [TestMethod]
    public void Stat_OfAFolder_HasNoSize()
    {
        Assert.IsTrue(files.Stat(workspace.FullPath, out FileStat stat).IsOk);
        Assert.AreEqual(FileKind.Directory, stat.Kind);
        Assert.AreEqual(0, stat.Size);
    }

    [TestMethod]
    public void Stat_OfALink_IsTheLinkItself()
    {
        string link = workspace.At("link");
        File.CreateSymbolicLink(link, workspace.At("nowhere"));

        Assert.IsTrue(files.Stat(link, out FileStat stat).IsOk);
        Assert.AreEqual(FileKind.Link, stat.Kind);
    }

    [TestMethod]
    public void Stat_OfTwoNamesOfOneFile_IsTheSameFile()
    {
        string first = workspace.Write("a.log");
        string second = workspace.At("b.log");
        LinkOrSkip(first, second);

        Assert.IsTrue(files.Stat(first, out FileStat one).IsOk);
        Assert.IsTrue(files.Stat(second, out FileStat two).IsOk);

        Assert.IsTrue(one.IsSameFile(two));
        Assert.AreEqual(2, one.Links);
    }

    [TestMethod]
    public void Rename_ToAFreeName_MovesTheSameFile()
    {
        string source = workspace.Write("ä b.log", "content");
        string destination = workspace.At("c.log");
        files.Stat(source, out FileStat before);

        Assert.AreEqual(OsCode.Ok, files.RenameNoReplace(source, destination));

        Assert.IsFalse(File.Exists(source));
        files.Stat(destination, out FileStat after);
        Assert.IsTrue(before.IsSameFile(after) && before.IsUnchanged(after));
    }

    [TestMethod]
    public void Rename_OfAFolder_TakesItsFilesAlong()
    {
        workspace.Write("from/sub/a.log");
        Assert.AreEqual(OsCode.Ok, files.RenameNoReplace(workspace.At("from"), workspace.At("to")));
        Assert.IsTrue(File.Exists(workspace.At("to/sub/a.log")));
    }

    [TestMethod]
    public void Rename_OfALink_MovesTheLink()
    {
        string target = workspace.Write("target.txt");
        File.CreateSymbolicLink(workspace.At("link"), target);

        Assert.AreEqual(OsCode.Ok, files.RenameNoReplace(workspace.At("link"), workspace.At("moved")));

        Assert.AreEqual(target, new FileInfo(workspace.At("moved")).LinkTarget);
        Assert.IsTrue(File.Exists(target));
    }

    [TestMethod]
    [DataRow("file")]
    [DataRow("folder")]
    [DataRow("full folder")]
    [DataRow("dangling link")]
    public void Rename_ToATakenName_ChangesNothing(string taken)
    {
        string source = workspace.Write("a.log", "mine");
        string destination = workspace.At("taken");
        if (taken == "file")
            workspace.Write("taken", "theirs");
        else if (taken == "dangling link")
            File.CreateSymbolicLink(destination, workspace.At("nowhere"));
        else
            Directory.CreateDirectory(taken == "folder" ? destination : Path.Combine(destination, "sub"));

        Expect(FailureReason.DestExists, files.RenameNoReplace(source, destination));

        Assert.AreEqual("mine", File.ReadAllText(source));
        if (taken == "file")
            Assert.AreEqual("theirs", File.ReadAllText(destination));
    }

    [TestMethod]
    public void Rename_OfAFolder_ToATakenName_ChangesNothing()
    {
        workspace.Write("from/a.log");
        Directory.CreateDirectory(workspace.At("to"));
        Expect(FailureReason.DestExists, files.RenameNoReplace(workspace.At("from"), workspace.At("to")));
        Assert.IsTrue(File.Exists(workspace.At("from/a.log")));
    }

    [TestMethod]
    public void Rename_BetweenTwoNamesOfOneFile_KeepsBoth()
    {
        string source = workspace.Write("a.log");
        string destination = workspace.At("b.log");
        LinkOrSkip(source, destination);

        // rename(2) would answer "done" here and do nothing.
        Expect(FailureReason.DestExists, files.RenameNoReplace(source, destination));
        Assert.IsTrue(File.Exists(source) && File.Exists(destination));
    }

    [TestMethod]
    public void Rename_OfWhatIsNotThere_IsMissing()
    {
        Expect(FailureReason.MissingSource, files.RenameNoReplace(workspace.At("none"), workspace.At("b.log")));
    }

    [TestMethod]
    public void Rename_IntoAFolderThatIsNotThere_BlamesTheDestination()
    {
        string source = workspace.Write("a.log");
        string destination = workspace.At("none/b.log");
        OsCode code = files.RenameNoReplace(source, destination);
        Assert.AreEqual(FailureReason.Unknown, FailureClassifier.Classify(files, code, source, destination, out string? detail));
        Assert.AreEqual($"the destination folder '{workspace.At("none")}' does not exist", detail);
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    public void Rename_BelowAFile_SaysWhatIsInTheWay()
    {
        string source = workspace.Write("a.log");
        string destination = Path.Combine(workspace.Write("file"), "b.log");
        OsCode code = files.RenameNoReplace(source, destination);
        Assert.AreEqual(FailureReason.DestExists, FailureClassifier.Classify(files, code, source, destination, out string? detail));
        StringAssert.Contains(detail, "is in the way", StringComparison.Ordinal);
    }

    [TestMethod]
    public void Rename_OfAFolderIntoItself_IsRefused()
    {
        Directory.CreateDirectory(workspace.At("folder"));
        Assert.IsFalse(files.RenameNoReplace(workspace.At("folder"), workspace.At("folder/sub")).IsOk);
        Assert.IsTrue(Directory.Exists(workspace.At("folder")));
    }

    [TestMethod]
    public void Rename_ToANameTooLong_IsPathTooLong()
    {
        string source = workspace.Write("a.log");
        string destination = workspace.At(new string('x', 256));
        OsCode code = files.RenameNoReplace(source, destination);
        Assert.AreEqual(FailureReason.PathTooLong, FailureClassifier.Classify(files, code, source, destination, out _));
    }

    [TestMethod]
    public void RenamesOfTwoFilesToOneName_HaveExactlyOneWinner()
    {
        const int Rounds = 200;
        int bothOrNone = 0;
        string[] sources = [workspace.At("a"), workspace.At("b")];
        string destination = workspace.At("destination");
        OsCode[] codes = new OsCode[2];
        using Barrier barrier = new(2);
        for (int round = 0; round < Rounds; round++)
        {
            Array.ForEach(sources, source => File.WriteAllText(source, source));
            Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => codes[i] = files.RenameNoReplace(sources[i], destination));
            int winner = Array.FindIndex(codes, code => code.IsOk);
            bool isOne = winner >= 0 && !codes[1 - winner].IsOk;
            if (!isOne || File.ReadAllText(destination) != sources[winner] || File.ReadAllText(sources[1 - winner]) != sources[1 - winner])
                bothOrNone++;
            File.Delete(destination);
        }

        Assert.AreEqual(0, bothOrNone);
    }

    [TestMethod]
    public void Replace_PutsTheNewContentInPlace()
    {
        string source = workspace.Write("new", "new");
        string destination = workspace.Write("state", "old");
        Assert.AreEqual(OsCode.Ok, files.Replace(source, destination));
        Assert.AreEqual("new", File.ReadAllText(destination));
        Assert.IsFalse(File.Exists(source));
    }

    [TestMethod]
    public void Remove_TakesOneName_AndTellsWhenThereIsNone()
    {
        string path = workspace.Write("a.log");
        Assert.AreEqual(OsCode.Ok, files.Remove(path));
        Expect(FailureReason.MissingSource, files.Remove(path));
    }

    [TestMethod]
    public void Remove_OfALinkToAFolder_LeavesTheFolder()
    {
        string inside = workspace.Write("folder/a.log");
        Directory.CreateSymbolicLink(workspace.At("link"), workspace.At("folder"));
        Assert.AreEqual(OsCode.Ok, files.Remove(workspace.At("link")));
        Assert.IsTrue(File.Exists(inside));
    }

    [TestMethod]
    public void Remove_OfAFolder_IsRefused()
    {
        Directory.CreateDirectory(workspace.At("folder"));
        Assert.IsFalse(files.Remove(workspace.At("folder")).IsOk);
        Assert.IsTrue(Directory.Exists(workspace.At("folder")));
    }

    [TestMethod]
    public void RemoveEmptyDirectory_LeavesAFullOne()
    {
        string inside = workspace.Write("folder/a.log");
        Expect(FailureReason.DestExists, files.RemoveEmptyDirectory(workspace.At("folder")));
        Assert.AreEqual(OsCode.Ok, files.Remove(inside));
        Assert.AreEqual(OsCode.Ok, files.RemoveEmptyDirectory(workspace.At("folder")));
        Assert.IsFalse(Directory.Exists(workspace.At("folder")));
    }

    [TestMethod]
    public void CreateDirectory_MakesOne_AndTellsWhenItIsThere()
    {
        Assert.AreEqual(OsCode.Ok, files.CreateDirectory(workspace.At("folder")));
        Expect(FailureReason.DestExists, files.CreateDirectory(workspace.At("folder")));
        Expect(FailureReason.MissingSource, files.CreateDirectory(workspace.At("none/folder")));
    }

    [TestMethod]
    public void FlushDirectory_WorksOnAFolder_AndTellsWhenThereIsNone()
    {
        Assert.AreEqual(OsCode.Ok, files.FlushDirectory(workspace.FullPath));
        Expect(FailureReason.MissingSource, files.FlushDirectory(workspace.At("none")));
    }

    [TestMethod]
    public void CopyAttributes_KeepsTheTimes()
    {
        string source = workspace.Write("a.log");
        string destination = workspace.Write("b.log");
        DateTime written = new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(1_234_567);
        File.SetLastWriteTimeUtc(source, written);
        File.SetLastAccessTimeUtc(source, written.AddDays(1));

        Assert.AreEqual(OsCode.Ok, files.CopyAttributes(source, destination));

        Assert.AreEqual(written, File.GetLastWriteTimeUtc(destination));
        Assert.AreEqual(written.AddDays(1), File.GetLastAccessTimeUtc(destination));
    }

    [TestMethod]
    public void CopyAttributes_OfAReadOnlyFile_MakesAReadOnlyCopy()
    {
        string source = workspace.Write("a.log");
        string destination = workspace.Write("b.log");
        File.SetAttributes(source, FileAttributes.ReadOnly);

        Assert.AreEqual(OsCode.Ok, files.CopyAttributes(source, destination));

        Assert.IsTrue(File.GetAttributes(destination).HasFlag(FileAttributes.ReadOnly));
        Assert.AreEqual(OsCode.Ok, files.Remove(destination));
        Assert.AreEqual(OsCode.Ok, files.Remove(source));
    }

    /// <summary>.NET can make symbolic links only; a hard link needs the system's own tool.</summary>
    private static void LinkOrSkip(string first, string second)
    {
        if (OperatingSystem.IsLinux())
            Assert.AreEqual(0, LinuxNative.link(first, second));
        else
            Assert.Inconclusive("Making a hard link is written for Linux only.");
    }

    private void Expect(FailureReason reason, OsCode code) =>
        Assert.AreEqual<FailureReason?>(reason, code.IsOk ? null : FailureClassifier.Classify(files.Family, code), OsErrorNames.Describe(files.Family, code));
}
