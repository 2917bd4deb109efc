using Tidy.Core.Journal;
using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>The actions besides moves where the workspace is not as the plan, or the undo, expects it.</summary>
[TestClass]
public sealed class ActionRefusalTests
{
    private const int EBUSY = 16, ENOSPC = 28;

    [TestMethod]
    public void AFolderThatIsNotEmptyAnyMore_OrGone_OrNoFolder_IsLeft()
    {
        using Workbench bench = new(ActionScene.NoRules);
        foreach (string folder in new[] { "full", "gone", "replaced" })
            Directory.CreateDirectory(bench.At(folder));
        PlanEntry[] plan = [.. new[] { "full", "gone", "replaced" }.Select(f => Entries.RemoveEmptyDir(bench, f))];
        bench.Write("full/new.txt");
        Directory.Delete(bench.At("gone"));
        Directory.Delete(bench.At("replaced"));
        bench.Write("replaced", "a file now");

        IReadOnlyList<Outcome> outcomes = bench.Carry(bench.Files, plan);

        Assert.IsTrue(outcomes.All(o => o is { Status: EntryStatus.Skipped, Code: null, Message.Length: > 0 }));
        Assert.IsTrue(bench.Exists("full/new.txt") && bench.Exists("replaced"));
        Assert.IsEmpty(RunHistory.List(bench.Root), "a run that changed nothing leaves no folder");
    }

    [TestMethod]
    public void AFolderWaitsForTheSecondTry_OfAFileThatWasInUse()
    {
        using Workbench bench = new(ActionScene.NoRules);
        bench.Write("old/a.txt");
        int probes = 0;
        bench.Files.OnProbe = path => path.EndsWith("a.txt", StringComparison.Ordinal) && ++probes == 1 ? FileUse.InUse : null;

        IReadOnlyList<Outcome> outcomes = bench.Carry(
            bench.Files,
            Entries.Move(bench, "old/a.txt", "archive/a.txt"),
            Entries.Compress(bench, "archive/a.txt", arrivesFrom: "old/a.txt"),
            Entries.RemoveEmptyDir(bench, "old"));

        Assert.IsTrue(outcomes.All(o => o.Status is EntryStatus.Moved or EntryStatus.Removed), string.Join("\n", outcomes.Select(o => o.Message)));
        Assert.IsTrue(bench.Exists("archive/a.txt.gz") && !bench.Exists("old"));
    }

    [TestMethod]
    public void AnEntryThatGoesOnFromWhereNothingArrived_IsLeft_EvenIfSomebodyElsesFileIsThere()
    {
        using Workbench bench = new(ActionScene.NoRules);
        bench.Write("a.txt", "mine");
        PlanEntry move = Entries.Move(bench, "a.txt", "archive/a.txt");
        PlanEntry compress = Entries.Compress(bench, "archive/a.txt", arrivesFrom: "a.txt");
        bench.Write("archive/a.txt", "else");

        IReadOnlyList<Outcome> outcomes = bench.Carry(bench.Files, move, compress);

        Assert.AreEqual(EntryStatus.Moved, outcomes[0].Status);
        Assert.AreEqual(EntryStatus.Skipped, outcomes[1].Status);
        Assert.AreEqual("else", File.ReadAllText(bench.At("archive/a.txt")));
        Assert.IsFalse(bench.Exists("archive/a.txt.gz"));
    }

    [TestMethod]
    public void AnIndexThatSomebodyChanged_MadeOrRemovedSinceThePlan_IsLeftAsItIs()
    {
        using Workbench bench = new(ActionScene.NoRules);
        bench.Write("changed.md", "old");
        bench.Write("gone.md", "old");
        PlanEntry[] plan = [.. new[] { "changed.md", "gone.md", "made.md" }.Select(f => Entries.WriteIndex(bench, f, "index"))];
        bench.Write("changed.md", "by a person");
        bench.Write("made.md", "by a person");
        File.Delete(bench.At("gone.md"));

        IReadOnlyList<Outcome> outcomes = bench.Carry(bench.Files, plan);

        Assert.IsTrue(outcomes.All(o => o.Status == EntryStatus.Skipped));
        Assert.AreEqual("by a person", File.ReadAllText(bench.At("changed.md")));
        Assert.AreEqual("by a person", File.ReadAllText(bench.At("made.md")));
        Assert.IsFalse(bench.Exists("gone.md"));
    }

