using Tidy.Core.Journal;
using Tidy.Core.Platform;
using Tidy.Core.Queue;

namespace Tidy.Core.Tests;

/// <summary>Runs that die at every system call in turn. The sweep with real kills is a suite of its own; this one is quick and exact.</summary>
[TestClass]
public sealed class RecoveryTests
{
    private const int EXDEV = 18;

    [TestMethod]
    public void ARunThatDiesAtAnyCall_LosesNothing_AndTheNextRunFinishes()
    {
        int died = Sweep(bench => { }, RunCommand.Apply);
        Assert.IsGreaterThan(12, died, "the sweep must reach into the run");
    }

    [TestMethod]
    public void AnUndoThatDiesAtAnyCall_LosesNothing()
    {
        int died = Sweep(
            bench =>
            {
                bench.Apply();
                bench.Clock.Advance(TimeSpan.FromSeconds(1));
            },
            RunCommand.Undo);
        Assert.IsGreaterThan(10, died);
    }

    /// <summary>A person wanted them back: the run after the kill does not move them away again.</summary>
    [TestMethod]
    public void AnUndoThatDiesAtAnyCall_HasWhatItPutBackOnHold()
    {
        string[] names = ["a.log", "b.log", "c.log"];
        int calls = 0;
        for (bool hasDied = true; hasDied;)
        {
            using Workbench bench = new();
            foreach (string name in names)
                bench.Write(name, name);
            bench.Apply();
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            hasDied = bench.RunKilled(RunCommand.Undo, afterCalls: calls++);
            string[] back = [.. names.Where(bench.Exists)];
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            bench.Apply();

            CollectionAssert.AreEqual(back, names.Where(bench.Exists).ToArray(), $"after {calls} calls");
            CollectionAssert.AreEqual(back, bench.Queue().Items.Where(i => i.Status == PendingStatus.Held).Select(i => i.Source.Value).Order().ToArray(), $"after {calls} calls");
        }

        Assert.IsGreaterThan(10, calls);
    }

    /// <summary>Its recovery dies too, at every call: whatever it came to, the next one knows what has to be on hold.</summary>
    [TestMethod]
    public void ARecoveryOfAnUndoThatDiesAtAnyCall_ForgetsNoHold()
    {
        int calls = 0;
        for (bool hasDied = true; hasDied; calls++)
        {
            using Workbench bench = new();
            bench.Write("a.log");
            bench.Write("b.log");
            bench.Apply();
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            int renames = 0;
            bench.Files.OnRename = _ => ++renames == 2 ? throw new DyingFiles.DiedException() : null;
            Assert.ThrowsExactly<DyingFiles.DiedException>(() => bench.Run(RunCommand.Undo));
            bench.Files.OnRename = _ => null;
            string[] back = [.. new[] { "a.log", "b.log" }.Where(bench.Exists)];
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            hasDied = bench.RunKilled(RunCommand.Apply, afterCalls: calls);
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            bench.Apply();

            CollectionAssert.AreEqual(back, new[] { "a.log", "b.log" }.Where(bench.Exists).ToArray(), $"after {calls} calls");
        }

        Assert.IsGreaterThan(5, calls);
    }

    [TestMethod]
    public void AMoveAcrossVolumesThatDiesAtAnyCall_LosesNothing_AndLeavesNoStagedCopy()
    {
        int died = Sweep(bench => bench.Files.OnRename = source => Path.GetFileName(source).StartsWith(".tidy-", StringComparison.Ordinal) || Directory.Exists(source) ? null : new OsCode(EXDEV), RunCommand.Apply);
        Assert.IsGreaterThan(20, died);
    }

    [TestMethod]
    public void AnInterruptedRun_IsReportedOnce_AndCanBeUndone()
    {
        using Workbench bench = new();
        bench.Write("a.log", "one");
        bench.Write("b.log", "two");
        int renames = 0;
        bench.Files.OnRename = _ => ++renames == 2 ? throw new DyingFiles.DiedException() : null;
        Assert.ThrowsExactly<DyingFiles.DiedException>(() => bench.Apply());
        bench.Files.OnRename = _ => null;
        bench.Clock.Advance(TimeSpan.FromSeconds(1));

        RunResult next = bench.Apply();
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        RunResult after = bench.Apply();

        Assert.IsTrue(next.Findings.Any(f => f.Code == Codes.StateDamaged && f.Message.Contains("1 of its 2 moves", StringComparison.Ordinal)), string.Join("\n", next.Findings));
        Assert.IsEmpty(after.Findings);
        Assert.AreEqual("b.log", next.Entries.Single().Entry.Source.Value);
        Assert.AreEqual("a.log", RunHistory.List(bench.Root)[0].Done.Single().Source.Value);
    }

