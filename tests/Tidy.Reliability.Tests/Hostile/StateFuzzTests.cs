using System.Text.RegularExpressions;
using System.Text;
using Tidy.Core.Journal;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Tests;
using Tidy.Core.Workspaces;
using Tidy.Core;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>Whatever is wrong with the state that a run finds: it ends as runs end, every payload file is still there, and nothing outside was touched.</summary>
[TestClass]
public sealed partial class StateFuzzTests(TestContext context)
{
    private const string RunId = "20261122-010000000-beef";

    [TestMethod]
    public void ARunOnADamagedQueue_LosesNeitherFilesNorBytes()
    {
        int corrupt = 0;
        Fuzz fuzz = new("state: queue", QueueDocuments.All);
        int cases = fuzz.Check(400, damage =>
        {
            using Arena arena = Filled();
            byte[] queue = damage.Bytes;
            arena.Write(WorkspacePath.QueueFile, queue);
            RunTwiceAndUndo(arena);
            if (IsNewer(arena))
            {
                CollectionAssert.AreEqual(queue, File.ReadAllBytes(arena.Root.QueuePath), "a newer queue was touched");
                return;
            }

            if (Directory.GetFiles(arena.At(".autonomous_runs"), "*.corrupt-*") is not [var kept])
                return;
            corrupt++;
            CollectionAssert.AreEqual(queue, File.ReadAllBytes(kept), "the queue was not set aside as it was");
        });
        Assert.IsGreaterThan(0, corrupt);
        Figures.Report(context, "Hostile input: runs and undos on a damaged queue", $"{cases} workspaces", $"{corrupt} queues set aside byte for byte; 0 files lost, 0 touched outside, 0 crashes, 0 hangs");
    }

    [TestMethod]
    public void ARunOnADamagedJournal_LosesNothing()
    {
        Fuzz fuzz = new("state: journal", JournalDocuments.AsWritten);
        int cases = fuzz.Check(300, damage =>
        {
            using Arena arena = Filled();
            arena.Write($".autonomous_runs/tidy/runs/{RunId}.open/journal.jsonl", damage.Bytes);
            arena.Write($".autonomous_runs/tidy/runs/{RunId[..^1]}0/journal.jsonl", damage.Bytes);
            RunTwiceAndUndo(arena);
        });
        Figures.Report(context, "Hostile input: recovery of a damaged journal", $"{cases} workspaces", "0 files lost, 0 touched outside, 0 crashes, 0 hangs");
    }

    [TestMethod]
    public void ARunOnAForgedJournal_LosesNothing()
    {
        int recovered = 0;
        Fuzz fuzz = new("state: forged journal", JournalDocuments.WithoutSums, most: 6);
        int cases = fuzz.Check(700, damage =>
        {
            using Arena arena = Filled();
            byte[] journal = JournalDocuments.WithSums(WithIdentities(damage.Bytes, arena));
            arena.Write($".autonomous_runs/tidy/runs/{RunId}.open/journal.jsonl", journal);
            arena.Write($".autonomous_runs/tidy/runs/{RunId[..^1]}0/journal.jsonl", journal);
            recovered += RunTwiceAndUndo(arena);
        });
        Assert.IsGreaterThan(0, recovered);
        Figures.Report(context, "Hostile input: recovery and undo of a forged journal", $"{cases} workspaces, {recovered} undos", "0 files lost, 0 touched outside, 0 crashes, 0 hangs");
    }

    [TestMethod]
    public void ARunBesideAnyOtherDamagedState_LosesNothing()
    {
        string[] names = ["queue.last-good.json", "queue-history.jsonl", "queue-set-aside.jsonl", "run.lock.owner.json", "queue.lock.owner.json", "build.gate", "run.lock", "queue.lock", "queue.last-good.json.1-1.tmp"];
        int number = 0;
        Fuzz fuzz = new("state: others", QueueDocuments.All);
        int cases = fuzz.Check(200, damage =>
        {
            using Arena arena = Filled();
            arena.Write($".autonomous_runs/tidy/{names[number++ % names.Length]}", damage.Bytes);
            RunTwiceAndUndo(arena);
        });
        Figures.Report(context, "Hostile input: runs beside other damaged state", $"{cases} workspaces", "0 files lost, 0 touched outside, 0 crashes, 0 hangs");
    }

    /// <summary>A journal is believed further about files that it knows: each line that is still about one of ours gets the identity of that.</summary>
    private static byte[] WithIdentities(byte[] lines, Arena arena) => Encoding.Latin1.GetBytes(Inode().Replace(Encoding.Latin1.GetString(lines), line =>
        OsFiles.Current.Stat(arena.At(line.Groups["src"].Value), out FileStat stat).IsOk ? $"{line.Groups["before"]}\"dev\":{stat.Device},\"ino\":{stat.Inode}" : line.Value));

    [GeneratedRegex("(?<before>\"src\":\"(?<src>[^\"]*)\"[^\n]*?)\"dev\":[0-9]+,\"ino\":[0-9]+")]
    private static partial Regex Inode();

    private static Arena Filled()
    {
        Arena arena = new(JournalDocuments.Config);
        foreach (string name in (string[])["a.log", "b.log", "old/c.txt", "x.py", "telemetry_seed_v5.db", "held.log", "archive/logs/a.log", "archive/app.db", "sub/deep/d.txt"])
            arena.Write(name, $"the content of {name}");
        return arena;
    }

    /// <returns>How many undos there were.</returns>
    private static int RunTwiceAndUndo(Arena arena)
    {
        string[] before = arena.Contents();
        foreach (RunCommand command in (RunCommand[])[RunCommand.Plan, RunCommand.Apply, RunCommand.Apply, RunCommand.Verify])
        {
            arena.Run(command);
            AssertNothingLost(arena, before, command);
        }

        Assert.IsTrue(IsNewer(arena) || Store(arena).Read().Findings.Count == 0, "what one run repairs, the next finds whole");
        int undone = 0;
        foreach (RunRecord run in RunHistory.List(arena.Root))
        {
            undone += arena.Run(RunCommand.Undo, r => r with { UndoOf = run.Id }) is null ? 0 : 1;
            AssertNothingLost(arena, before, RunCommand.Undo);
        }

        return undone;
    }

    private static QueueStore Store(Arena arena) => new(arena.Root, OsFiles.Current, arena.Clock, arena.Config.Queue);

    private static bool IsNewer(Arena arena)
    {
        try
        {
            _ = Store(arena).Read();
            return false;
        }
        catch (TidyException e) when (e.Code == Codes.NewerSchema)
        {
            return true;
        }
    }

    private static void AssertNothingLost(Arena arena, string[] before, RunCommand command)
    {
        CollectionAssert.AreEqual(before, arena.Contents(), $"{command} lost or made files");
        arena.AssertNothingHappenedOutside($"after {command}");
    }
}