    [TestMethod]
    public void NothingIsWrittenThroughALink_OrInItsPlace()
    {
        using Workbench bench = new(ActionScene.NoRules);
        using TemporaryWorkspace outside = new();
        outside.Write("target.md", "outside");
        File.CreateSymbolicLink(bench.At("link.md"), outside.At("target.md"));
        Directory.CreateSymbolicLink(bench.At("linked"), outside.FullPath);
        IReadOnlyList<string> before = TreeSnapshot.Of(outside.FullPath);

        IReadOnlyList<Outcome> outcomes = bench.Carry(
            bench.Files,
            Entries.WriteIndex(bench, "link.md", "index"),
            Entries.CreateFile("linked/new.md", "new"),
            Entries.CreateDir("linked/new"),
            Entries.RemoveEmptyDir(bench, "linked") with { Stat = default });

        CollectionAssert.AreEqual(new[] { EntryStatus.Failed, EntryStatus.Failed, EntryStatus.Failed, EntryStatus.Skipped }, outcomes.Select(o => o.Status).ToArray());
        Assert.IsTrue(outcomes.All(o => o.Status == EntryStatus.Skipped || o.Code == Codes.MoveFailed));
        CollectionAssert.AreEqual(before.ToList(), TreeSnapshot.Of(outside.FullPath).ToList());
        Assert.IsNotNull(new FileInfo(bench.At("link.md")).LinkTarget);
    }

    [TestMethod]
    public void CreateFile_IsNeverOverSomething_NotEvenOverWhatAppearsAtTheLastMoment()
    {
        using Workbench bench = new(ActionScene.NoRules);
        bench.Write("there.md", "a person's");
        bench.Files.OnRename = source =>
        {
            if (!bench.Exists("late.md"))
                bench.Write("late.md", "a person's");
            return null;
        };

        IReadOnlyList<Outcome> outcomes = bench.Carry(bench.Files, Entries.CreateFile("there.md", "new"), Entries.CreateFile("late.md", "new"));

        Assert.AreEqual(EntryStatus.Skipped, outcomes[0].Status);
        Assert.AreEqual(EntryStatus.Failed, outcomes[1].Status);
        Assert.AreEqual("a person's", File.ReadAllText(bench.At("there.md")));
        Assert.AreEqual("a person's", File.ReadAllText(bench.At("late.md")));
        Assert.IsEmpty(Directory.GetFiles(bench.Root.FullPath, "*.part"));
    }

    [TestMethod]
    public void WhatIsInUse_IsLeft_WhereTheEntrySaysSo_AndNoOtherActionIsEverQueued()
    {
        using Workbench bench = new(ActionScene.NoRules);
        foreach (string name in new[] { "left.txt", "queued.txt", "packed.log", "left.log" })
            bench.Write(name);
        PlanEntry[] plan =
        [
            Entries.Move(bench, "left.txt", "archive/left.txt") with { LeaveIfInUse = true },
            Entries.Move(bench, "queued.txt", "archive/queued.txt"),
            Entries.Compress(bench, "packed.log"),
            Entries.Compress(bench, "left.log") with { LeaveIfInUse = true },
        ];
        bench.Files.OnProbe = _ => FileUse.InUse;

        IReadOnlyList<Outcome> outcomes = bench.Carry(bench.Files, plan);

        CollectionAssert.AreEqual(
            new[] { EntryStatus.Skipped, EntryStatus.Queued, EntryStatus.Failed, EntryStatus.Skipped },
            outcomes.Select(o => o.Status).ToArray());
        Assert.AreEqual(FailureReason.Locked, outcomes[0].Reason);
        Assert.AreEqual("in use: left where it is until a later run", outcomes[0].Message);
        Assert.AreEqual(Codes.MoveFailed, outcomes[2].Code);
        Assert.AreEqual("queued.txt", bench.Queue().Items.Single().Source.Value);
    }

    [TestMethod]
    public void AFullDisk_LeavesEverythingAsItWas()
    {
        using Workbench bench = new(ActionScene.NoRules);
        bench.Write("a.log", "log");
        bench.Write("INDEX.md", "old");
        PlanEntry[] plan = [Entries.Compress(bench, "a.log"), Entries.CreateFile("new.md", "new"), Entries.CreateDir("made")];
        bench.Files.OnRename = _ => new OsCode(ENOSPC);
        bench.Files.OnCreateDirectory = _ => new OsCode(ENOSPC);

        IReadOnlyList<Outcome> outcomes = bench.Carry(bench.Files, plan);

        Assert.IsTrue(outcomes.All(o => o is { Status: EntryStatus.Failed, Reason: FailureReason.DiskFull, Code: Codes.MoveFailed }));
        CollectionAssert.AreEquivalent(new[] { "a.log", "INDEX.md" }, Directory.GetFiles(bench.Root.FullPath).Select(Path.GetFileName).ToArray());
        Assert.IsEmpty(bench.Queue().Items);
    }