    [TestMethod]
    public void ARecoveryThatDies_LeavesNothingThatTheNextOneDoesNotTakeAway()
    {
        using Workbench bench = new();
        bench.Write("a.log", "one");
        bench.Write("b.log", "two");
        bench.Files.OnRename = source => source.EndsWith("b.log", StringComparison.Ordinal) ? throw new DyingFiles.DiedException() : null;
        Assert.ThrowsExactly<DyingFiles.DiedException>(() => bench.Apply());
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        bench.Files.OnRename = _ => null;
        bench.Files.OnReplace = to => to.EndsWith("journal.jsonl", StringComparison.Ordinal) ? throw new DyingFiles.DiedException() : null;
        Assert.ThrowsExactly<DyingFiles.DiedException>(() => bench.Apply());
        File.WriteAllText(bench.Root.State("journal.jsonl.1-1.tmp"), "half"); // a kill, unlike the exception, leaves it
        bench.Files.OnReplace = _ => null;

        bench.Apply();

        Assert.IsEmpty(Directory.GetFiles(bench.Root.StatePath, "*.tmp"));
        Assert.IsEmpty(RunFolder.Interrupted(bench.Root));
        Assert.IsTrue(bench.Exists("archive/logs/a.log") && bench.Exists("archive/logs/b.log"));
    }

    [TestMethod]
    public void KilledBeforeItsJournalLine_AFileUnderTheNextFreeName_IsFoundByItsIdentity()
    {
        using Workbench bench = new();
        bench.Write("a.log", "one");
        bench.Files.OnRename = source =>
        {
            if (Path.GetFileName(source) == "a.log" && !bench.Exists("archive/logs/a.log"))
                bench.Write("archive/logs/a.log", "appeared");
            return null;
        };
        string moved = bench.Apply().Entries.Single().Destination!.Value;
        CutBackToIntents(bench);
        bench.Files.OnRename = _ => null;
        bench.Clock.Advance(TimeSpan.FromSeconds(1));

        bench.Apply();
        RunRecord recovered = RunHistory.List(bench.Root).Single();
        Assert.AreEqual(moved, recovered.Done.Single().Destination.Value);
        Assert.AreNotEqual("archive/logs/a.log", moved);

        bench.Run(RunCommand.Undo, r => r with { UndoOf = recovered.Id });
        Assert.AreEqual("one", File.ReadAllText(bench.At("a.log")));
        Assert.AreEqual("appeared", File.ReadAllText(bench.At("archive/logs/a.log")));
    }

    /// <summary>The run folder as a kill right after the last rename leaves it: open, and its journal without verdicts.</summary>
    private static void CutBackToIntents(Workbench bench)
    {
        string closed = Directory.GetDirectories(bench.Root.State("runs")).Single();
        Directory.Move(closed, closed + ".open");
        string path = Path.Combine(closed + ".open", "journal.jsonl");
        File.WriteAllLines(path, File.ReadAllLines(path).TakeWhile(l => !l.Contains("\"t\":\"done\"", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void AJournalCutOrFlippedAnywhere_IsNeverBelievedWrongly()
    {
        using Workbench bench = new();
        bench.Write("a.log", "one");
        bench.Apply();
        string path = Directory.GetFiles(bench.Root.State("runs"), "journal.jsonl", SearchOption.AllDirectories).Single();
        byte[] good = File.ReadAllBytes(path);
        int full = JournalFile.Read(path).Records.Count;
        for (int at = 0; at < good.Length; at++)
        {
            File.WriteAllBytes(path, good[..at]);
            Assert.IsLessThan(full, JournalFile.Read(path).Records.Count);
            byte[] flipped = [.. good];
            flipped[at] ^= 0x10;
            File.WriteAllBytes(path, flipped);
            JournalFile read = JournalFile.Read(path);
            Assert.IsLessThan(full, read.Records.Count, $"a flipped bit at {at} went unseen");
        }
    }

    private static int Sweep(Action<Workbench> prepare, RunCommand command)
    {
        int died = 0;
        for (int calls = 0; ; calls++)
        {
            using Workbench bench = new();
            bench.Write("a.log", "one");
            bench.Write("b.log", "two");
            bench.Write("archive/logs/b.log", "old two");
            bench.Write("held.log", "three");
            prepare(bench);
            DyingFiles dying = new(bench.Files, calls);
            RunRequest request = new() { Command = command, Root = bench.Root, Config = bench.Config, };
            try
            {
                new TidyRun(request, bench.Services with { Files = dying }).Execute();
            }
            catch (DyingFiles.DiedException)
            {
                died++;
            }

            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            RunResult next = bench.Apply();
            AssertNothingLost(bench, calls);
            Assert.IsTrue(next.Exit is ExitCode.Done or ExitCode.Pending, $"after {calls} calls: exit {next.Exit}\n{string.Join("\n", next.Findings)}");
            if (!dying.HasDied)
                return died;
        }
    }

    private static void AssertNothingLost(Workbench bench, int calls)
    {
        string[] files = [.. Directory.GetFiles(bench.Root.FullPath, "*", SearchOption.AllDirectories).Where(f => !f.Contains(".autonomous_runs", StringComparison.Ordinal) && Path.GetFileName(f) != ".gitignore")];
        string[] contents = [.. files.Select(File.ReadAllText).Order(StringComparer.Ordinal)];
        CollectionAssert.AreEqual(new[] { "old two", "one", "three", "two" }, contents, $"after {calls} calls: {string.Join(", ", files)}");
        Assert.IsEmpty(RunFolder.Interrupted(bench.Root));
        Assert.AreEqual("", string.Join(", ", Directory.GetFiles(bench.Root.StatePath, "*.tmp")), $"after {calls} calls");
        Assert.IsTrue(bench.Queue().Items.All(i => File.Exists(bench.Root.Resolve(i.Source)) || i.Status == PendingStatus.Held));
    }
}
