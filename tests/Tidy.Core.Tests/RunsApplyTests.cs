using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>The phase <c>runs</c>, carried out.</summary>
[TestClass]
public sealed class RunsApplyTests
{
    [TestMethod]
    public void OldRunsAndLooseFiles_Move_AndTheSecondRunIsQuiet()
    {
        using RunsScene scene = new("\"keepLast\": 1");
        scene.WriteRuns("run-", 3);
        scene.Write("run-1/deep/a.bin", 13, "deep");
        scene.Write("a.log", 30, "orphan");
        scene.Write("baselines_1.zip", 30);
        scene.Write("baselines_2.zip", 20);

        RunResult first = scene.Bench.Apply();
        scene.Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        RunResult second = scene.Bench.Apply();

        Assert.AreEqual("Moved run-1; Moved run-2; Moved a.log; Moved baselines_1.zip", RunsScene.Lines(first));
        Assert.AreEqual("deep", File.ReadAllText(scene.Bench.At("archive/runs/run-1/deep/a.bin")));
        Assert.AreEqual("orphan", File.ReadAllText(scene.Bench.At("archive/diagnostics/logs/a.log")));
        Assert.IsTrue(scene.Bench.Exists("archive/superseded/baselines_1.zip") && scene.Bench.Exists(".autonomous_runs/run-3/run.log"));
        Assert.IsEmpty(second.Entries);
        Assert.IsEmpty(second.Findings);
    }

    [TestMethod]
    public void A24_ATakenNameInTheArchive_MeansAnotherName_NotAFolderInTheFolder()
    {
        using RunsScene scene = new("\"keepLast\": 0");
        scene.Write("build-0/a.log", 30, "new");
        scene.Bench.Write("archive/runs/build-0/a.log", "old");

        RunResult result = scene.Bench.Apply();

        Assert.AreEqual("archive/runs/build-0_20260130-120000", result.Entries.Single().Entry.Destination?.Value);
        Assert.AreEqual("old", File.ReadAllText(scene.Bench.At("archive/runs/build-0/a.log")));
        Assert.AreEqual("new", File.ReadAllText(scene.Bench.At("archive/runs/build-0_20260130-120000/a.log")));
        Assert.IsFalse(scene.Bench.Exists("archive/runs/build-0/build-0"));
    }

    [TestMethod]
    public void ARunInUse_StaysWhole_AndMovesWhenItIsFree()
    {
        using RunsScene scene = new("\"keepLast\": 0");
        scene.Write("run-2/a.log", 30);
        string held = scene.Write("run-1/deep/held.log", 30);

        RunResult first;
        using (FileHolder.Start("read", held))
            first = scene.Bench.Apply();
        bool stayed = scene.Bench.Exists(".autonomous_runs/run-1/deep/held.log") && !scene.Bench.Exists("archive/runs/run-1");
        scene.Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        scene.Bench.Apply();

        Assert.IsTrue(stayed);
        Assert.AreEqual(EntryStatus.Moved, first.Entries.Single(e => e.Entry.Source.Name == "run-2").Status);
        Assert.IsTrue(scene.Bench.Exists("archive/runs/run-1/deep/held.log"));
        Assert.AreEqual(0, scene.Bench.Queue().Count);
    }

    [TestMethod]
    public void A03_TheQueueAndOurState_OutliveARunThatSweepsEverything()
    {
        using RunsScene scene = new(
            "\"keepLast\": 0, \"minAge\": \"0s\", \"match\": [\"*\"], \"orphans\": [\"*\"]",
            "\"rules\": [ { \"id\": \"logs\", \"match\": [\"*.log\"], \"to\": \"archive/\" } ],");
        scene.Bench.Write("held.log");
        scene.Bench.Files.OnProbe = path => path.EndsWith("held.log", StringComparison.Ordinal) ? FileUse.InUse : null;
        scene.Write("run-1/a.txt", 30);
        scene.Write("state.json", 30);

        scene.Bench.Apply();
        scene.Bench.Clock.Advance(TimeSpan.FromSeconds(1));
        RunResult second = scene.Bench.Apply();
        scene.Bench.Clock.Advance(TimeSpan.FromSeconds(1));
        RunResult third = scene.Bench.Apply();

        Assert.IsEmpty(second.Entries);
        Assert.IsEmpty(third.Entries);
        Assert.AreEqual(PendingStatus.Pending, scene.Bench.Pending("held.log").Status);
        string[] left = [".gitignore", "tidy", "tidy_pending_moves.json"];
        CollectionAssert.IsSubsetOf(Directory.GetFileSystemEntries(scene.Bench.At(RunsScene.Folder)).Select(Path.GetFileName).ToArray(), left);
        Assert.IsTrue(scene.Bench.Exists("archive/runs/run-1/a.txt") && scene.Bench.Exists("archive/diagnostics/logs/state.json"));
    }

    [TestMethod]
    public void A35_TheRunsThatAreKept_StayThroughAllPhases()
    {
        using RunsScene scene = new("\"keepLast\": 2", "\"archive\": { \"buckets\": [\"runs\"], \"index\": true },");
        scene.WriteRuns("run-", 3);

        scene.Bench.Apply();
        scene.Bench.Clock.Advance(TimeSpan.FromSeconds(1));
        string plan = scene.Plan();

        Assert.IsTrue(scene.Bench.Exists(".autonomous_runs/run-2/run.log") && scene.Bench.Exists(".autonomous_runs/run-3/run.log"));
        Assert.IsFalse(plan.Contains("run-", StringComparison.Ordinal), plan);
    }

    [TestMethod]
    public void WhatUndoBroughtBack_StaysUntilAPersonReleasesIt()
    {
        using RunsScene scene = new("\"keepLast\": 0");
        scene.Write("run-1/a.log", 30);
        scene.Bench.Apply();
        scene.Bench.Clock.Advance(TimeSpan.FromSeconds(1));

        scene.Bench.Run(RunCommand.Undo);
        scene.Bench.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.IsTrue(scene.Bench.Exists(".autonomous_runs/run-1/a.log"));
        Assert.AreEqual("", RunsScene.Lines(scene.Bench.Apply()));
    }

    [TestMethod]
    public void WhatTheQueueHasInARun_KeepsItInPlace()
    {
        using RunsScene scene = new("\"keepLast\": 0");
        scene.WriteRuns("run-", 2);
        scene.Bench.Write(WorkspacePath.QueueFile, """
            { "schema_version": 1, "queue_id": "q", "items": [ { "id": "0123456789abcdef", "src": ".autonomous_runs/run-1/run.log", "dest": "archive/run.log",
              "action": "move", "status": "pending", "reason": "unknown", "first_seen_at": "2026-03-01T11:00:00Z", "last_attempt_at": "2026-03-01T11:00:00Z",
              "attempt_count": 1, "next_eligible_at": "2026-03-01T13:00:00Z" } ] }
            """);

        Assert.AreEqual("move run-2", scene.Plan());
    }
}
