using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>A duplicate, or a file that was copied to another volume, about which something happens at the last moment before it goes.</summary>
[TestClass]
public sealed class RemovalTests
{
    private const string Any = """{ "version": 1 }""", Off = """{ "version": 1, "inUse": "off" }""";

    [TestMethod]
    public void AFileThatWasReplacedAtTheLastMoment_StaysWithItsNewContent()
    {
        using Workbench bench = Duplicate(Off);
        bench.Files.OnRename = path => Do(path == bench.At("a.log"), () => Replace(bench, "a.log", "new"));

        Outcome outcome = RemoveDuplicate(bench);

        Assert.AreEqual((EntryStatus.Failed, FailureReason.DestExists), (outcome.Status, outcome.Reason), "the second try finds two contents");
        AssertContents(bench, "archive/a.log: old", "a.log: new");
    }

    [TestMethod]
    public void AFileThatWasOpenedAtTheLastMoment_StaysForWhoHasIt()
    {
        using Workbench bench = Duplicate(Any);
        FileStream? logger = null;
        bench.Files.OnRename = path => Do(path == bench.At("a.log"), () => logger ??= new FileStream(path, FileMode.Append));

        Outcome outcome = RemoveDuplicate(bench);
        logger!.Write("new"u8);
        logger.Dispose();

        Assert.AreEqual((EntryStatus.Skipped, FailureReason.Locked), (outcome.Status, outcome.Reason));
        AssertContents(bench, "archive/a.log: old", "a.log: oldnew");
    }

    [TestMethod]
    public void WhatComesToTheOldNameMeanwhile_IsNotRemoved()
    {
        using Workbench bench = Duplicate(Any);
        bench.Files.OnProbe = path => Seen(FileUse.Free, Path.GetExtension(path) == ".aside", () => bench.Write("a.log", "new"));

        Assert.AreEqual(EntryStatus.Removed, RemoveDuplicate(bench).Status);

        AssertContents(bench, "archive/a.log: old", "a.log: new");
    }

    [TestMethod]
    public void AFileThatMustStayButWhoseNameWasTakenMeanwhile_GetsTheNextFreeOne()
    {
        using Workbench bench = Duplicate(Any);
        bench.Files.OnProbe = path => Path.GetExtension(path) == ".aside" ? Seen(FileUse.InUse, !bench.Exists("a.log"), () => bench.Write("a.log", "new")) : null;
        PlanEntry entry = Entries.RemoveDuplicate(bench, "a.log", "archive/a.log", "a.log");

        Outcome outcome = bench.CarryOne(entry);

        AssertContents(bench, "archive/a.log: old", "a.log: new", $"{ConflictName.Of(entry.Source, entry.Stat.ModifiedAt, 1)}: old");
        Assert.AreNotEqual(EntryStatus.Removed, outcome.Status);
    }

    [TestMethod]
    public void ACopiedFileThatWasReplacedAtTheLastMoment_StaysAndTheCopyGoes()
    {
        const int EXDEV = 18;
        using Workbench bench = new(Off);
        bench.Write("a.log", "old");
        int renames = 0;
        bench.Files.OnRename = path =>
        {
            if (path != bench.At("a.log"))
                return null;
            if (++renames % 2 == 0) // the first of each try is the move itself
                Replace(bench, "a.log", "new");
            return new OsCode(EXDEV);
        };

        Outcome outcome = bench.CarryOne(Entries.Move(bench, "a.log", "archive/a.log"));

        Assert.AreEqual((EntryStatus.Queued, FailureReason.Locked), (outcome.Status, outcome.Reason));
        AssertContents(bench, "a.log: new");
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void ARunKilledInTheMiddleOfARemoval_GivesTheFileItsNameBack(bool isNameTaken)
    {
        using Workbench bench = Duplicate(Off);
        PlanEntry entry = Entries.RemoveDuplicate(bench, "a.log", "archive/a.log", "a.log");
        bench.Files.OnRemove = path => Path.GetExtension(path) == ".aside" ? throw new DyingFiles.DiedException() : null;
        Assert.ThrowsExactly<DyingFiles.DiedException>(() => bench.CarryOne(entry));
        Assert.IsFalse(bench.Exists("a.log"));
        if (isNameTaken)
            bench.Write("a.log", "new");

        RunResult recovering = bench.Apply();

        string at = isNameTaken ? ConflictName.Of(entry.Source, entry.Stat.ModifiedAt, 1).Value : "a.log";
        AssertContents(bench, isNameTaken ? ["archive/a.log: old", "a.log: new", $"{at}: old"] : ["archive/a.log: old", "a.log: old"]);
        Assert.AreEqual(isNameTaken, recovering.Findings.Any(f => f.Code == Codes.StateDamaged && f.Message.Contains($"'{at}'", StringComparison.Ordinal)));
    }

    private static Workbench Duplicate(string config)
    {
        Workbench bench = new(config);
        bench.Write("archive/a.log", "old");
        bench.Write("a.log", "old");
        return bench;
    }

    private static Outcome RemoveDuplicate(Workbench bench) => bench.CarryOne(Entries.RemoveDuplicate(bench, "a.log", "archive/a.log", "a.log"));

    private static void Replace(Workbench bench, string file, string content)
    {
        string prepared = bench.Write("prepared", content);
        Assert.IsTrue(OsFiles.Current.Replace(prepared, bench.At(file)).IsOk);
    }

    private static OsCode? Do(bool isNow, Action action)
    {
        if (isNow)
            action();
        return null;
    }

    private static FileUse? Seen(FileUse use, bool isNow, Action action)
    {
        Do(isNow, action);
        return use;
    }

    /// <summary>All files there are but Tidy's own, with what is in them.</summary>
    private static void AssertContents(Workbench bench, params string[] expected) => CollectionAssert.AreEquivalent(
        expected,
        Directory.EnumerateFiles(bench.Root.FullPath, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(bench.Root.FullPath, f))
            .Where(f => !f.StartsWith(".autonomous_runs", StringComparison.Ordinal) && Path.GetFileName(f) != ".gitignore")
            .Select(f => $"{f}: {File.ReadAllText(bench.At(f))}").ToArray());
}