    [TestMethod]
    public void ASourceThatCannotBeRemoved_KeepsItsName_AndNoCompressedCopyStays()
    {
        using Workbench bench = new(ActionScene.NoRules);
        bench.Write("a.log", "log");
        bench.Files.OnRemove = path => Path.GetExtension(path) == ".aside" ? new OsCode(EBUSY) : null;

        Outcome outcome = bench.CarryOne(Entries.Compress(bench, "a.log"));

        Assert.AreEqual(EntryStatus.Failed, outcome.Status);
        Assert.AreEqual("log", File.ReadAllText(bench.At("a.log")));
        Assert.HasCount(1, Directory.GetFiles(bench.Root.FullPath));
    }

    [TestMethod]
    public void Undo_RefusesWhatChangedSince_AndLeavesFoldersThatAreInUseAgain()
    {
        using ActionScene scene = new();
        Workbench bench = scene.Bench;
        bench.Carry(bench.Files, scene.Plan());
        bench.Write("archive/INDEX.md", "a person's index");
        bench.Write("made/README.md", "a person's");
        File.AppendAllText(bench.At("archive/x/a.txt.gz"), "more");
        bench.Write("made/deeper/new.txt", "new");
        Directory.CreateDirectory(bench.At("old"));

        RunResult undone = bench.Undo();

        Outcome[] refused = [.. undone.Entries.Where(e => e.Code == Codes.UndoRefused)];
        CollectionAssert.AreEqual(
            new[] { "made/README.md", "archive/INDEX.md", "made/deeper", "archive/x/a.txt.gz", "archive/x/a.txt" },
            refused.Select(e => e.Entry.Source.Value).ToArray(),
            string.Join("\n", refused.Select(e => $"{e.Entry.Source}: {e.Message}")));
        Assert.AreEqual("a person's index", File.ReadAllText(bench.At("archive/INDEX.md")));
        Assert.AreEqual("a person's", File.ReadAllText(bench.At("made/README.md")));
        Assert.AreEqual("new", File.ReadAllText(bench.At("made/deeper/new.txt")));
        Assert.AreEqual("two", File.ReadAllText(bench.At("old/b.txt")));
        Assert.IsFalse(bench.Exists("archive/x/INDEX.md"));
        Assert.AreEqual(ExitCode.Pending, undone.Exit);
    }

    [TestMethod]
    public void ACompressedFileWhoseBytesAreDamaged_IsNotUnpacked_AndStays()
    {
        using Workbench bench = new(ActionScene.NoRules);
        bench.Write("a.log", "a line of a log");
        bench.CarryOne(Entries.Compress(bench, "a.log"));
        string packed = bench.At("a.log.gz");
        DateTime time = File.GetLastWriteTimeUtc(packed);
        byte[] bytes = File.ReadAllBytes(packed);
        bytes[^6] ^= 1; // in the checksum of the content
        File.WriteAllBytes(packed, bytes);
        File.SetLastWriteTimeUtc(packed, time);

        Outcome outcome = bench.Undo().Entries.Single();

        Assert.AreEqual(EntryStatus.Failed, outcome.Status);
        StringAssert.Contains(outcome.Message, "damaged");
        CollectionAssert.AreEqual(new[] { "a.log.gz" }, Directory.GetFiles(bench.Root.FullPath).Select(Path.GetFileName).ToArray());
    }

    [TestMethod]
    public void AnEarlierIndexThatIsNoLongerKept_OrDamaged_IsNotPutBack()
    {
        foreach (string? damage in new[] { null, "damaged" })
        {
            using Workbench bench = new(ActionScene.NoRules);
            bench.Write("INDEX.md", "old");
            bench.CarryOne(Entries.WriteIndex(bench, "INDEX.md", "new"));
            string kept = Directory.GetFiles(bench.Root.State("runs"), "before-*", SearchOption.AllDirectories).Single();
            File.Delete(kept);
            if (damage is not null)
                File.WriteAllText(kept, damage);

            RunResult undone = bench.Undo();

            Assert.AreEqual(damage is null ? EntryStatus.Skipped : EntryStatus.Failed, undone.Entries.Single().Status);
            Assert.AreEqual("new", File.ReadAllText(bench.At("INDEX.md")));
        }
    }
}
