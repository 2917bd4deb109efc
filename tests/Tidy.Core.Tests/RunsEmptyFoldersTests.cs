using Tidy.Core.Phases;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>What the phase <c>runs</c> plans for folders without a file.</summary>
[TestClass]
public sealed class RunsEmptyFoldersTests
{
    [TestMethod]
    public void FoldersWithoutAFileAtAnyDepth_Go_TheDeepestFirst()
    {
        using RunsScene scene = new();
        scene.MakeFolder("b/x/y", 30);
        scene.MakeFolder("b/z", 30);
        scene.MakeFolder("a", 30);
        scene.Write("full/a.log", 30);
        scene.MakeFolder("full/empty", 30);

        Assert.AreEqual("remove b/x/y; remove b/x; remove b/z; remove full/empty; remove a; remove b", scene.Plan());
    }

    [TestMethod]
    public void ARemoval_HasNoDestination_ButWhatUndoNeeds()
    {
        using RunsScene scene = new();
        scene.MakeFolder("a", 30);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(scene.Bench.At(".autonomous_runs/a"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        PlanEntry entry = scene.Planned("a").Entry;

        Assert.AreEqual((PlanAction.RemoveEmptyDir, null, "runs", "empty-folders"), (entry.Action, entry.Destination, entry.Phase, entry.Rule));
        Assert.AreEqual(Platform.FileKind.Directory, entry.Stat.Kind);
        if (!OperatingSystem.IsWindows())
            Assert.AreEqual(Convert.ToInt32("700", 8), entry.Stat.Mode & Convert.ToInt32("777", 8));
    }

    [TestMethod]
    public void ARunWithoutAFile_IsEmpty_AndCountsAsNone()
    {
        using RunsScene scene = new("\"keepLast\": 1");
        scene.Write("run-1/a.log", 40);
        scene.MakeFolder("run-2/errors", 30);
        scene.MakeFolder("run-3", 6);

        Assert.AreEqual("remove run-2/errors; remove run-2", scene.Plan());
    }

    [TestMethod]
    [DataRow(7, 7, "remove a/b; remove a")]
    [DataRow(7, 6, "")]
    [DataRow(6, 7, "remove a/b")]
    public void AnEmptyFolder_IsAsYoungAsWhatIsInIt(double outer, double inner, string plan)
    {
        using RunsScene scene = new();
        scene.MakeFolder("a/b", inner);
        scene.Age("a", outer);

        Assert.AreEqual(plan, scene.Plan());
        Assert.AreEqual("", scene.Plan(TimeSpan.FromDays(8)));
    }

    [TestMethod]
    public void A24_EmptyProtectedFolders_AndWhatIsInThem_Stay()
    {
        using RunsScene scene = new("\"protect\": [\"autopack\", \"checkpoints\"]");
        foreach (string folder in new[] { "autopack", "checkpoints/deep", ".locks", ".cache/x", "tidy/runs", "some/checkpoints/x" })
            scene.MakeFolder(folder, 100);
        scene.Write("some/autopack/file", 100);

        Assert.AreEqual("", scene.Plan());
    }

    [TestMethod]
    [DataRow("app/package.json")]
    [DataRow("app/src/main.py")]
    [DataRow("work/deeper/README.md")]
    [DataRow("work/clone/.git/HEAD")]
    public void InAProject_EmptyFoldersStay(string file)
    {
        using RunsScene scene = new();
        scene.Write(file, 100);
        scene.MakeFolder($"{file[..file.LastIndexOf('/')].Replace("/src", "", StringComparison.Ordinal).Replace("/.git", "", StringComparison.Ordinal)}/empty", 100);

        Assert.AreEqual("", scene.Plan());
    }

    [TestMethod]
    public void InAYoungRun_EmptyFoldersStay_InAnOldOneThatIsKept_TheyGo()
    {
        using RunsScene scene = new();
        scene.Write("run-1/a.log", 8);
        scene.MakeFolder("run-1/empty", 8);
        scene.Write("run-2/a.log", 1);
        scene.MakeFolder("run-2/empty", 8);

        Assert.AreEqual("remove run-1/empty", scene.Plan());
    }

    [TestMethod]
    public void InAFolderThatMovesAsOne_NothingIsRemoved()
    {
        using RunsScene scene = new("\"keepLast\": 0");
        scene.Write("run-1/a.log", 30);
        scene.MakeFolder("run-1/empty", 30);

        Assert.AreEqual("move run-1", scene.Plan());
    }

    [TestMethod]
    public void WhatIsRequired_Stays()
    {
        using RunsScene scene = new("\"keepLast\": 0", "\"required\": [\".autonomous_runs/baselines/\", \".autonomous_runs/seed-1/seed.db\"],");
        scene.MakeFolder("baselines", 30);
        scene.MakeFolder("other", 30);
        scene.Write("seed-1/seed.db", 30);

        Assert.AreEqual("remove other", scene.Plan());
    }

    [TestMethod]
    public void ALink_IsContent()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("Links need a privilege there.");
        using RunsScene scene = new();
        scene.MakeFolder("a", 30);
        File.CreateSymbolicLink(scene.Bench.At(".autonomous_runs/a/link"), "nowhere");
        scene.Age("a", 30);

        Assert.AreEqual("", scene.Plan());
    }

    [TestMethod]
    public void WhatCannotBeRead_IsContent()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("Unix modes.");
        using RunsScene scene = new();
        scene.MakeFolder("a/closed", 30);
        Programs.Shell($"chmod 755 '{scene.Bench.Root.FullPath}'; chmod 000 '{scene.Bench.At(".autonomous_runs/a/closed")}'");

        RunResult result = OtherUser.Do(scene.Bench.Plan);

        Programs.Shell($"chmod 755 '{scene.Bench.At(".autonomous_runs/a/closed")}'");
        Assert.IsEmpty(result.Entries);
        Assert.AreEqual(Codes.Unreadable, result.Findings.Single().Code);
    }

