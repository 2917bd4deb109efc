using Tidy.Core.Activity;
using Tidy.Core.Locking;
using Tidy.Core.Moving;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class ActivityLogTests
{
    private static RunActivity Run(int number) => new()
    {
        RunId = $"run-{number}",
        Command = "apply",
        StartedAt = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero).AddMinutes(number),
        Duration = TimeSpan.FromMilliseconds(7),
        Exit = number % 2 == 0 ? ExitCode.Done : ExitCode.Pending,
        Moved = 2,
        Removed = 1,
        Queued = 1,
        Failed = 1,
        Bytes = 1000,
        WaitedForWorkspace = TimeSpan.FromMilliseconds(30),
        WaitedForQueue = TimeSpan.FromMilliseconds(4),
        GaveUp = number % 10 == 0,
        Attempts = [new AttemptActivity("0123456789abcdef", "logs/ä.log", AttemptResult.Waiting, FailureReason.Locked, number, "code")],
    };

    private static ActivityLog LogOf(Workbench bench) => new(bench.Root, bench.Files, bench.Clock);

    [TestMethod]
    public void Append_OfARun_IsReadAsItWas()
    {
        using Workbench bench = new();
        RunActivity run = Run(10);
        LogOf(bench).Append(run);
        RunActivity read = LogOf(bench).Read().Runs.Single();
        Assert.AreEqual(run.Attempts.Single(), read.Attempts.Single());
        Assert.AreEqual(run, read with { Attempts = run.Attempts }, "records compare their lists by reference");
    }

    [TestMethod]
    public void Trim_OfALongLog_KeepsTheSumsAndTheNewerHalf()
    {
        using Workbench bench = new();
        ActivityLog log = LogOf(bench);
        log.Append(Run(0));
        byte[] line = File.ReadAllBytes(bench.Root.State(ActivityLog.FileName));
        int count = (ActivityLog.MaxBytes / line.Length) + 50;
        ActivityTotals expected = new();
        using (FileStream file = new(bench.Root.State(ActivityLog.FileName), FileMode.Create))
        {
            for (int i = 0; i < count; i++)
            {
                file.Write(ActivityLine.Of(Run(i)).ToUtf8());
                expected = expected.Plus(Run(i));
            }
        }

        log.Trim();
        log.Append(Run(count));
        ActivityReading read = log.Read();

        Assert.AreEqual(expected.Plus(Run(count)) with { Runs = read.Totals.Runs, Attempts = read.Totals.Attempts }, read.Totals);
        Assert.AreEqual(count + 1, read.Totals.Runs.Values.Sum());
        Assert.AreEqual(count + 1, read.Totals.Attempts[new AttemptKind(AttemptResult.Waiting, FailureReason.Locked)]);
        Assert.AreEqual(count - (count / 2) + 1, read.Runs.Count);
        Assert.AreEqual($"run-{count}", read.Runs[^1].RunId);
        Assert.IsLessThan(ActivityLog.MaxBytes * 3 / 4, new FileInfo(bench.Root.State(ActivityLog.FileName)).Length);
    }

    [TestMethod]
    public void Read_WithTornAndForeignLines_PassesOverThem()
    {
        using Workbench bench = new();
        ActivityLog log = LogOf(bench);
        log.Append(Run(1));
        File.AppendAllText(bench.Root.State(ActivityLog.FileName), "{\"run\":\"x\",\"comm\nnull\n[]\n{\"run\":\"y\"}\n{\"totals\":null}\n");
        log.Append(Run(2));
        CollectionAssert.AreEqual(new[] { "run-1", "run-2" }, log.Read().Runs.Select(r => r.RunId).ToArray());
    }

    /// <summary>A run that has done its work must not fail for a number in a file that anybody may have written, nor for words of a newer version.</summary>
    [TestMethod]
    public void Read_OfNumbersAndWordsThatCannotBe_CountsWithThem()
    {
        using Workbench bench = new();
        ActivityLog log = LogOf(bench);
        log.Append(Run(1));
        string totals = """{"totals":{"ms":MOST,"queue_wait_ms":-1,"bytes":MOST,"runs":{"apply:3":MOST,"apply: 3":1,"apply":1,"x:99999999999":1},"attempts":{"moved:new":1,"moved:newer":2,"new:locked":1}}}""";
        string run = """{"run":"r","command":"apply","at":"2026-11-22T00:00:00Z","ms":MOST,"workspace_wait_ms":MOST}""";
        File.WriteAllText(bench.Root.State(ActivityLog.FileName), $"{totals}\n{run}\n{run}\n".Replace("MOST", $"{long.MaxValue}", StringComparison.Ordinal));
        ActivityTotals read = log.Read().Totals;
        Assert.IsGreaterThan(TimeSpan.FromDays(30), read.Duration);
        Assert.AreEqual((TimeSpan.FromDays(60), TimeSpan.Zero), (read.WaitedForWorkspace, read.WaitedForQueue));
        Assert.AreEqual(3, read.Attempts[new AttemptKind(AttemptResult.Moved, FailureReason.Unknown)]);
    }

    [TestMethod]
    public void Apply_ThatFindsNothingToDo_WritesNoLine()
    {
        using Workbench bench = new();
        bench.Apply();
        Assert.IsFalse(File.Exists(bench.Root.State(ActivityLog.FileName)));
    }

    [TestMethod]
    public void Plan_NeverWritesALine()
    {
        using Workbench bench = new();
        bench.Write("a.log");
        bench.Plan();
        Assert.IsFalse(Directory.Exists(bench.Root.StatePath));
    }

    [TestMethod]
    public void Apply_OfAFileInUseThatIsFreedLater_TellsEachAttempt()
    {
        using Workbench bench = new();
        bench.Write("a.log", "12345");
        bench.Write("b.log", "123");
        bench.Files.OnProbe = path => path == bench.At("a.log") ? FileUse.InUse : null;
        bench.Apply();
        bench.Clock.Advance(TimeSpan.FromMinutes(6));
        bench.Apply();
        bench.Files.OnProbe = static _ => null;
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        bench.Apply();

        ActivityReading read = LogOf(bench).Read();
        AttemptActivity[] attempts = [.. read.Runs.SelectMany(r => r.Attempts)];
        CollectionAssert.AreEqual(new[] { AttemptResult.Queued, AttemptResult.Waiting, AttemptResult.Moved }, attempts.Select(a => a.Result).ToArray());
        CollectionAssert.AreEqual(new[] { 1, 2, 3 }, attempts.Select(a => a.Attempt).ToArray());
        Assert.AreEqual(1, attempts.Select(a => (a.ItemId, a.Source)).Distinct().Count());
        Assert.AreEqual("a.log", attempts[0].Source);
        Assert.AreEqual((2, 8, 1), ((int)read.Totals.Moved, (int)read.Totals.Bytes, (int)read.Totals.Queued));
    }

    [TestMethod]
    public void Apply_ThatDoesNotGetTheLock_IsCountedAsGivenUp()
    {
        using Workbench bench = new();
        bench.Write("a.log");
        using (ManualResetEventSlim taken = new())
        using (ManualResetEventSlim over = new())
        {
            Thread other = new(() =>
            {
                using WorkspaceLock held = WorkspaceLock.Acquire(bench.Root, OsFiles.Current, TimeProvider.System, TimeSpan.Zero, "test");
                taken.Set();
                over.Wait();
            });
            other.Start();
            taken.Wait();
            TidyException busy = Assert.ThrowsExactly<TidyException>(() => bench.Run(RunCommand.Apply, r => r with { LockTimeout = TimeSpan.FromMilliseconds(1) }));
            Assert.AreEqual(ExitCode.Busy, busy.Exit);
            over.Set();
            other.Join();
        }

        RunActivity run = LogOf(bench).Read().Runs.Single();
        Assert.IsTrue(run is { GaveUp: true, Exit: ExitCode.Busy, Moved: 0 });
    }

    [TestMethod]
    public void Acquire_OfALockThatAnotherHas_TellsHowLongItTook()
    {
        using Workbench bench = new();
        using ManualResetEventSlim taken = new();
        Thread other = new(() =>
        {
            using QueueLock held = QueueLock.Acquire(bench.Root, OsFiles.Current, TimeProvider.System);
            taken.Set();
            using ManualResetEvent never = new(initialState: false);
            never.WaitOne(80);
        });
        other.Start();
        taken.Wait();
        using (QueueLock late = QueueLock.Acquire(bench.Root, OsFiles.Current, TimeProvider.System))
            Assert.IsGreaterThan(TimeSpan.FromMilliseconds(20), late.Waited);
        other.Join();
        using QueueLock free = QueueLock.Acquire(bench.Root, OsFiles.Current, TimeProvider.System);
        Assert.AreEqual(TimeSpan.Zero, free.Waited);
    }
}
