using Tidy.Core.Configuration;
using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Queue;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class RealWorkspaceTests
{
    /// <summary>A root file and the way another process holds it.</summary>
    private static readonly (string Mode, string File)[] Held =
    [
        ("read", "api_fixed.log"),
        ("write", "api_fresh.log"),
        ("append", "api_restart.log"),
        ("none", "api_server_test.log"),
        ("flock", "full_test_run.log"),
        ("flock-shared", "phase2_beta_run.log"),
        ("posix", "phase3_all_claude.log"),
        ("ofd", "phase3_final_fix.log"),
        ("mmap", "phase3_test_run.log"),
        ("run", "test_run_live.log"),
    ];

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void TenFilesHeldInTenWays_AreQueuedWithTheirHolders_AndMoveOnceReleased()
    {
        using Workbench bench = Make();
        File.Copy("/bin/sleep", bench.At("test_run_live.log"), overwrite: true);
        IReadOnlyList<string> contents = RealWorkspace.Contents(bench.Root.FullPath);
        List<FileHolder> holders = [.. Held.Select(h => FileHolder.Start(h.Mode, bench.At(h.File), h.Mode == "run" ? ["600"] : []))];
        try
        {
            RunResult first = bench.Apply();
            bench.Clock.Advance(TimeSpan.FromSeconds(100));
            string queueBefore = File.ReadAllText(bench.Root.QueuePath);
            RunResult whileHeld = bench.Apply();

            CollectionAssert.AreEquivalent(contents.ToList(), RealWorkspace.Contents(bench.Root.FullPath).ToList());
            CollectionAssert.AreEquivalent(Held.Select(h => h.File).ToList(), first.Entries.Where(e => e.Status == EntryStatus.Queued).Select(e => e.Entry.Source.Value).ToList());
            for (int i = 0; i < Held.Length; i++)
            {
                PendingMove item = bench.Pending(Held[i].File);
                Assert.IsTrue(item.Holders.Any(h => h.ProcessId == holders[i].ProcessId && h.Name.Length > 0), $"{Held[i]}: {string.Join(", ", item.Holders)}");
            }

            Assert.IsEmpty(whileHeld.Entries);
            Assert.AreEqual(queueBefore, File.ReadAllText(bench.Root.QueuePath), "inside the backoff nothing counts");
        }
        finally
        {
            holders.ForEach(h => h.Dispose());
        }

        RunResult released = bench.Apply();
        Assert.AreEqual(10, released.MovedFromQueue, string.Join("\n", released.Entries));
        Assert.AreEqual(ExitCode.Done, released.Exit);
        Assert.IsEmpty(bench.Queue().Items);
        CollectionAssert.AreEquivalent(contents.ToList(), RealWorkspace.Contents(bench.Root.FullPath).ToList());
    }

    [TestMethod]
    public void ApplyThenUndo_GivesTheIdenticalTree()
    {
        using Workbench bench = Make();
        IReadOnlyList<string> before = TreeSnapshot.OfFiles(bench.Root.FullPath);
        RunResult planned = bench.Plan();

        RunResult applied = bench.Apply();
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        RunResult second = bench.Apply();
        RunResult undone = bench.Run(RunCommand.Undo);

        Assert.IsGreaterThan(60, applied.Entries.Count(e => e.Status == EntryStatus.Moved));
        CollectionAssert.AreEqual(planned.Entries.Select(e => $"{e.Entry.Source}>{e.Destination}").ToList(), applied.Entries.Select(e => $"{e.Entry.Source}>{e.Destination}").ToList());
        Assert.IsFalse(second.Entries.Any(e => e.Status != EntryStatus.Protected && e.Status != EntryStatus.Skipped));
        Assert.AreEqual(applied.Entries.Count(e => e.Status == EntryStatus.Moved), undone.Entries.Count(e => e.Status == EntryStatus.Moved));
        CollectionAssert.AreEqual(before.ToList(), TreeSnapshot.OfFiles(bench.Root.FullPath).ToList());
    }

    [TestMethod]
    public void Databases_AndWhatBelongs_StayWhereTheyAre()
    {
        using Workbench bench = Make();

        RunResult applied = bench.Apply();

        foreach (string name in new[] { "autopack.db", "test.db", "README.md", "package.json", "Dockerfile", "Makefile", "index.html", ".env.example" })
            Assert.IsTrue(bench.Exists(name), name);
        Assert.IsTrue(applied.Findings.Any(f => f.Code == Codes.Database && f.Path == "autopack.db"));
    }

    private static Workbench Make()
    {
        Workbench bench = new() { Config = ConfigReader.FromPresets(["dotnet", "agents"]) };
        RealWorkspace.Make(bench.Root.FullPath);
        return bench;
    }
}
