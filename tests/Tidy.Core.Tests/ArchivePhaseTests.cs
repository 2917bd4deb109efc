using Tidy.Core.Moving;
using Tidy.Core.Phases;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class ArchivePhaseTests
{
    private const string Deduplicate = """{ "deduplicate": true }""";
    private const string Compress = """{ "retention": { "olderThan": "30d", "action": "compress" } }""";
    private const string Report = """{ "retention": { "olderThan": "30d" } }""";
    private const string Logs = """[ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" }, { "id": "old", "match": ["old*/"], "to": "archive/" } ]""";

    private static readonly string Large = string.Join('\n', Enumerable.Range(0, 2000));

    [TestMethod]
    public void OfEqualFiles_TheOldestStays_AndOthersAreComparedByAllTheirContent()
    {
        using ArchiveBench bench = new(Deduplicate);
        string late = Large + new string('x', 40_000);
        bench.Write("archive/a/new.txt", late + "1", age: 1);
        bench.Write("archive/b/oldest.txt", late + "1", age: 9);
        bench.Write("archive/c.txt", late + "1", age: 5);
        bench.Write("archive/other.txt", late + "2", age: 20); // differs in the last byte only
        bench.Write("archive/empty1", "");
        bench.Write("archive/empty2", "");

        CollectionAssert.AreEqual(
            new[] { "remove_duplicate archive/a/new.txt > archive/b/oldest.txt", "remove_duplicate archive/c.txt > archive/b/oldest.txt" },
            bench.Planned());
        PlanEntry removal = bench.Bench.Plan().Entries[0].Entry;
        Assert.AreEqual(("deduplicate", true, (long)late.Length + 1), (removal.Rule, removal.LeaveIfInUse, removal.Stat.Size));
    }

    [TestMethod]
    public void OfOneAge_TheFirstByPathStays()
    {
        using ArchiveBench bench = new(Deduplicate);
        foreach (string name in new[] { "c", "a", "b" })
            bench.Write($"archive/{name}", "same", age: 3);

        CollectionAssert.AreEqual(new[] { "remove_duplicate archive/b > archive/a", "remove_duplicate archive/c > archive/a" }, bench.Planned());
    }

    [TestMethod]
    public void WhatArrives_IsADuplicateOfWhatIsThere_UnderItsFinalPath()
    {
        using ArchiveBench bench = new(Deduplicate, Logs);
        bench.Write("archive/kept.log", "one", age: 1);
        bench.Write("one.log", "one", age: 50);
        bench.Write("old/sub/x.log", "one", age: 50);
        bench.Write("two.log", "two", age: 2);
        bench.Write("three.log", "two", age: 1);

        CollectionAssert.AreEqual(
            new[]
            {
                "remove_duplicate archive/logs/one.log > archive/kept.log",
                "remove_duplicate archive/logs/three.log > archive/logs/two.log",
                "remove_duplicate archive/old/sub/x.log > archive/kept.log",
            },
            bench.Planned());
    }

    [TestMethod]
    public void WhatLeavesTheArchive_IsNoDuplicate()
    {
        using ArchiveBench bench = new(Deduplicate);
        bench.Write("archive/data/a", "same");
        bench.Write("archive/b", "same");
        RunRequest request = new() { Command = RunCommand.Plan, Root = bench.Bench.Root, Config = bench.Bench.Config };
        PlanBuilder plan = new(request, bench.Bench.Services, bench.Bench.Queue());
        plan.Services.Files.Stat(bench.Bench.At("archive/data"), out FileStat stat);
        plan.Add(new PlanEntry { Source = WorkspacePath.Parse("archive/data"), Destination = WorkspacePath.Parse("data"), Stat = stat, Phase = MigratePhase.PhaseName });

        new ArchivePhase().Plan(plan);

        Assert.HasCount(1, plan.Entries);
    }

    [TestMethod]
    public void WhatIsNotTheArchivesToTakeApart_Stays()
    {
        using ArchiveBench bench = new(Deduplicate);
        foreach (string folder in new[] { "archive", "archive/x" })
        {
            bench.Write($"{folder}/.gitignore", "ignore");
            bench.Write($"{folder}/base.db", "database");
        }

        bench.Write("archive/base.db-wal", "log");
        bench.Write("archive/ARCHIVE_INDEX.json", "index");
        bench.Write("archive/copy.json", "index");
        bench.Write("archive/repo/.git/HEAD", "head");
        bench.Write("archive/repo/src/code", "code");
        bench.Write("archive/code", "code");
        if (!OperatingSystem.IsWindows())
        {
            bench.Write("archive/target", "linked");
            File.CreateSymbolicLink(bench.Bench.At("archive/link"), "target");
            Programs.Shell($"ln '{bench.Bench.At("archive/target")}' '{bench.Bench.At("archive/hard")}'");
        }

        Assert.IsEmpty(bench.Planned());
        Assert.IsEmpty(bench.Findings());
    }

    [TestMethod]
    public void AFileThatCannotBeRead_CostsItselfAndAFinding()
    {
        using ArchiveBench bench = new(Deduplicate);
        bench.Write("archive/a", "same", age: 3);
        bench.Write("archive/b", "same", age: 2);
        using FileStream held = new(bench.Write("archive/c", "same", age: 1), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        CollectionAssert.AreEqual(new[] { "remove_duplicate archive/b > archive/a" }, bench.Planned());
        CollectionAssert.AreEqual(new[] { "TIDY2017 archive/c" }, bench.Findings());
    }

    [TestMethod]
    public void TrackedFiles_Stay_AndMakeTheOthersSuperfluous()
    {
        using ArchiveBench bench = new(Deduplicate);
        bench.Write("archive/old.txt", "same", age: 9);
        bench.Write("archive/tracked.txt", "same", age: 1);
        bench.Write("archive/tracked2.txt", "same");
        GitRepository.InitAndAdd(bench.Bench.Root.FullPath, "archive/tracked.txt", "archive/tracked2.txt");

        CollectionAssert.AreEqual(
            new[] { "remove_duplicate archive/old.txt > archive/tracked.txt", "[protected] remove_duplicate archive/tracked2.txt > archive/tracked.txt" },
            bench.Planned());
    }

    [TestMethod]
    public void WhatIsRequired_Stays()
    {
        using ArchiveBench bench = new("""{ "deduplicate": true, "retention": { "olderThan": "30d", "action": "compress" } }""", more: """, "required": ["archive/b"]""");
        bench.Write("archive/a", Large, age: 50);
        bench.Write("archive/b", Large, age: 40);

        CollectionAssert.AreEqual(new[] { "remove_duplicate archive/a > archive/b", "[protected] compress archive/b > archive/b.gz" }, bench.Planned());
    }

    [TestMethod]
    public void YoungFiles_AreLeft_AndLookedAtAgainWhenTheyAreOldEnough()
    {
        using ArchiveBench bench = new(Deduplicate);
        bench.Write("archive/a", "same", age: 9);
        bench.Write("archive/b", "same", age: 0.5);

        CollectionAssert.AreEqual(new[] { "[skipped] remove_duplicate archive/b > archive/a" }, bench.Planned(r => r with { MinAge = TimeSpan.FromDays(1) }));
        Assert.AreEqual(bench.Bench.Clock.Now.AddDays(0.5), Plan(bench, TimeSpan.FromDays(1)).DueAt);
    }

    [TestMethod]
    public void WhatTheQueueHolds_Stays()
    {
        using ArchiveBench bench = new(Deduplicate);
        bench.Write("archive/a", "same", age: 9);
        bench.Write("archive/b", "same");
        PendingQueue queue = bench.Bench.Queue();
        Failure failure = new(FailureReason.Unknown, OsCode.Ok, "undo", "held");
        queue.AddOrUpdate(new RetrySchedule(bench.Bench.Config.Queue).NewItem(
            WorkspacePath.Parse("archive/b"), WorkspacePath.Parse("b"), new FailedAttempt(failure, OsFamily.Linux, bench.Bench.Clock.Now)) with { Status = PendingStatus.Held });

        Assert.IsFalse(Plan(bench, TimeSpan.Zero, queue).Entries.Any(e => e.Source.Value == "archive/b"));
    }

    [TestMethod]
    public void OldFiles_AreCompressed_WhereThatGainsSomething()
    {
        using ArchiveBench bench = new(Compress, Logs);
        foreach (string name in new[] { "a.txt", "packed.zip", "PHOTO.JPG", "base.db", "base.db-wal", "taken.log" })
            bench.Write($"archive/{name}", Large + name, age: 40);
        bench.Write("archive/taken.log.gz", "there");
        bench.Write("archive/small.txt", "small", age: 40);
        bench.Write("archive/young.txt", Large, age: 29);
        bench.Write("arrives.log", Large, age: 50);

        CollectionAssert.AreEqual(
            new[]
            {
                "compress archive/a.txt > archive/a.txt.gz",
                "compress archive/logs/arrives.log > archive/logs/arrives.log.gz",
                "[skipped] compress archive/taken.log > archive/taken.log.gz",
            },
            bench.Planned());
        Assert.AreEqual(bench.Bench.Clock.Now.AddDays(1).AddTicks(1), Plan(bench, TimeSpan.Zero).DueAt);
    }

    [TestMethod]
    public void ADuplicate_IsNotCompressedAsWell()
    {
        using ArchiveBench bench = new("""{ "deduplicate": true, "retention": { "olderThan": "30d", "action": "compress" } }""");
        bench.Write("archive/a.txt", Large + Large, age: 50);
        bench.Write("archive/b.txt", Large + Large, age: 40);

        CollectionAssert.AreEqual(new[] { "remove_duplicate archive/b.txt > archive/a.txt", "compress archive/a.txt > archive/a.txt.gz" }, bench.Planned());
    }

    [TestMethod]
    public void OldFiles_AreReported_OnceForABucket()
    {
        using ArchiveBench bench = new(Report);
        for (int i = 0; i < 30; i++)
            bench.Write($"archive/logs/{i % 3}/{i}.log", "four", age: 31 + i);
        bench.Write("archive/plans/new.md", age: 1);
        bench.Write("archive/top.txt", "three", age: 100);

        Finding[] found = [.. bench.Bench.Plan().Findings];

        CollectionAssert.AreEqual(new[] { "archive/top.txt", "archive/logs" }, found.Select(f => f.Path).ToArray());
        Assert.IsTrue(found.All(f => f is { Code: Codes.GrownOld, Level: FindingLevel.Warning, Remedy: not null }));
        Assert.AreEqual("30 files with 120 bytes were last written more than 30d ago; the oldest is 'archive/logs/2/29.log' of 2025-12-31.", found[1].Message);
        Assert.AreEqual(bench.Bench.Clock.Now.AddDays(29).AddTicks(1), Plan(bench, TimeSpan.Zero).DueAt);
        Assert.IsEmpty(bench.Planned());
    }

    [TestMethod]
    public void AnArchiveThatNobodyTends_IsNotLookedAt()
    {
        using ArchiveBench bench = new("""{ "buckets": ["plans"] }""");
        bench.Write("archive/plans/a", "same");
        bench.Write("archive/plans/b", "same");

        Assert.AreEqual(0, Ask(bench).FoldersRead);
    }

    [TestMethod]
    public void ThousandsOfFiles_AreReadOnce_AndGiveNoFindings()
    {
        using ArchiveBench bench = new("""{ "deduplicate": true, "index": true, "retention": { "olderThan": "30d" } }""");
        for (int folder = 0; folder < 100; folder++)
        {
            Directory.CreateDirectory(bench.Bench.At($"archive/bucket{folder}"));
            for (int i = 0; i < 40; i++)
                File.WriteAllText(bench.Bench.At($"archive/bucket{folder}/{i}"), i == 7 ? "the same" : "");
        }

        PlanBuilder plan = Ask(bench);

        Assert.AreEqual(101, plan.FoldersRead);
        Assert.IsEmpty(plan.Build().Findings);
        Assert.AreEqual(99, plan.Entries.Count(e => e.Action == PlanAction.RemoveDuplicate));
        StringAssert.Contains(bench.Made(bench.Index()), "\"file_count\": 39");
    }

    private static Plan Plan(ArchiveBench bench, TimeSpan minAge, PendingQueue? queue = null) => Ask(bench, minAge, queue).Build();

    private static PlanBuilder Ask(ArchiveBench bench, TimeSpan minAge = default, PendingQueue? queue = null)
    {
        RunRequest request = new() { Command = RunCommand.Plan, Root = bench.Bench.Root, Config = bench.Bench.Config, MinAge = minAge };
        return new Planner(request, bench.Bench.Services).Ask(queue ?? bench.Bench.Queue());
    }
}
