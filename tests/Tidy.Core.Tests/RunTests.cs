using Tidy.Core.Planning;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class RunTests
{
    [TestMethod]
    [DataRow(RunCommand.Plan)]
    [DataRow(RunCommand.Verify)]
    public void APreview_ChangesNoNameByteOrTime(RunCommand command)
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Write("src/Program.cs");
        IReadOnlyList<string> before = TreeSnapshot.Of(bench.Root.FullPath);

        RunResult result = bench.Run(command);

        Assert.HasCount(1, result.Entries);
        CollectionAssert.AreEqual(before.ToList(), TreeSnapshot.Of(bench.Root.FullPath).ToList());
    }

    [TestMethod]
    public void Apply_DoesWhatPlanSaid_InTheSameOrder()
    {
        using Workbench bench = new();
        foreach (string name in new[] { "b.log", "a.log", "README.md", "Z.log" })
            bench.Write(name, name);
        List<string> planned = [.. bench.Plan().Entries.Select(Line)];

        RunResult applied = bench.Apply();

        CollectionAssert.AreEqual(planned, applied.Entries.Select(Line).ToList());
        CollectionAssert.AreEqual(new[] { "Z.log", "a.log", "b.log" }, applied.Entries.Select(e => e.Entry.Source.Value).ToArray());
        Assert.IsTrue(applied.Entries.All(e => e.Status == EntryStatus.Moved));
        Assert.AreEqual(ExitCode.Done, applied.Exit);
        Assert.AreEqual("a.log", File.ReadAllText(bench.At("archive/logs/a.log")));
        Assert.IsTrue(bench.Exists("README.md"));
        Assert.IsFalse(bench.Exists("a.log"));
    }

    [TestMethod]
    public void ASecondApply_MovesNothingAndTouchesNothingOutsideItsState()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Apply();
        IReadOnlyList<string> before = TreeSnapshot.OfFiles(bench.Root.FullPath);

        RunResult second = bench.Apply();

        Assert.IsEmpty(second.Entries);
        CollectionAssert.AreEqual(before.ToList(), TreeSnapshot.OfFiles(bench.Root.FullPath).ToList());
        Assert.HasCount(1, Directory.GetDirectories(bench.Root.State("runs")), "a run that changed nothing leaves no folder");
    }

    [TestMethod]
    public void TheArchiveThatARunCreates_IsIgnoredByGit_UnlessItIsToBeCommitted()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Apply();
        Assert.AreEqual("*\n", File.ReadAllText(bench.At("archive/.gitignore")));

        using Workbench committed = new("""{ "version": 1, "archive": { "commit": true }, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" } ] }""");
        committed.Write("build.log");
        committed.Apply();
        Assert.IsTrue(committed.Exists("archive/logs/build.log"));
        Assert.IsFalse(committed.Exists("archive/.gitignore"));
    }

    [TestMethod]
    public void ATakenDestination_GetsTheNameOfTheSourcesTime_ThenACounter()
    {
        using Workbench bench = new();
        bench.Write("archive/logs/build.log", "old");
        bench.Write("archive/logs/build_20260102-030405.log", "older");
        File.SetLastWriteTimeUtc(bench.Write("build.log", "new"), new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));

        string planned = bench.Plan().Entries[0].Destination!.Value;
        bench.Apply();

        Assert.AreEqual("archive/logs/build_20260102-030405-2.log", planned);
        Assert.AreEqual("new", File.ReadAllText(bench.At(planned)));
        Assert.AreEqual("old", File.ReadAllText(bench.At("archive/logs/build.log")));
        Assert.AreEqual("older", File.ReadAllText(bench.At("archive/logs/build_20260102-030405.log")));
    }

    [TestMethod]
    public void ADestinationThatAppearsBetweenPlanAndMove_IsNotOverwritten()
    {
        using Workbench bench = new();
        bench.Write("build.log", "new");
        bench.Files.OnRename = _ =>
        {
            if (!bench.Exists("archive/logs/build.log"))
                bench.Write("archive/logs/build.log", "appeared");
            return null;
        };

        Outcome outcome = bench.Apply().Entries[0];

        Assert.AreEqual(EntryStatus.Moved, outcome.Status);
        Assert.AreEqual("appeared", File.ReadAllText(bench.At("archive/logs/build.log")));
        Assert.AreEqual("new", File.ReadAllText(bench.At(outcome.Destination!.Value)));
    }

    [TestMethod]
    public void Skip_LeavesTheFile_AndSaysWhy()
    {
        using Workbench bench = new("""{ "version": 1, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/", "conflict": "skip" } ] }""");
        bench.Write("archive/build.log", "old");
        bench.Write("build.log", "new");

        Outcome outcome = bench.Apply().Entries[0];

        Assert.AreEqual(EntryStatus.Skipped, outcome.Status);
        StringAssert.Contains(outcome.Message, "exists already");
        Assert.AreEqual("new", File.ReadAllText(bench.At("build.log")));
    }

    [TestMethod]
    public void Deduplicate_RemovesTheSourceOnlyWhenTheContentIsTheSame()
    {
        using Workbench bench = new("""{ "version": 1, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/", "conflict": "deduplicate" } ] }""");
        bench.Write("archive/same.log", "12345");
        bench.Write("same.log", "12345");
        bench.Write("archive/other.log", "12345");
        bench.Write("other.log", "54321"); // the same length
        DateTime time = File.GetLastWriteTimeUtc(bench.At("archive/other.log"));
        File.SetLastWriteTimeUtc(bench.At("other.log"), time); // the same time: content decides, not looks

        RunResult result = bench.Apply();

        Assert.AreEqual(EntryStatus.Moved, result.Entries[0].Status);
        Assert.AreEqual(EntryStatus.Removed, result.Entries[1].Status);
        Assert.IsFalse(bench.Exists("same.log"));
        Assert.AreEqual("12345", File.ReadAllText(bench.At("archive/other.log")));
        Assert.AreEqual("54321", File.ReadAllText(bench.At(result.Entries[0].Destination!.Value)));
    }

    [TestMethod]
    public void APlanBeyondTheLimits_MovesNothing()
    {
        using Workbench bench = new("""{ "version": 1, "limits": { "maxMoves": 1 }, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/" } ] }""");
        bench.Write("a.log");
        bench.Write("b.log");

        RunResult result = bench.Apply();

        Assert.AreEqual(ExitCode.Usage, result.Exit);
        Assert.AreEqual(Codes.OverLimits, result.Findings.Single().Code);
        Assert.IsTrue(bench.Exists("a.log") && bench.Exists("b.log"));
        Assert.IsFalse(bench.Exists("archive"));
    }

    [TestMethod]
    public void ALinkAtTheRoot_IsLeft_AndADestinationBehindALink_IsRefused()
    {
        using Workbench bench = new();
        using TemporaryWorkspace outside = new();
        File.CreateSymbolicLink(bench.At("link.log"), outside.Write("target.log"));
        Directory.CreateSymbolicLink(bench.At("archive"), outside.FullPath);
        bench.Write("build.log");

        RunResult result = bench.Apply();

        Assert.IsTrue(result.Entries.All(e => e.Status == EntryStatus.Skipped));
        Assert.IsTrue(result.Findings.Any(f => f.Code == Codes.PathRefused));
        Assert.IsTrue(bench.Exists("build.log"));
        Assert.HasCount(1, Directory.GetFiles(outside.FullPath), "nothing was written outside the workspace");
    }

    [TestMethod]
    public void ACancelledRun_KeepsItsBooks_AndTheNextRunMovesTheRest()
    {
        using Workbench bench = new();
        bench.Write("a.log");
        bench.Write("b.log");
        using CancellationTokenSource cancel = new();
        bench.Files.OnRename = _ =>
        {
            cancel.Cancel();
            return null;
        };

        RunResult cancelled = bench.Run(RunCommand.Apply, cancel: cancel.Token);
        RunResult next = bench.Apply();

        Assert.AreEqual(ExitCode.Cancelled, cancelled.Exit);
        Assert.AreEqual(EntryStatus.Moved, cancelled.Entries[0].Status);
        Assert.AreEqual(EntryStatus.Planned, cancelled.Entries[1].Status);
        Assert.AreEqual(EntryStatus.Moved, next.Entries.Single().Status);
        Assert.IsEmpty(next.Findings);
    }

    [TestMethod]
    public void ATwoSourcesOneDestinationPlan_GivesEachItsOwnName()
    {
        using Workbench bench = new("""{ "version": 1, "rules": [ { "id": "all", "match": ["*.log", "sub/"], "to": "archive/" } ] }""");
        bench.Write("a.log", "one");
        bench.Write("archive/a.log", "two");
        bench.Write("sub/inner.txt", "three");

        RunResult result = bench.Apply();

        Assert.AreEqual("two", File.ReadAllText(bench.At("archive/a.log")));
        Assert.AreEqual("three", File.ReadAllText(bench.At("archive/sub/inner.txt")));
        Assert.AreEqual("one", File.ReadAllText(bench.At(result.Entries[0].Destination!.Value)));
    }

    private static string Line(Outcome outcome) => $"{outcome.Entry.Source} -> {outcome.Entry.Destination} {outcome.Entry.Action}";
}
