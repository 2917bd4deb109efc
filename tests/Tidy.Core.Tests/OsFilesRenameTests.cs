using Tidy.Core.Moving;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>The move itself: whatever is in the way, nothing is replaced and nothing is lost.</summary>
[TestClass]
public sealed class OsFilesRenameTests : OsFilesContract
{
    [TestMethod]
    public void Rename_ToAFreeName_MovesTheSameFile()
    {
        string source = Workspace.Write("ä b.log", "content");
        string destination = Workspace.At("c.log");
        Files.Stat(source, out FileStat before);

        Assert.AreEqual(OsCode.Ok, Files.RenameNoReplace(source, destination));

        Assert.IsFalse(File.Exists(source));
        Files.Stat(destination, out FileStat after);
        Assert.IsTrue(before.IsSameFile(after) && before.IsUnchanged(after));
    }

    [TestMethod]
    public void Rename_OfAFolder_TakesItsFilesAlong()
    {
        Workspace.Write("from/sub/a.log");
        Assert.AreEqual(OsCode.Ok, Files.RenameNoReplace(Workspace.At("from"), Workspace.At("to")));
        Assert.IsTrue(File.Exists(Workspace.At("to/sub/a.log")));
    }

    [TestMethod]
    public void Rename_OfALink_MovesTheLink()
    {
        string target = Workspace.Write("target.txt");
        File.CreateSymbolicLink(Workspace.At("link"), target);

        Assert.AreEqual(OsCode.Ok, Files.RenameNoReplace(Workspace.At("link"), Workspace.At("moved")));

        Assert.AreEqual(target, new FileInfo(Workspace.At("moved")).LinkTarget);
        Assert.IsTrue(File.Exists(target));
    }

    [TestMethod]
    [DataRow("file")]
    [DataRow("folder")]
    [DataRow("full folder")]
    [DataRow("dangling link")]
    public void Rename_ToATakenName_ChangesNothing(string taken)
    {
        string source = Workspace.Write("a.log", "mine");
        string destination = Workspace.At("taken");
        if (taken == "file")
            Workspace.Write("taken", "theirs");
        else if (taken == "dangling link")
            File.CreateSymbolicLink(destination, Workspace.At("nowhere"));
        else
            Directory.CreateDirectory(taken == "folder" ? destination : Path.Combine(destination, "sub"));

        Expect(FailureReason.DestExists, Files.RenameNoReplace(source, destination));

        Assert.AreEqual("mine", File.ReadAllText(source));
        if (taken == "file")
            Assert.AreEqual("theirs", File.ReadAllText(destination));
    }

    [TestMethod]
    public void Rename_OfAFolder_ToATakenName_ChangesNothing()
    {
        Workspace.Write("from/a.log");
        Directory.CreateDirectory(Workspace.At("to"));
        Expect(FailureReason.DestExists, Files.RenameNoReplace(Workspace.At("from"), Workspace.At("to")));
        Assert.IsTrue(File.Exists(Workspace.At("from/a.log")));
    }

    [TestMethod]
    public void Rename_BetweenTwoNamesOfOneFile_KeepsBoth()
    {
        string source = Workspace.Write("a.log");
        string destination = Workspace.At("b.log");
        HardLinkOrSkip(source, destination);

        // rename(2) would answer "done" here and do nothing.
        Expect(FailureReason.DestExists, Files.RenameNoReplace(source, destination));
        Assert.IsTrue(File.Exists(source) && File.Exists(destination));
    }

    [TestMethod]
    public void Rename_OfWhatIsNotThere_IsMissing()
    {
        Expect(FailureReason.MissingSource, Files.RenameNoReplace(Workspace.At("none"), Workspace.At("b.log")));
    }

    [TestMethod]
    public void Rename_IntoAFolderThatIsNotThere_BlamesTheDestination()
    {
        string source = Workspace.Write("a.log");
        string destination = Workspace.At("none/b.log");
        OsCode code = Files.RenameNoReplace(source, destination);
        Assert.AreEqual(FailureReason.Unknown, FailureClassifier.Classify(Files, code, source, destination, out string? detail));
        Assert.AreEqual($"the destination folder '{Workspace.At("none")}' does not exist", detail);
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    public void Rename_BelowAFile_SaysWhatIsInTheWay()
    {
        string source = Workspace.Write("a.log");
        string destination = Path.Combine(Workspace.Write("file"), "b.log");
        OsCode code = Files.RenameNoReplace(source, destination);
        Assert.AreEqual(FailureReason.DestExists, FailureClassifier.Classify(Files, code, source, destination, out string? detail));
        StringAssert.Contains(detail, "is in the way", StringComparison.Ordinal);
    }

    [TestMethod]
    public void Rename_OfAFolderIntoItself_IsRefused()
    {
        Directory.CreateDirectory(Workspace.At("folder"));
        Assert.IsFalse(Files.RenameNoReplace(Workspace.At("folder"), Workspace.At("folder/sub")).IsOk);
        Assert.IsTrue(Directory.Exists(Workspace.At("folder")));
    }

    [TestMethod]
    public void Rename_ToANameTooLong_IsPathTooLong()
    {
        string source = Workspace.Write("a.log");
        string destination = Workspace.At(new string('x', 256));
        OsCode code = Files.RenameNoReplace(source, destination);
        Assert.AreEqual(FailureReason.PathTooLong, FailureClassifier.Classify(Files, code, source, destination, out _));
    }

    [TestMethod]
    public void RenamesOfTwoFilesToOneName_HaveExactlyOneWinner()
    {
        const int Rounds = 200;
        int bothOrNone = 0;
        string[] sources = [Workspace.At("a"), Workspace.At("b")];
        string destination = Workspace.At("destination");
        OsCode[] codes = new OsCode[2];
        using Barrier barrier = new(2);
        for (int round = 0; round < Rounds; round++)
        {
            Array.ForEach(sources, source => File.WriteAllText(source, source));
            Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => codes[i] = Files.RenameNoReplace(sources[i], destination));
            int winner = Array.FindIndex(codes, code => code.IsOk);
            bool isOne = winner >= 0 && !codes[1 - winner].IsOk;
            if (!isOne || File.ReadAllText(destination) != sources[winner] || File.ReadAllText(sources[1 - winner]) != sources[1 - winner])
                bothOrNone++;
            File.Delete(destination);
        }

        Assert.AreEqual(0, bothOrNone);
    }
}
