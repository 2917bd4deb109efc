using System.Text;
using Tidy.Core.Phases;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class VerifyPhaseTests
{
    private const string Required =
        """
        { "required": [ "README.md", "src/", { "path": "docs/INDEX.md", "reason": "newcomers start there", "template": "# Index\n" } ] }
        """;

    private const string Buckets = """{ "archive": { "buckets": ["plans", "diagnostics/logs"] }, "rules": [ { "id": "l", "match": ["*.log"], "to": "archive/plans/" } ] }""";

    [TestMethod]
    [DataRow(RunCommand.Plan)]
    [DataRow(RunCommand.Verify)]
    [DataRow(RunCommand.Apply)]
    public void WhatIsMissing_IsAnErrorWithItsReason(RunCommand command)
    {
        using Workbench bench = new(Required);
        bench.Write("src/a.cs");

        RunResult result = bench.Run(command);

        CollectionAssert.AreEqual(new[] { "TIDY2012 README.md", "TIDY2012 docs/INDEX.md" }, Lines(result));
        Assert.IsTrue(result.Findings.All(f => f.Level == FindingLevel.Error && f.Remedy!.Contains("dotnet tidy apply --repair", StringComparison.Ordinal)));
        Assert.AreEqual("The file is missing; wanted because newcomers start there.", result.Findings[1].Message);
        Assert.IsEmpty(result.Entries);
        Assert.AreEqual(command switch { RunCommand.Verify => ExitCode.Findings, RunCommand.Apply => ExitCode.Pending, _ => ExitCode.Done }, result.Exit);
    }

    [TestMethod]
    public void WhatIsThere_IsFine_AndCostsNoLookIntoAFolder()
    {
        using Workbench bench = new(Required);
        foreach (string file in new[] { "README.md", "src/a.cs", "docs/INDEX.md", "archive/x/y" })
            bench.Write(file);

        PlanBuilder plan = new Planner(new RunRequest { Command = RunCommand.Verify, Root = bench.Root, Config = bench.Config }, bench.Services).Ask(bench.Queue());

        Assert.IsEmpty(plan.Build().Findings);
        Assert.AreEqual(0, plan.FoldersRead);
    }

    [TestMethod]
    public void AFileInPlaceOfAFolder_AndTheOtherWayRound_IsSaid()
    {
        using Workbench bench = new(Required);
        bench.Write("README.md/x");
        bench.Write("src");
        bench.Write("docs/INDEX.md");

        RunResult result = bench.Run(RunCommand.Verify, r => r with { Repair = true });

        CollectionAssert.AreEqual(
            new[] { "A file of this name is wanted, and a folder has it.", "A folder of this name is wanted, and a file has it." },
            result.Findings.Select(f => f.Message).ToArray());
        Assert.IsEmpty(result.Entries);
    }

    [TestMethod]
    public void AMissingBucket_IsAWarning_UnlessThePlanBringsIt()
    {
        using Workbench bench = new(Buckets);
        Directory.CreateDirectory(bench.At("archive"));
        RunResult result = bench.Run(RunCommand.Verify);
        CollectionAssert.AreEqual(new[] { "TIDY2016 archive/diagnostics/logs", "TIDY2016 archive/plans" }, Lines(result));
        Assert.AreEqual(ExitCode.Done, result.Exit);

        bench.Write("a.log");
        CollectionAssert.AreEqual(new[] { "TIDY2016 archive/diagnostics/logs" }, Lines(bench.Plan()));
    }

    [TestMethod]
    public void AFreshCloneWithoutAnArchive_IsOneWarning()
    {
        using Workbench bench = new(Buckets);

        Finding finding = bench.Run(RunCommand.Verify).Findings.Single();

        Assert.AreEqual((Codes.BucketMissing, FindingLevel.Warning, "archive"), (finding.Code, finding.Level, finding.Path));
        StringAssert.Contains(finding.Message, "plans, diagnostics/logs");
    }

    [TestMethod]
    public void WhatThePlanTakesAway_IsSaid_AndWhatItBringsIsThere()
    {
        using Workbench bench = new("""{ "required": ["data/keep.txt", "archive/data/other.txt", "archive/data/"] }""");
        bench.Write("data/keep.txt");
        bench.Write("data/other.txt");
        PlanBuilder plan = new(new RunRequest { Command = RunCommand.Plan, Root = bench.Root, Config = bench.Config, Repair = true }, bench.Services, bench.Queue());
        plan.Services.Files.Stat(bench.At("data"), out FileStat stat);
        plan.Add(new PlanEntry { Source = WorkspacePath.Parse("data"), Destination = WorkspacePath.Parse("archive/data"), Stat = stat, Phase = MigratePhase.PhaseName });

        new VerifyPhase().Plan(plan);

        Finding finding = plan.Build().Findings.Single();
        Assert.AreEqual("data/keep.txt", finding.Path);
        StringAssert.StartsWith(finding.Message, "The file is wanted here, and the plan takes it away");
        Assert.HasCount(1, plan.Entries);
    }

    [TestMethod]
    public void InAFolderThatMoves_FilesAreFoundAtTheirNewPlace()
    {
        using Workbench bench = new("""{ "required": ["archive/old1/deep/a.txt", "archive/old1/b.txt"], "rules": [ { "id": "o", "match": ["old*/"], "to": "archive/" } ] }""");
        bench.Write("old1/deep/a.txt");

        CollectionAssert.AreEqual(new[] { "TIDY2012 archive/old1/b.txt" }, Lines(bench.Plan()));
    }

    [TestMethod]
    public void Repair_PlansWhatIsMissing_ParentsFirst()
    {
        using Workbench bench = new("""
            {
              "required": ["docs/INDEX.md", "docs/", "README.md", { "path": "src/a/x.txt", "reason": "why", "template": "text" }],
              "archive": { "buckets": ["plans"] },
              "docs": { "truthSources": ["BUILD_HISTORY.md", "DEBUG-log.md", "state.json", "raw.txt"] }
            }
            """);
        bench.Write("README.md");

        Outcome[] made = [.. bench.Run(RunCommand.Plan, r => r with { Repair = true }).Entries];

        CollectionAssert.AreEqual(
            new[]
            {
                "create_dir archive/plans ", "create_dir docs ", "create_file docs/BUILD_HISTORY.md # Build History\n", "create_file docs/DEBUG-log.md # Debug Log\n",
                "create_file docs/INDEX.md ", "create_file docs/raw.txt ", "create_file docs/state.json {}\n", "create_file src/a/x.txt text",
            },
            made.Select(m => $"{WireNames.Of(m.Entry.Action)} {m.Entry.Source} {Content(m.Entry)}").ToArray());
        Assert.IsTrue(made.All(m => m.Entry is { Status: EntryStatus.Planned, Rule: "repair", Phase: VerifyPhase.PhaseName } && m.Entry.Source.Equals(m.Entry.Destination)));
        Assert.IsFalse(bench.Exists("docs"));
    }

    [TestMethod]
    public void Repair_GoesThroughNoLink_AndUnderNoFile()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("Links need a right there.");
        using Workbench bench = new("""{ "required": ["link/a.txt", "file/a.txt", "dangling/", "here/there.txt"] }""");
        using TemporaryWorkspace outside = new();
        File.CreateSymbolicLink(bench.At("link"), outside.FullPath);
        File.CreateSymbolicLink(bench.At("dangling"), "nothing");
        bench.Write("file");
        bench.Write("real/there.txt");
        File.CreateSymbolicLink(bench.At("here"), "real");

        RunResult result = bench.Run(RunCommand.Plan, r => r with { Repair = true });

        CollectionAssert.AreEqual(new[] { "TIDY2012 dangling", "TIDY2012 file/a.txt", "TIDY2012 link/a.txt" }, Lines(result));
        Assert.IsEmpty(result.Entries);
        StringAssert.Contains(result.Findings[2].Message, "cannot be made: 'link/a.txt' is reached through 'link', which is a link");
    }

    [TestMethod]
    public void ATruthSourceAtTheRoot_IsNotMadeASecondTime()
    {
        using Workbench bench = new("""{ "docs": { "truthSources": ["HISTORY.md"] } }""");
        bench.Write("HISTORY.md", "all of it");

        Assert.IsFalse(bench.Run(RunCommand.Plan, r => r with { Repair = true }).Entries.Any(e => e.Entry.Action == PlanAction.CreateFile));
    }

    [TestMethod]
    public void Required_TwiceWithDifferentKinds_IsOneEntryAndNoLoop()
    {
        using Workbench bench = new("""{ "required": ["a", "a/b"] }""");

        RunResult result = bench.Run(RunCommand.Plan, r => r with { Repair = true });

        Assert.AreEqual("a", result.Entries.Single().Entry.Source.Value);
        StringAssert.Contains(result.Findings.Single().Message, "cannot be made: 'a' is a file");
    }

    private static string[] Lines(RunResult result) => [.. result.Findings.Select(f => $"{f.Code} {f.Path}")];

    private static string Content(PlanEntry entry) => entry.Content is null ? "" : Encoding.UTF8.GetString(entry.Content.Make([])!);
}
