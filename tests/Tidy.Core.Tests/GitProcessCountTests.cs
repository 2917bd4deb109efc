using Tidy.Core.Builds;
using Tidy.Core.Explaining;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>A process costs more than all else in a run: git is asked once, told once where tracked files moved, and not at all where nothing would move.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class GitProcessCountTests : IDisposable
{
    private readonly GitStandIn git = new();
    private readonly Workbench bench;

    public GitProcessCountTests()
    {
        bench = new Workbench(Config("keep")) { Git = git.Path };
        foreach (string path in new[] { "src/App.csproj", "tracked.log", "docs/README.md" })
            bench.Write(path);
        bench.Write(".gitignore", "/hidden*\n");
        GitRepository.InitAndAdd(bench.Root.FullPath);
        GitRepository.Commit(bench.Root.FullPath);
    }

    public void Dispose()
    {
        bench.Dispose();
        git.Dispose();
    }

    [TestMethod]
    [DataRow(RunCommand.Plan)]
    [DataRow(RunCommand.Verify)]
    [DataRow(RunCommand.Apply)]
    [DataRow(RunCommand.Retry)]
    public void WithWorkForAllPhases_GitIsAskedOnce(RunCommand command)
    {
        WriteWork();
        Assert.IsNotEmpty(bench.Run(command).Entries);
        Assert.AreEqual("ls-files", git.Take());
    }

    [TestMethod]
    public void Explain_AsksOnce()
    {
        WriteWork();
        RunRequest request = new() { Command = RunCommand.Plan, Root = bench.Root, Config = bench.Config };
        Assert.AreEqual("tracked by git", Explanation.Of(request, bench.Services, ExplainedPath.Parse("tracked.log")).Protections.Single());
        Assert.AreEqual("ls-files", git.Take());
    }

    [TestMethod]
    public void Undo_OfWhatGitDidNotTrack_AsksNothing()
    {
        WriteWork();
        bench.Apply();
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        git.Take();

        Assert.IsNotEmpty(bench.Undo().Entries);

        Assert.AreEqual("", git.Take());
    }

    [TestMethod]
    public void WhereTrackedFilesMove_GitIsAskedOnceAndToldOnce_ByUndoToo()
    {
        bench.Config = Tidy.Core.Configuration.ConfigReader.Parse(Config("move"), "tidy.json");
        WriteWork();
        for (int i = 0; i < 30; i++)
            bench.Write($"tracked-{i}.log");
        GitRepository.Git(bench.Root.FullPath, "add", "tracked-*.log");

        Assert.AreEqual(30, bench.Apply().Entries.Count(e => e.Entry.IsTracked));
        Assert.AreEqual("ls-files, update-index", git.Take());
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsEmpty(bench.Undo().Findings);
        Assert.AreEqual("ls-files, update-index", git.Take());
    }

    [TestMethod]
    [DataRow(RunCommand.Plan)]
    [DataRow(RunCommand.Verify)]
    [DataRow(RunCommand.Apply)]
    [DataRow(RunCommand.Retry)]
    public void WithoutACandidate_GitIsNotStarted(RunCommand command)
    {
        File.Delete(bench.At("tracked.log"));
        Assert.IsEmpty(bench.Run(command).Entries);
        Assert.AreEqual("", git.Take());
    }

    /// <summary>The gate needs a second plan to know its own moves from those of others.</summary>
    [TestMethod]
    [DataRow("keep", "ls-files")]
    [DataRow("move", "ls-files, update-index")]
    public void ARunOfABuild_AsksOnce_AlthoughItPlansTwice(string tracked, string calls)
    {
        bench.Config = Tidy.Core.Configuration.ConfigReader.Parse(Config(tracked), "tidy.json");
        WriteWork();
        bench.Write("another.log");
        GitRepository.Git(bench.Root.FullPath, "add", "another.log");

        RunRequest request = new() { Command = RunCommand.Apply, Root = bench.Root, Config = bench.Config, BuildGate = "apply|AfterBuild" };
        RunResult result = new TidyRun(request, bench.Services with { Clock = TimeProvider.System }).Execute();

        Assert.Contains(e => e.Status == EntryStatus.Moved, result.Entries);
        Assert.IsTrue(bench.Exists(".autonomous_runs/tidy/build.gate"));
        Assert.AreEqual(calls, git.Take());
    }

    /// <summary>And what it left is a gate that the next call need not start the tool for.</summary>
    [TestMethod]
    [DataRow("keep")]
    [DataRow("move")]
    public void ARunOfABuild_KnowsItsOwnMoves_AlthoughGitIsNotAskedAgain(string tracked)
    {
        bench.Config = Tidy.Core.Configuration.ConfigReader.Parse($$"""{ "git": { "tracked": "{{tracked}}" }, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" } ] }""", "tidy.json");
        bench.Write("stray.log");
        bench.Write("hidden.log");
        RunRequest request = new() { Command = RunCommand.Apply, Root = bench.Root, Config = bench.Config, BuildGate = "apply|AfterBuild" };

        RunResult result = new TidyRun(request, bench.Services with { Clock = TimeProvider.System }).Execute();

        Assert.AreEqual(tracked == "keep" ? 2 : 3, result.Entries.Count(e => e.Status == EntryStatus.Moved));
        GateFile gate = GateFile.Parse(File.ReadAllText(bench.At(".autonomous_runs/tidy/build.gate")))!;
        Assert.IsTrue(gate.Watched.All(w => GateStamp.Of(w.Key).Matches(w.Value)), string.Join("\n", gate.Watched));
        Assert.AreEqual(tracked == "keep", gate.Watched.Any(w => w.Key == bench.At(".gitignore")), "watched where something was spared");
    }

    private static string Config(string tracked) =>
        $$"""
        {
          "git": { "tracked": "{{tracked}}" }, "rules": [ { "id": "logs", "match": ["*.log", "hidden*/"], "to": "archive/logs/" } ],
          "migrations": [ { "from": "tools", "to": "eng/tools" } ], "docs": { "mode": "reduce", "allow": ["*.md"] }, "runs": { "keepLast": 0, "minAge": "0s" },
          "archive": { "deduplicate": true, "index": true, "retention": { "olderThan": "1d", "action": "compress" } }
        }
        """;

    /// <summary>Something for each phase, and something queued.</summary>
    private void WriteWork()
    {
        bench.Write("queued.log");
        bench.Files.OnProbe = path => path.EndsWith("queued.log", StringComparison.Ordinal) ? Tidy.Core.Platform.FileUse.InUse : null;
        bench.Run(RunCommand.Apply, r => r with { Phases = ["root"] });
        bench.Files.OnProbe = _ => null;
        bench.Clock.Advance(TimeSpan.FromMinutes(10));
        foreach (string path in new[] { "stray.log", "hidden.log", "hidden/a.txt", "tools/a.sh", "docs/stray.txt", ".autonomous_runs/run-1/a.txt", ".autonomous_runs/empty/x/y/z.txt", "archive/one.txt", "archive/two.txt" })
            File.SetLastWriteTimeUtc(bench.Write(path, new string('x', 9000)), bench.Clock.Now.AddDays(-9).UtcDateTime);
        File.Delete(bench.At(".autonomous_runs/empty/x/y/z.txt"));
        git.Take();
    }
}
