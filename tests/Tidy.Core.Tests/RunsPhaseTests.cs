using Tidy.Core.Configuration;
using Tidy.Core.Phases;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>What the phase <c>runs</c> plans for run folders.</summary>
[TestClass]
public sealed class RunsPhaseTests
{
    [TestMethod]
    public void WithoutTheSection_NothingIsLookedAt()
    {
        using RunsScene scene = new();
        scene.WriteRuns("run-", 12);
        scene.Bench.Config = scene.Bench.Config with { Runs = null };

        Assert.IsEmpty(scene.Bench.Plan().Entries);
    }

    [TestMethod]
    public void WithoutTheFolder_ThereIsNothingToSay()
    {
        using RunsScene scene = new();

        RunResult result = scene.Bench.Plan();

        Assert.IsEmpty(result.Entries);
        Assert.IsEmpty(result.Findings);
    }

    [TestMethod]
    public void TheNewestOfEachGroup_Stay()
    {
        using RunsScene scene = new("\"keepLast\": 2");
        scene.WriteRuns("build-", 4);
        scene.WriteRuns("test_", 3);
        scene.Write("single-1/run.log", 100);

        Assert.AreEqual("move build-1; move build-2; move test_1", scene.Plan());
    }

    [TestMethod]
    public void AMove_SaysWhichRunItIs_AndWhereItGoes_AndWaitsForNobody()
    {
        using RunsScene scene = new();
        scene.WriteRuns("build-", 12);

        PlanEntry entry = scene.Planned("build-1").Entry;

        Assert.AreEqual("archive/runs/build-1", entry.Destination?.Value);
        Assert.AreEqual(("runs", "runs", PlanAction.Move), (entry.Phase, entry.Rule, entry.Action));
        Assert.AreEqual("run 12 of group 'build': 10 newer ones stay", entry.Message);
        Assert.IsTrue(entry.LeaveIfInUse);
    }

    [TestMethod]
    [DataRow(0, "run 1 of group 'build': none is kept")]
    [DataRow(1, "run 2 of group 'build': 1 newer one stays")]
    public void KeepLast_MayBeNoneOrOne(int keep, string message)
    {
        using RunsScene scene = new($"\"keepLast\": {keep}");
        scene.WriteRuns("build-", 1 + keep);

        Assert.AreEqual(message, scene.Planned("build-1").Message);
    }

    [TestMethod]
    public void RunsNamedByATimeAlone_AreAGroup()
    {
        using RunsScene scene = new("\"keepLast\": 1");
        scene.Write("20251211-103000/a.log", 30);
        scene.Write("20251212-103000/a.log", 20);

        Assert.AreEqual("run 2 of those that are named by number or time only: 1 newer one stays", scene.Planned("20251211-103000").Message);
    }

    [TestMethod]
    public void RunsOfTheSameTime_AreRankedByTheirNumber()
    {
        using RunsScene scene = new("\"keepLast\": 2");
        foreach (int number in new[] { 2, 9, 10, 11 })
            scene.Write($"run-{number}/a.log", 30);

        Assert.AreEqual("move run-2; move run-9", scene.Plan());
    }

    [TestMethod]
    public void GroupsAreToldApart_AsTheFileSystemTellsNames()
    {
        using RunsScene scene = new("\"keepLast\": 1");
        scene.Write("Build-1/a.log", 30);
        scene.Write("build-2/a.log", 20);

        Assert.AreEqual(WorkspacePath.Comparer.Equals("a", "A") ? "move Build-1" : "", scene.Plan());
    }

    [TestMethod]
    public void WithMatch_OnlyWhatItNamesIsARun_AndANameWithoutAStampIsAGroupOfItsOwn()
    {
        using RunsScene scene = new("\"match\": [\"build*\", \"retry-*/\"], \"keepLast\": 0");
        foreach (string name in new[] { "build-1", "buildings", "retry-x", "other-1" })
            scene.Write($"{name}/a.log", 30);

        Assert.AreEqual("move build-1; move buildings; move retry-x", scene.Plan());
        Assert.AreEqual("run 1 of group 'retry-x': none is kept", scene.Planned("retry-x").Message);
    }

    [TestMethod]
    public void ARunIsAsOldAsItsNewestFile_HoweverDeep()
    {
        using RunsScene scene = new("\"keepLast\": 0");
        scene.Write("run-1/old.log", 30);
        scene.Write("run-1/deep/down/young.log", 6.9);
        scene.Write("run-2/a.log", 7);
        scene.Age("run-1", 30);
        scene.Age("run-2", 1); // a folder's own time does not count while there are files

        Assert.AreEqual("move run-2", scene.Plan());
    }

