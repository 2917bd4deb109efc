using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class UndoTests
{
    private const int EXDEV = 18;

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Undo_RestoresTheIdenticalTree_AndTheNextRunLeavesItAlone()
    {
        using Workbench bench = new();
        bench.Write("a.log", "one");
        bench.Write("b.log", "two");
        bench.Write("src/Program.cs");
        File.SetLastWriteTimeUtc(bench.At("a.log"), new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        File.SetUnixFileMode(bench.At("b.log"), UnixFileMode.UserRead);
        IReadOnlyList<string> before = TreeSnapshot.OfFiles(bench.Root.FullPath);
        bench.Apply();

        RunResult undone = Undo(bench);
        RunResult next = bench.Apply();

        Assert.IsTrue(undone.Entries.All(e => e.Status == EntryStatus.Moved));
        Assert.IsEmpty(next.Entries);
        CollectionAssert.AreEqual(before.ToList(), TreeSnapshot.OfFiles(bench.Root.FullPath).ToList());
        Assert.IsFalse(bench.Exists("archive"), "folders that the run created are gone again");
        Assert.AreEqual(PendingStatus.Held, bench.Pending("a.log").Status);
    }

    [TestMethod]
    public void AHeldSourceThatChanges_IsTidiedAgain()
    {
        using Workbench bench = new();
        bench.Write("a.log", "one");
        bench.Apply();
        Undo(bench);
        bench.Write("a.log", "changed since");

        bench.Apply();
        bench.Apply();

        Assert.AreEqual("changed since", File.ReadAllText(bench.At("archive/logs/a.log")));
        Assert.IsEmpty(bench.Queue().Items);
    }

    [TestMethod]
    public void WhatChangedSince_OrWhoseOldPlaceIsTaken_IsRefusedItemByItem()
    {
        using Workbench bench = new();
        foreach (string name in new[] { "changed.log", "free.log", "gone.log", "taken.log" })
            bench.Write(name, name);
        bench.Apply();
        File.AppendAllText(bench.At("archive/logs/changed.log"), "more");
        File.Delete(bench.At("archive/logs/gone.log"));
        bench.Write("taken.log", "new");

        RunResult undone = Undo(bench);

        Assert.AreEqual(EntryStatus.Moved, Of(undone, "free.log").Status);
        foreach (string refused in new[] { "changed.log", "gone.log", "taken.log" })
        {
            Assert.AreEqual(EntryStatus.Skipped, Of(undone, refused).Status);
            Assert.AreEqual(Codes.UndoRefused, Of(undone, refused).Code);
        }

        Assert.AreEqual("new", File.ReadAllText(bench.At("taken.log")));
        Assert.AreEqual("taken.log", File.ReadAllText(bench.At("archive/logs/taken.log")));
        Assert.AreEqual(ExitCode.Pending, undone.Exit);
    }

    [TestMethod]
    public void AnUndo_CanItselfBeUndone()
    {
        using Workbench bench = new();
        bench.Write("a.log", "one");
        bench.Apply();
        RunResult undone = Undo(bench);

        Undo(bench, undone.RunId);

        Assert.AreEqual("one", File.ReadAllText(bench.At("archive/logs/a.log")));
        Assert.IsFalse(bench.Exists("a.log"));
        Assert.IsEmpty(bench.Queue().Items, "the hold that undo had put on it is released");
    }

    [TestMethod]
    public void TwoUndosInARow_ReverseTwoRuns()
    {
        using Workbench bench = new();
        bench.Write("a.log");
        bench.Apply();
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        bench.Write("b.log");
        bench.Apply();
        bench.Clock.Advance(TimeSpan.FromMinutes(1));

        Undo(bench);
        Assert.IsTrue(bench.Exists("b.log") && !bench.Exists("a.log"));
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Undo(bench);

        Assert.IsTrue(bench.Exists("a.log") && bench.Exists("b.log"));
        Assert.Throws<TidyException>(() => RunHistory.ToUndo(bench.Root, null));
    }

    [TestMethod]
    public void ARemovedDuplicate_ComesBackAsItsOwnFile()
    {
        using Workbench bench = new("""{ "version": 1, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/", "conflict": "deduplicate" } ] }""");
        bench.Write("archive/same.log", "12345");
        bench.Write("same.log", "12345");
        File.SetLastWriteTimeUtc(bench.At("same.log"), new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        IReadOnlyList<string> before = TreeSnapshot.OfFiles(bench.Root.FullPath);
        bench.Apply();
        Assert.IsFalse(bench.Exists("same.log"));

        Undo(bench);

        CollectionAssert.AreEqual(before.ToList(), TreeSnapshot.OfFiles(bench.Root.FullPath).ToList());
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void AMoveAcrossVolumes_KeepsTimeAndMode_AndIsUndone()
    {
        using Workbench bench = new();
        bench.Write("a.log", "one");
        File.SetLastWriteTimeUtc(bench.At("a.log"), new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        File.SetUnixFileMode(bench.At("a.log"), UnixFileMode.UserRead | UnixFileMode.GroupRead);
        IReadOnlyList<string> before = TreeSnapshot.OfFiles(bench.Root.FullPath);
        bench.Files.OnRename = source => Path.GetFileName(source) == "a.log" ? new OsCode(EXDEV) : null;

        RunResult applied = bench.Apply();
        Assert.AreEqual(EntryStatus.Moved, applied.Entries.Single().Status);
        Assert.AreEqual("one", File.ReadAllText(bench.At("archive/logs/a.log")));
        Assert.IsFalse(bench.Exists("a.log"));

        Undo(bench);
        CollectionAssert.AreEqual(before.ToList(), TreeSnapshot.OfFiles(bench.Root.FullPath).ToList(), string.Join("\n", TreeSnapshot.OfFiles(bench.Root.FullPath)));
    }

    private static RunResult Undo(Workbench bench, string? id = null)
    {
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        return bench.Run(RunCommand.Undo, r => r with { UndoOf = id });
    }

    private static Outcome Of(RunResult result, string name) => result.Entries.Single(e => e.Entry.Destination!.Name == name);
}