    [TestMethod]
    public void ASubmoduleThatWasNotFetched_IsTrackedThoughItIsEmpty()
    {
        using RunsScene scene = new();
        scene.MakeFolder("module", 30);
        GitRepository.InitAndAdd(scene.Bench.Root.FullPath);
        GitRepository.Git(scene.Bench.Root.FullPath, "update-index", "--add", "--cacheinfo", "160000,0123456789012345678901234567890123456789,.autonomous_runs/module");

        Assert.AreEqual("Protected module", scene.Plan());
    }

    [TestMethod]
    public void AFolderThatThePlanEmpties_GoesWithIt_OneThatItFills_Stays()
    {
        using RunsScene scene = new();
        scene.Write("emptied/a.txt", 30);
        scene.Write("emptied/sub/b.txt", 30);
        scene.Age("emptied", 30);
        scene.Write("half/a.txt", 30);
        scene.Write("half/b.txt", 30);
        scene.MakeFolder("filled/sub", 30);
        PlanBuilder builder = new(new() { Command = RunCommand.Plan, Root = scene.Bench.Root, Config = scene.Bench.Config }, scene.Bench.Services, scene.Bench.Queue());
        builder.Add(Move(".autonomous_runs/emptied/a.txt", "kept/a.txt"));
        builder.Add(Move(".autonomous_runs/emptied/sub", "kept/sub"));
        builder.Add(Move(".autonomous_runs/half/a.txt", "kept/half.txt"));
        builder.Add(Move(".autonomous_runs/half/gone-already.txt", "kept/gone.txt"));
        builder.Add(Move("x.txt", ".autonomous_runs/filled/sub/x.txt"));

        new RunsPhase().Plan(builder);

        Assert.AreEqual(".autonomous_runs/emptied", builder.Entries.Skip(5).Single().Source.Value);
    }

    private static PlanEntry Move(string from, string to) =>
        new() { Source = WorkspacePath.Parse(from), Destination = WorkspacePath.Parse(to), Phase = "migrate" };
}