    [TestMethod]
    [DataRow(0, 0, "move run-1")]
    [DataRow(-1, 0, "")]
    [DataRow(0, 192, "")]
    public void TheMinimumAge_IsTheLongerOfTheTwo_ToTheSecond(int seconds, int ofRunInHours, string plan)
    {
        using RunsScene scene = new("\"keepLast\": 0, \"minAge\": \"7d\"");
        scene.Write("run-1/a.log", 7);
        scene.Bench.Clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.AreEqual(plan, scene.Plan(TimeSpan.FromHours(ofRunInHours)));
    }

    [TestMethod]
    public void WhatIsTooYoung_IsLookedAtAgainWhenItIsOldEnough()
    {
        using RunsScene scene = new("\"keepLast\": 0");
        scene.Write("run-1/a.log", 6);
        RunRequest request = new() { Command = RunCommand.Plan, Root = scene.Bench.Root, Config = scene.Bench.Config };

        Plan plan = new Planner(request, scene.Bench.Services).Plan(scene.Bench.Queue());

        Assert.IsEmpty(plan.Entries);
        Assert.AreEqual(scene.Bench.Clock.Now.AddDays(1), plan.DueAt);
    }

    [TestMethod]
    [DataRow("\"protect\": [\"baselines*\", \"keep-1\"],", "baselines-1/a.log")]
    [DataRow("\"protect\": [\"baselines*\", \"keep-1\"],", "keep-1/a.log")]
    [DataRow("", ".hidden-1/a.log")]
    [DataRow("", ".locks/1/a.log")]
    [DataRow("", "tidy/runs-1/a.log")]
    [DataRow("", "clone-1/.git/HEAD")]
    [DataRow("", "worktree-1/.git")]
    [DataRow("", "app-1/src/a.cs")]
    [DataRow("", "app-1/docs/a.md")]
    [DataRow("", "app-1/README.md")]
    [DataRow("", "app-1/App.sln")]
    [DataRow("", "app-1/app.fsproj")]
    [DataRow("", "app-1/package.json")]
    [DataRow("", "app-1/pyproject.toml")]
    public void WhatIsNoRun_Stays(string protect, string file)
    {
        using RunsScene scene = new($"{protect} \"keepLast\": 0");
        scene.Write(file, 100);

        Assert.AreEqual("", scene.Plan());
    }

    [TestMethod]
    [DataRow("rebuilder-app")]
    [DataRow("file-organizer-app-v1")]
    [DataRow("build-1")]
    public void A24_AProject_IsNoRun_WhateverItsNameSays(string name)
    {
        using RunsScene scene = new("\"match\": [\"*build*\", \"*app*\"], \"keepLast\": 0");
        scene.Write($"{name}/docs/BUILD_HISTORY.md", 100);
        scene.Write($"{name}/src/main.py", 100);
        scene.MakeFolder($"{name}/archive/reports", 100);

        Assert.AreEqual("", scene.Plan());
    }

    [TestMethod]
    public void A24_WhatGitTracksInARun_KeepsItInPlace()
    {
        using RunsScene scene = new("\"keepLast\": 0");
        scene.WriteRuns("run-", 2);
        GitRepository.InitAndAdd(scene.Bench.Root.FullPath, ".autonomous_runs/run-1/run.log");

        Assert.AreEqual("Protected run-1; move run-2", scene.Plan());
        Assert.AreEqual("git tracks files in it", scene.Planned("run-1").Message);
    }

    [TestMethod]
    public void ARepositoryFurtherDown_KeepsTheRun()
    {
        using RunsScene scene = new("\"keepLast\": 0");
        scene.Write("run-1/clone/.git", 100, "gitdir: elsewhere");

        Outcome outcome = scene.Planned("run-1");

        Assert.AreEqual((EntryStatus.Skipped, "'.autonomous_runs/run-1/clone' in it is a repository of its own"), (outcome.Status, outcome.Message));
    }

    [TestMethod]
    [DataRow("../../run-1-neighbour", EntryStatus.Skipped)]
    [DataRow("../../../run-2", EntryStatus.Skipped)]
    [DataRow("../sub/missing", EntryStatus.Planned)]
    [DataRow("..", EntryStatus.Planned)]
    [DataRow("/usr", EntryStatus.Planned)]
    [DataRow("$RUN/sub", EntryStatus.Skipped)]
    [DataRow("$RUN-2", EntryStatus.Planned)]
    public void ALinkThatWouldLeadElsewhere_KeepsTheRun(string target, EntryStatus expected)
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("Links need a privilege there.");
        using RunsScene scene = new("\"keepLast\": 0");
        scene.Write("run-1/sub/a.log", 100);
        string link = scene.Bench.At(".autonomous_runs/run-1/sub/link");
        File.CreateSymbolicLink(link, target.Replace("$RUN", scene.Bench.At(".autonomous_runs/run-1"), StringComparison.Ordinal));
        Programs.Run("touch", "-h", "-d", $"{scene.Ago(100):O}", link);

        Outcome outcome = scene.Planned("run-1");

