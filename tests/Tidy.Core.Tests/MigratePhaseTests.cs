using Tidy.Core.Configuration;
using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class MigratePhaseTests
{
    private const string OldToNew = """{ "migrations": [ { "from": "old/", "to": "src/new/" } ], "rules": [ { "id": "all", "match": ["*/"], "to": "archive/" } ] }""";

    [TestMethod]
    public void AFreeDestination_TakesTheWholeFolder_AndTheRootPhaseLeavesIt()
    {
        using Workbench bench = new(OldToNew);
        bench.Write("old/a.txt");
        bench.Write("old/sub/b.txt");

        Assert.AreEqual("old -> src/new Move Planned migration:old/", Lines(bench.Plan(), "old"));
        bench.Apply();

        Assert.IsTrue(bench.Exists("src/new/a.txt") && bench.Exists("src/new/sub/b.txt") && !bench.Exists("old"));
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.AreEqual("", Lines(bench.Plan(), "old"));
    }

    [TestMethod]
    public void AMissingSource_IsNothing()
    {
        using Workbench bench = new(OldToNew);
        RunResult result = bench.Plan();
        Assert.IsEmpty(result.Entries);
        Assert.IsEmpty(result.Findings);
    }

    [TestMethod]
    public void AnExistingDestination_IsMerged_EntryByEntry_AndEmptiedFoldersGoLast()
    {
        using Workbench bench = new(OldToNew);
        foreach (string file in new[] { "old/b.txt", "old/a/1.txt", "old/a/2.txt", "old/c/deep/3.txt", "src/new/a/1.txt", "src/new/z.txt" })
            bench.Write(file, file);
        File.SetLastWriteTimeUtc(bench.At("old/a/1.txt"), new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));

        Assert.AreEqual(
            """
            old/a/1.txt -> src/new/a/1_20260102-030405.txt Move Planned migration:old/
            old/a/2.txt -> src/new/a/2.txt Move Planned migration:old/
            old/a ->  RemoveEmptyDir Planned migration:old/
            old/b.txt -> src/new/b.txt Move Planned migration:old/
            old/c -> src/new/c Move Planned migration:old/
            old ->  RemoveEmptyDir Planned migration:old/
            """,
            Lines(bench.Plan(), "old"));
    }

    [TestMethod]
    [DataRow("skip", "Skipped", "'src/new/a.txt' exists already, and 'conflict' says to skip")]
    [DataRow("fail", "Planned", null)]
    [DataRow("deduplicate", "Planned", null)]
    public void AFileThatStays_KeepsItsFolder(string conflict, string status, string? why)
    {
        using Workbench bench = new($$"""{ "migrations": [ { "from": "old/", "to": "src/new/", "conflict": "{{conflict}}" } ] }""");
        bench.Write("old/a.txt", "one");
        bench.Write("src/new/a.txt", conflict == "deduplicate" ? "one" : "other");

        RunResult result = bench.Plan();

        PlanEntry file = result.Entries[0].Entry;
        Assert.AreEqual((status, conflict == "deduplicate"), (file.Status.ToString(), file.Action == PlanAction.RemoveDuplicate));
        Assert.AreEqual(conflict == "deduplicate" ? 2 : 1, result.Entries.Count, "the folder goes only when it will be empty");
        if (why is not null)
            Assert.AreEqual(why, file.Message);
    }

    [TestMethod]
    public void AFolderAgainstAFile_AndAFileAgainstAFolder_AreRenamed()
    {
        using Workbench bench = new(OldToNew);
        bench.Write("old/x/in.txt");
        bench.Write("src/new/x", "a file");
        bench.Write("old/y", "a file");
        bench.Write("src/new/y/in.txt");

        PlanEntry[] entries = [.. bench.Plan().Entries.Select(e => e.Entry).Where(e => e.Action == PlanAction.Move && e.Phase == "migrate")];

        Assert.AreEqual("old/x; old/y", string.Join("; ", entries.Select(e => e.Source)));
        Assert.IsTrue(entries.All(e => e.Renamed && e.Destination!.Parent!.Value == "src/new"), string.Join("; ", entries.Select(e => e.Destination)));
    }

    [TestMethod]
    public void Links_StayAndSaySo_AndSoDoesTheirFolder()
    {
        using Workbench bench = new(OldToNew);
        bench.Write("old/a.txt");
        bench.Write("src/new/b.txt");
        Directory.CreateSymbolicLink(bench.At("old/link"), bench.At("src"));
        Directory.CreateSymbolicLink(bench.At("src/new/c"), bench.At("src"));
        bench.Write("old/c/in.txt");

        RunResult result = bench.Plan();

        Outcome link = result.Entries.Single(e => e.Entry.Source.Value == "old/link");
        Assert.AreEqual((EntryStatus.Skipped, "a link: moved, it would point elsewhere"), (link.Status, link.Message));
        Assert.IsFalse(result.Entries.Any(e => e.Entry.Action == PlanAction.RemoveEmptyDir));
        Assert.StartsWith("src/new/c_", result.Entries.Single(e => e.Entry.Source.Value == "old/c").Entry.Destination!.Value, "nothing goes through a link");
    }

    [TestMethod]
    [DataRow("old", "old", "a link")]
    [DataRow("src", "old", "is a link or not a folder")]
    [DataRow("src/new", "old", "a link")]
    public void ALinkInTheWay_IsRefused_AndNothingMoves(string link, string about, string why)
    {
        using Workbench bench = new(OldToNew);
        using TemporaryWorkspace elsewhere = new();
        elsewhere.Write("file.txt");
        if (link != "old")
            bench.Write("old/a.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(bench.At(link))!);
        Directory.CreateSymbolicLink(bench.At(link), elsewhere.FullPath);

        RunResult result = bench.Apply();

        Finding finding = result.Findings.Single(f => f.Code == Codes.PathRefused);
        Assert.AreEqual(about, finding.Path);
        Assert.Contains(why, finding.Message);
        Assert.IsFalse(result.Entries.Any(e => e.Entry.Source.Value.StartsWith("old", StringComparison.Ordinal)));
        CollectionAssert.AreEqual(new[] { "file.txt" }, Directory.GetFileSystemEntries(elsewhere.FullPath).Select(Path.GetFileName).ToArray());
    }

    [TestMethod]
    public void AFileAtTheDestination_IsRefused()
    {
        using Workbench bench = new(OldToNew);
        bench.Write("old/a.txt");
        bench.Write("src/new", "a file");
        Finding finding = bench.Plan().Findings.Single();
        Assert.AreEqual((Codes.PathRefused, "old", FindingLevel.Error), (finding.Code, finding.Path, finding.Level));
    }

    [TestMethod]
    public void TrackedFiles_KeepAWholeFolder_OfAMergeOnlyThemselves_UnlessTheyMayMove()
    {
        using Workbench bench = new(OldToNew);
        bench.Write("old/tracked.txt");
        bench.Write("old/new.txt");
        bench.Write("old/sub/tracked.txt");
        bench.Write("old/sub/new.txt");
        GitRepository.InitAndAdd(bench.Root.FullPath, "old/tracked.txt", "old/sub/tracked.txt");

        Assert.AreEqual("old ->  Move Protected migration:old/", Lines(bench.Plan(), "old"));
        bench.Write("src/new/there.txt");
        Assert.AreEqual(
            """
            old/new.txt -> src/new/new.txt Move Planned migration:old/
            old/sub ->  Move Protected migration:old/
            old/tracked.txt ->  Move Protected migration:old/
            """,
            Lines(bench.Plan(), "old"));
        bench.Config = bench.Config with { Tracked = TrackedFilesPolicy.Move };
        Assert.AreEqual("old/new.txt old/sub old/tracked.txt old", string.Join(' ', Migrated(bench.Plan()).Select(e => e.Source)));
    }

    [TestMethod]
    [DataRow("old/.git", "a repository of its own")]
    [DataRow("around/.git", "part of 'around', a repository of its own")]
    public void ARepositoryOfItsOwn_Stays_AlsoInAMerge(string dotGit, string why)
    {
        string from = dotGit.StartsWith("old", StringComparison.Ordinal) ? "old" : "around/old";
        using Workbench bench = new($$"""{ "migrations": [ { "from": "{{from}}/", "to": "new/" } ] }""");
        bench.Write($"{from}/a.txt");
        bench.Write("new/b.txt");
        bench.Write(dotGit, "gitdir: elsewhere");

        PlanEntry entry = Migrated(bench.Plan()).Single();

        Assert.AreEqual((from, EntryStatus.Protected, why), (entry.Source.Value, entry.Status, entry.Message));
    }

    [TestMethod]
    public void TwoFoldersOfOneDestination_AreMerged_ThoughItIsNotThereYet()
    {
        using Workbench bench = new("""{ "migrations": [ { "from": "x/", "to": "new/" }, { "from": "y/", "to": "new/" } ] }""");
        bench.Write("x/sub/a.txt", "of x");
        bench.Write("y/sub/a.txt", "of y");
        bench.Write("y/sub/b.txt");
        KeepFolders(bench, "y", "y/sub");

        string[] planned = [.. bench.Plan().Entries.Where(e => e.Status == EntryStatus.Planned).Select(e => $"{e.Entry.Source} -> {e.Entry.Destination}")];
        string[] moved = [.. bench.Apply().Entries.Where(e => e.Status == EntryStatus.Moved).Select(e => $"{e.Entry.Source} -> {e.Destination}")];

        Assert.AreEqual("x -> new; y/sub/b.txt -> new/sub/b.txt", string.Join("; ", [planned[0], planned[2]]));
        Assert.StartsWith("y/sub/a.txt -> new/sub/a_", planned[1]);
        CollectionAssert.AreEqual(planned, moved, "the preview says where each goes");
    }

    [TestMethod]
    public void WhatTheQueueHasInIt_IsNotMovedBehindItsBack()
    {
        using Workbench bench = new(OldToNew);
        bench.Write("old/sub/held.txt");
        bench.Write("old/sub/free.txt");
        bench.Write("src/new/sub/x.txt");
        KeepFolders(bench, "old", "old/sub");
        bench.Files.OnProbe = path => path.EndsWith("held.txt", StringComparison.Ordinal) ? FileUse.InUse : null;
        bench.Apply();
        Directory.Delete(bench.At("src/new"), recursive: true);
        bench.Write("old/late.txt");

        RunResult next = bench.Apply();

        Assert.AreEqual("old/late.txt", Migrated(next).Single(e => e.Status == EntryStatus.Planned).Source.Value);
        Assert.IsTrue(bench.Exists("src/new/late.txt") && bench.Exists("old/sub/held.txt"));
        bench.Files.OnProbe = _ => null;
        bench.Apply();
        Assert.IsTrue(bench.Exists("src/new/sub/held.txt"));
    }

    [TestMethod]
    public void ARuleForAFolderAround_LeavesIt_WhileSomethingInItStays()
    {
        using Workbench bench = new("""{ "migrations": [ { "from": "stuff/old/", "to": "new/", "conflict": "skip" } ], "rules": [ { "id": "stuff", "match": ["stuff/"], "to": "archive/" } ] }""");
        bench.Write("stuff/old/a.txt");
        bench.Write("new/a.txt");

        Outcome stuff = bench.Plan().Entries.Single(e => e.Entry.Source.Value == "stuff");

        Assert.AreEqual(EntryStatus.Skipped, stuff.Status);
        Assert.Contains("something in it stays", stuff.Message!);
    }

    [TestMethod]
    public void ADatabase_MovesWithItsCompanions_AndIsNoDuplicateWhileItHasThem()
    {
        using Workbench bench = new("""{ "migrations": [ { "from": "old/", "to": "new/", "conflict": "deduplicate" } ] }""");
        bench.Write("old/app.db", "same");
        bench.Write("old/app.db-wal", "transactions");
        bench.Write("new/app.db", "same");

        PlanEntry[] entries = [.. Migrated(bench.Plan())];

        Assert.AreEqual("Move Move RemoveEmptyDir", string.Join(' ', entries.Select(e => e.Action)));
        Assert.AreEqual($"{entries[0].Destination}-wal", entries[1].Destination!.Value);
        Assert.AreEqual(entries[0].Source, entries[1].UnitOf);
    }

    [TestMethod]
    public void WhatIsYoung_Stays_AWholeFolderWithIt_InAMergeAlone()
    {
        using Workbench bench = new(OldToNew);
        File.SetLastWriteTimeUtc(bench.Write("old/aged.txt"), bench.Clock.Now.UtcDateTime.AddHours(-30));
        File.SetLastWriteTimeUtc(bench.Write("old/young.txt"), bench.Clock.Now.UtcDateTime.AddHours(-1));
        Directory.CreateDirectory(bench.At("old/empty"));
        Directory.SetLastWriteTimeUtc(bench.At("old/empty"), bench.Clock.Now.UtcDateTime.AddHours(-1));

        Assert.AreEqual("old ->  Move Skipped migration:old/", Lines(PlanAged(bench), "old"));
        Directory.CreateDirectory(bench.At("src/new/empty"));

        Assert.AreEqual(
            """
            old/aged.txt -> src/new/aged.txt Move Planned migration:old/
            old/empty ->  Move Skipped migration:old/
            old/young.txt ->  Move Skipped migration:old/
            """,
            Lines(PlanAged(bench), "old"));
    }

    [TestMethod]
    public void AMerge_IsUndone_ToTheLastTime()
    {
        using Workbench bench = new(OldToNew);
        foreach (string file in new[] { "old/a.txt", "old/keep/k.txt", "old/sub/b.txt", "src/new/a.txt", "src/new/keep/k.txt" })
            bench.Write(file, file);
        KeepFolders(bench, "old", "old/keep");
        IReadOnlyList<string> before = TreeSnapshot.OfFiles(bench.Root.FullPath);

        bench.Apply();
        Assert.AreEqual(5, Directory.GetFiles(bench.At("src/new"), "*", SearchOption.AllDirectories).Length);
        bench.Run(RunCommand.Undo);

        CollectionAssert.AreEqual(before.ToList(), TreeSnapshot.OfFiles(bench.Root.FullPath).Where(l => !l.StartsWith(".autonomous_runs", StringComparison.Ordinal)).ToList());
    }

    [TestMethod]
    public void Unconfigured_NoFolderIsRead()
    {
        using Workbench bench = new();
        bench.Write("old/a.txt");
        bench.Write("docs/a.txt");
        bench.Files.OnStat = path =>
        {
            Assert.IsFalse(path.Contains("old", StringComparison.Ordinal) || path.Contains("docs", StringComparison.Ordinal), path);
            return null;
        };
        Assert.IsEmpty(bench.Plan().Entries);
    }

    /// <summary>A link stays, and so does the folder it is in.</summary>
    private static void KeepFolders(Workbench bench, params string[] folders) =>
        Array.ForEach(folders, folder => File.CreateSymbolicLink(bench.At($"{folder}/zlink"), "nowhere"));

    private static RunResult PlanAged(Workbench bench) => bench.Run(RunCommand.Plan, r => r with { MinAge = TimeSpan.FromHours(24) });

    private static IEnumerable<PlanEntry> Migrated(RunResult result) => result.Entries.Select(e => e.Entry).Where(e => e.Phase == "migrate");

    private static string Lines(RunResult result, string below) => string.Join('\n', result.Entries
        .Select(e => e.Entry)
        .Where(e => e.Source.Value.StartsWith(below, StringComparison.Ordinal))
        .Select(e => $"{e.Source} -> {e.Destination} {e.Action} {e.Status} {e.Rule}"));
}
