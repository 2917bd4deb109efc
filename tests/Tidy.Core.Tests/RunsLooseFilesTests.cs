using Tidy.Core.Planning;

namespace Tidy.Core.Tests;

/// <summary>What the phase <c>runs</c> plans for files beside the run folders.</summary>
[TestClass]
public sealed class RunsLooseFilesTests
{
    [TestMethod]
    public void Orphans_GoToTheLogs_WhatOtherFilesAre_Stays()
    {
        using RunsScene scene = new();
        foreach (string file in new[] { "a.log", "b.jsonl", "state.json", "notes.md", "run-1/inside.log" })
            scene.Write(file, 30);

        Assert.AreEqual("move a.log; move b.jsonl", scene.Plan());
        PlanEntry entry = scene.Planned("a.log").Entry;
        Assert.AreEqual(("archive/diagnostics/logs/a.log", "orphans", "belongs to no run"), (entry.Destination?.Value, entry.Rule, entry.Message));
        Assert.IsTrue(entry.LeaveIfInUse);
    }

    [TestMethod]
    [DataRow(0, "move a.log")]
    [DataRow(-1, "")]
    public void AnOrphan_HasTheMinimumAgeToo(int seconds, string plan)
    {
        using RunsScene scene = new();
        scene.Write("a.log", 7);
        scene.Bench.Clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.AreEqual(plan, scene.Plan());
        Assert.AreEqual("", scene.Plan(TimeSpan.FromDays(8)));
    }

    [TestMethod]
    public void A03_WhatIsOurs_OrProtected_IsNoOrphan_WhateverThePatterns()
    {
        using RunsScene scene = new("\"orphans\": [\"*\", \"*.*\"], \"baselines\": [\"*.json\"], \"protect\": [\"keep.*\"], \"minAge\": \"0s\"");
        string[] stay = ["tidy_pending_moves.json.corrupt-20260101T000000Z", "tidy_pending_moves.json.tmp", ".gitignore", "keep.txt", "tidy/gate"];
        foreach (string file in stay)
            scene.Write(file, 100);
        scene.Write("swept.txt", 100);

        Assert.AreEqual("move swept.txt", scene.Plan());
    }

    [TestMethod]
    public void APatternForFolders_NamesNoFile()
    {
        using RunsScene scene = new("\"orphans\": [\"tmp*/\"]");
        scene.Write("tmp1", 30);

        Assert.AreEqual("", scene.Plan());
    }

    [TestMethod]
    public void ATrackedOrphan_IsProtected()
    {
        using RunsScene scene = new();
        scene.Write("a.log", 30);
        scene.Write("b.log", 30);
        GitRepository.InitAndAdd(scene.Bench.Root.FullPath, ".autonomous_runs/a.log");

        Assert.AreEqual("Protected a.log; move b.log", scene.Plan());
    }

    [TestMethod]
    public void ALinkAmongTheOrphans_Stays()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("Links need a privilege there.");
        using RunsScene scene = new("\"minAge\": \"0s\"");
        scene.Write("run-1/run.log", 30);
        File.CreateSymbolicLink(scene.Bench.At(".autonomous_runs/latest.log"), "run-1/run.log");

        Assert.AreEqual("", scene.Plan());
    }

    [TestMethod]
    public void ADatabase_GoesWithItsCompanions_AndIsAsYoungAsThey()
    {
        using RunsScene scene = new("\"orphans\": [\"*.db\", \"*-wal\"]");
        scene.Write("a.db", 30);
        scene.Write("a.db-wal", 20);
        scene.Write("b.db", 30);
        scene.Write("b.db-wal", 1);

        RunResult result = scene.Bench.Plan();

        Assert.AreEqual("move a.db; move a.db-wal", RunsScene.Lines(result));
        Assert.AreEqual(".autonomous_runs/a.db", result.Entries[1].Entry.UnitOf?.Value);
        Assert.IsTrue(result.Entries.All(e => e.Entry.LeaveIfInUse));
    }

    [TestMethod]
    public void OfBaselinesTheNewestStays_TheOthersAreSuperseded_AndNoneIsAnOrphan()
    {
        using RunsScene scene = new("\"orphans\": [\"*\"]");
        scene.Write("baselines_a.zip", 40);
        scene.Write("baselines_b.zip", 20);
        scene.Write("baselines_c.zip", 30);
        scene.Write("baselines_d.zip", 20);

        RunResult result = scene.Bench.Plan();

        Assert.AreEqual("move baselines_a.zip; move baselines_b.zip; move baselines_c.zip", RunsScene.Lines(result));
        PlanEntry entry = result.Entries[0].Entry;
        Assert.AreEqual(("archive/superseded/baselines_a.zip", "baselines", "superseded by 'baselines_d.zip'"), (entry.Destination?.Value, entry.Rule, entry.Message));
    }

    [TestMethod]
    public void ASupersededBaseline_WaitsForTheMinimumAge_AndEachPatternHasItsNewest()
    {
        using RunsScene scene = new("\"baselines\": [\"base_*.zip\", \"*.tar\"]");
        scene.Write("base_1.zip", 3);
        scene.Write("base_2.zip", 2);
        scene.Write("a.tar", 30);
        scene.Write("b.tar", 31);

        Assert.AreEqual("move b.tar", scene.Plan());
    }
}