        Assert.AreEqual(expected, outcome.Status);
        if (expected == EntryStatus.Skipped)
            Assert.AreEqual("the link '.autonomous_runs/run-1/sub/link' in it would lead elsewhere", outcome.Message);
    }

    [TestMethod]
    public void ANameThatIsNoText_KeepsTheRun_AndIsReportedOnce()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Inconclusive("Names are text there.");
        using RunsScene scene = new("\"keepLast\": 0");
        scene.Write("run-1/a.log", 100);
        string run = scene.Bench.At(".autonomous_runs/run-1");
        Programs.Shell($"cd '{run}' && touch -d '2020-01-01' \"$(printf 'b\\377')\"");

        RunResult result = scene.Bench.Plan();

        Assert.AreEqual("Skipped run-1", RunsScene.Lines(result));
        Assert.AreEqual(Codes.NotText, result.Findings.Single().Code);
        Programs.Shell($"rm -r '{run}'");
    }

    [TestMethod]
    public void AFolderThatCannotBeRead_KeepsTheRun_AndTheOthersGo()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("Unix modes.");
        using RunsScene scene = new("\"keepLast\": 0");
        scene.WriteRuns("run-", 2);
        scene.MakeFolder("run-1/closed", 100);
        Programs.Shell($"chmod 755 '{scene.Bench.Root.FullPath}'; chmod 000 '{scene.Bench.At(".autonomous_runs/run-1/closed")}'");

        RunResult result = OtherUser.Do(scene.Bench.Plan);

        Programs.Shell($"chmod 755 '{scene.Bench.At(".autonomous_runs/run-1/closed")}'");
        Assert.AreEqual("Skipped run-1; move run-2", RunsScene.Lines(result));
        Assert.AreEqual("'.autonomous_runs/run-1/closed' in it could not be read", result.Entries[0].Message);
        Assert.AreEqual((Codes.Unreadable, ".autonomous_runs/run-1/closed"), (result.Findings.Single().Code, result.Findings[0].Path));
    }

    [TestMethod]
    public void ALinkInPlaceOfTheFolder_IsAFinding_AndNothingElse()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("Links need a privilege there.");
        using RunsScene scene = new("\"path\": \"runs\", \"keepLast\": 0");
        scene.Bench.Write("real/run-1/a.log");
        File.CreateSymbolicLink(scene.Bench.At("runs"), "real");

        RunResult result = scene.Bench.Plan();

        Assert.IsEmpty(result.Entries);
        Assert.AreEqual((Codes.PathRefused, FindingLevel.Error, "runs"), (result.Findings.Single().Code, result.Findings[0].Level, result.Findings[0].Path));
    }

    [TestMethod]
    public void AnArchiveInTheFolder_IsNoRun_AndWhatIsInItStays()
    {
        using RunsScene scene = new("\"keepLast\": 0, \"archiveTo\": \".autonomous_runs/old-1/all/\"");
        scene.Write("old-1/all/run-1/a.log", 100);
        scene.MakeFolder("old-1/all/run-2/empty", 100);
        scene.Write("run-3/a.log", 100);

        Assert.AreEqual("move run-3", scene.Plan());
        Assert.AreEqual(".autonomous_runs/old-1/all/run-3", scene.Planned("run-3").Entry.Destination?.Value);
    }

    [TestMethod]
    public void AnArchiveThatIsTheFolderItself_IsSaid_AndNothingMoves()
    {
        using RunsScene scene = new("\"keepLast\": 0, \"archiveTo\": \".autonomous_runs/\"");
        scene.WriteRuns("run-", 3);

        RunResult result = scene.Bench.Plan();

        Assert.IsEmpty(result.Entries);
        Assert.AreEqual(Codes.PathRefused, result.Findings.Single().Code);
    }

    [TestMethod]
    public void AMigrationIntoARun_OrOutOfTheFolder_ComesFirst()
    {
        using RunsScene scene = new("\"keepLast\": 0", "\"extends\": [],");
        scene.WriteRuns("run-", 3);
        PlanBuilder builder = new(Request(scene), scene.Bench.Services, scene.Bench.Queue());
        builder.Add(Move("organizer", ".autonomous_runs/run-1/organizer"));
        builder.Add(Move(".autonomous_runs/run-2", "projects/two"));

        new RunsPhase().Plan(builder);

        CollectionAssert.AreEqual(new[] { ".autonomous_runs/run-3" }, builder.Entries.Skip(2).Select(e => e.Source.Value).ToArray());
    }

    private static PlanEntry Move(string from, string to) =>
        new() { Source = WorkspacePath.Parse(from), Destination = WorkspacePath.Parse(to), Phase = "migrate" };

    private static RunRequest Request(RunsScene scene) => new() { Command = RunCommand.Plan, Root = scene.Bench.Root, Config = scene.Bench.Config };
}
