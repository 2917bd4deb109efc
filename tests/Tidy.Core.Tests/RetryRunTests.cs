using Tidy.Core.Builds;
using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;

namespace Tidy.Core.Tests;

/// <summary>The pending queue as runs drive it, seen through the queue file. The holder is played where only counting matters.</summary>
[TestClass]
public sealed class RetryRunTests
{
    private const int ENOENT = 2, EIO = 5, EACCES = 13, EBUSY = 16, EXDEV = 18;

    [TestMethod]
    public void AFileInUse_IsQueued_AndMovesAsSoonAsItIsFree_WhateverTheBackoff()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Files.OnProbe = _ => FileUse.InUse;

        RunResult first = bench.Apply();
        bench.Files.OnProbe = _ => null;
        RunResult second = bench.Apply();

        Assert.AreEqual(Codes.InUseQueued, first.Entries.Single().Code);
        Assert.AreEqual(ExitCode.Pending, first.Exit);
        Assert.AreEqual(Codes.MovedFromQueue, second.Entries.Single().Code);
        Assert.AreEqual(1, second.MovedFromQueue);
        Assert.AreEqual(ExitCode.Done, second.Exit);
        Assert.IsEmpty(bench.Queue().Items);
        Assert.IsTrue(bench.Exists("archive/logs/build.log"));
    }

    [TestMethod]
    public void InsideTheBackoff_AFileStillInUse_ChangesNoCountNoTimeAndNoByte()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Files.OnProbe = _ => FileUse.InUse;
        bench.Apply();
        string before = File.ReadAllText(bench.Root.QueuePath);
        bench.Clock.Advance(TimeSpan.FromSeconds(299));

        RunResult second = bench.Apply();

        Assert.IsEmpty(second.Entries);
        Assert.IsEmpty(second.Findings);
        Assert.AreEqual(ExitCode.Pending, second.Exit);
        Assert.AreEqual(before, File.ReadAllText(bench.Root.QueuePath));
    }

    [TestMethod]
    public void InsideTheBackoff_ARetryOfABuild_CountsNothing_AndMovesWhatIsFree()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Files.OnProbe = _ => FileUse.InUse;
        bench.Apply();
        string before = File.ReadAllText(bench.Root.QueuePath);

        RunResult held = bench.Run(RunCommand.Retry, r => r with { BuildGate = GateFile.RetryCall });
        Assert.IsEmpty(held.Entries);
        Assert.AreEqual(before, File.ReadAllText(bench.Root.QueuePath));

        bench.Files.OnProbe = _ => null;
        RunResult free = bench.Run(RunCommand.Retry, r => r with { BuildGate = GateFile.RetryCall });
        Assert.AreEqual(Codes.MovedFromQueue, free.Entries.Single().Code);
    }

    [TestMethod]
    public void ALockedItem_WaitsTwiceAsLongEachTime_AndIsAbandonedAtTheTenthAttempt()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Files.OnProbe = _ => FileUse.InUse;
        List<double> waits = [];
        List<string?> codes = [bench.Apply().Entries.Single().Code];
        while (bench.Pending("build.log") is { Status: PendingStatus.Pending } item)
        {
            waits.Add((item.NextEligibleAt - item.LastAttemptAt).TotalSeconds);
            bench.Clock.Now = item.NextEligibleAt;
            codes.Add(bench.Apply().Entries.Single().Code);
        }

        CollectionAssert.AreEqual(new double[] { 300, 600, 1200, 2400, 4800, 9600, 19200, 38400, 76800 }, waits);
        Assert.AreEqual(PendingStatus.Abandoned, bench.Pending("build.log").Status);
        Assert.AreEqual(10, bench.Pending("build.log").AttemptCount);
        Assert.AreEqual(Codes.InUseQueued, codes[0]);
        Assert.IsTrue(codes[1..8].TrueForAll(c => c == Codes.StillInUse));
        Assert.AreEqual(Codes.LastAttempt, codes[8]);
        Assert.AreEqual(Codes.Abandoned, codes[9]);
    }

    [TestMethod]
    public void AnAbandonedItem_IsReportedOnce_TriedOnRequest_AndMovesWhenItIsFree()
    {
        using Workbench bench = new("""{ "version": 1, "queue": { "maxAttempts": 1 }, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/" } ] }""");
        bench.Write("build.log");
        bench.Files.OnProbe = _ => FileUse.InUse;
        Assert.AreEqual(Codes.Abandoned, bench.Apply().Entries.Single().Code);

        bench.Clock.Advance(TimeSpan.FromDays(1));
        Assert.IsEmpty(bench.Apply().Entries, "reported once, on the transition");
        RunResult asked = bench.Run(RunCommand.Retry, r => r with { RetryAll = true });
        Assert.AreEqual(2, asked.Entries.Single().Pending!.AttemptCount);
        bench.Files.OnProbe = _ => null;
        Assert.AreEqual(EntryStatus.Moved, bench.Apply().Entries.Single().Status);
    }

    [TestMethod]
    public void AnItemFirstSeenThirtyDaysAgo_IsAbandonedWhateverItsCount_AndStaysVisible()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Files.OnProbe = _ => FileUse.InUse;
        bench.Apply();
        bench.Clock.Advance(TimeSpan.FromDays(30));

        RunResult late = bench.Apply();

        Assert.AreEqual(PendingStatus.Abandoned, bench.Pending("build.log").Status);
        Assert.AreEqual(1, late.Queue.Abandoned, "the run that abandons says so, and keeps the item");
        Assert.IsTrue(late.Entries.Any(e => e.Code == Codes.Abandoned) || late.Findings.Any(f => f.Code == Codes.Abandoned));
    }

    [TestMethod]
    public void AHold_LooksAtTheSourceAsItWasWhenPutOnHold_AndEndsWhenThatChanges()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Files.OnProbe = _ => FileUse.InUse;
        bench.Apply();
        bench.Files.OnProbe = _ => null;
        bench.Write("build.log", "its holder wrote on after the attempt");
        new QueueOperations(bench.Root, bench.Files, bench.Clock, new QueueStore(bench.Root, bench.Files, bench.Clock, bench.Config.Queue)).Hold(["build.log"]);

        Assert.IsEmpty(bench.Apply().Entries);
        Assert.AreEqual(PendingStatus.Held, bench.Pending("build.log").Status);
        bench.Write("build.log", "another content");
        bench.Apply();
        Assert.IsEmpty(bench.Queue().Items);
        Assert.AreEqual(EntryStatus.Moved, bench.Apply().Entries.Single().Status);
    }

    [TestMethod]
    public void APermissionFailure_NeedsAPersonAtTheThirdAttempt_AndClosesWhenItIsFixed()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Files.OnRename = _ => new OsCode(EACCES);
        Outcome first = bench.Apply().Entries.Single();
        Assert.AreEqual(Codes.MoveFailed, first.Code);
        StringAssert.Contains(first.Message, "EACCES (errno 13)");
        StringAssert.Contains(first.Message, "attempt 1 of 3, tried again when its cause changes, or from 2026-03-01 12:01:00Z");
        List<double> waits = WaitsToTheBound(bench);

        CollectionAssert.AreEqual(new double[] { 60, 120 }, waits);
        Assert.AreEqual(PendingStatus.NeedsManual, bench.Pending("build.log").Status);
        Assert.AreEqual(3, bench.Pending("build.log").AttemptCount);
        Assert.AreEqual(EACCES, bench.Pending("build.log").LastErrorErrno);
        bench.Clock.Advance(TimeSpan.FromDays(2));
        Assert.IsEmpty(bench.Apply().Entries, "nothing changed: it is not tried again");

        bench.Files.OnRename = _ => null;
        File.SetLastWriteTimeUtc(bench.At("build.log"), bench.Clock.Now.UtcDateTime);
        Assert.AreEqual(EntryStatus.Moved, bench.Apply().Entries.Single().Status);
        Assert.IsEmpty(bench.Queue().Items);
    }

    [TestMethod]
    public void ATakenDestinationUnderFail_NeedsAPersonAtOnce_AndMovesWhenThePlaceIsFree()
    {
        using Workbench bench = new("""{ "version": 1, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/", "conflict": "fail" } ] }""");
        bench.Write("archive/build.log", "old");
        bench.Write("build.log", "new");

        Outcome outcome = bench.Apply().Entries.Single();
        Assert.AreEqual(Codes.NeedsPerson, outcome.Code);
        Assert.AreEqual(FailureReason.DestExists, bench.Pending("build.log").Reason);
        Assert.AreEqual(PendingStatus.NeedsManual, bench.Pending("build.log").Status);
        Assert.AreEqual(1, bench.Pending("build.log").AttemptCount);

        File.Delete(bench.At("archive/build.log"));
        bench.Apply();
        Assert.AreEqual("new", File.ReadAllText(bench.At("archive/build.log")));
        Assert.IsEmpty(bench.Queue().Items);
    }

    [TestMethod]
    public void AnUnknownFailure_IsTriedFiveTimes()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Files.OnRename = _ => new OsCode(EIO);
        bench.Apply();
        List<double> waits = WaitsToTheBound(bench);

        CollectionAssert.AreEqual(new double[] { 600, 1200, 2400, 4800 }, waits);
        Assert.AreEqual(PendingStatus.NeedsManual, bench.Pending("build.log").Status);
        Assert.AreEqual(FailureReason.Unknown, bench.Pending("build.log").Reason);
    }

    [TestMethod]
    public void ARetryThatFailsForAnotherReason_KeepsTheNewReason()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Files.OnProbe = _ => FileUse.InUse;
        bench.Apply();
        bench.Files.OnProbe = _ => null;
        bench.Files.OnRename = _ => new OsCode(EACCES);

        bench.Apply();

        Assert.AreEqual(FailureReason.Permission, bench.Pending("build.log").Reason);
    }

    [TestMethod]
    public void AVanishedSource_ClosesItsItem()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Files.OnProbe = _ => FileUse.InUse;
        bench.Apply();
        File.Delete(bench.At("build.log"));

        RunResult next = bench.Apply();

        Assert.IsEmpty(bench.Queue().Items);
        Assert.AreEqual(ExitCode.Done, next.Exit);
        StringAssert.Contains(next.Findings.Single().Message, "source is gone");
    }

    [TestMethod]
    public void Rules_LeaveAQueuedSourceToTheQueue()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Files.OnProbe = _ => FileUse.InUse;
        bench.Apply();
        int probes = 0;
        bench.Files.OnProbe = _ =>
        {
            probes++;
            return FileUse.InUse;
        };

        for (int i = 0; i < 4; i++)
            bench.Apply();

        Assert.AreEqual(4, probes, "one probe a run, by the retry phase alone");
        Assert.AreEqual(1, bench.Pending("build.log").AttemptCount);
    }

    [TestMethod]
    public void ALockThatIsGoneAtTheEndOfTheRun_IsNotQueued()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        int probes = 0;
        bench.Files.OnProbe = _ => ++probes == 1 ? FileUse.InUse : null;

        RunResult result = bench.Apply();

        Assert.AreEqual(EntryStatus.Moved, result.Entries.Single().Status);
        Assert.IsFalse(File.Exists(bench.Root.QueuePath));
    }

    [TestMethod]
    public void AFolderThatCannotBeMade_IsNotTakenForASourceThatWentAway()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Files.OnProbe = _ => FileUse.InUse;
        bench.Apply();
        bench.Files.OnProbe = _ => null;
        bench.Files.OnCreateDirectory = path => path.EndsWith("logs", StringComparison.Ordinal) ? new OsCode(ENOENT) : null;

        Outcome outcome = bench.Apply().Entries.Single();

        Assert.AreEqual(FailureReason.Unknown, outcome.Reason);
        StringAssert.Contains(outcome.Message, "cannot be made");
        Assert.AreEqual(2, bench.Pending("build.log").AttemptCount, "the pending move is kept");
    }

    [TestMethod]
    public void InsideTheBackoff_AProbeThatSaidFreeInVain_IsNoAttempt()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Files.OnRename = _ => new OsCode(EBUSY);
        bench.Apply();
        PendingMove queued = bench.Pending("build.log");
        bench.Clock.Advance(TimeSpan.FromSeconds(299));

        Outcome early = bench.Apply().Entries.Single();

        Assert.AreEqual(EntryStatus.Queued, early.Status);
        Assert.IsNull(early.Code, "no warning");
        Assert.AreEqual(1, bench.Pending("build.log").AttemptCount);
        Assert.AreEqual(queued.NextEligibleAt, bench.Pending("build.log").NextEligibleAt);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.AreEqual(Codes.StillInUse, bench.Apply().Entries.Single().Code);
        Assert.AreEqual(2, bench.Pending("build.log").AttemptCount);
        Assert.AreEqual(3, bench.Run(RunCommand.Retry, r => r with { RetryAll = true }).Entries.Single().Pending!.AttemptCount, "asked for, it counts");
    }

    [TestMethod]
    public void WhatIsAbandoned_AndNotFreeAfterAll_IsNotAbandonedAgain()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Files.OnRename = _ => new OsCode(EBUSY);
        bench.Apply();
        WaitsToTheBound(bench);
        Assert.AreEqual(PendingStatus.Abandoned, bench.Pending("build.log").Status);
        bench.Clock.Advance(TimeSpan.FromDays(1));

        Outcome again = bench.Apply().Entries.Single();

        Assert.IsNull(again.Code, "it was said before");
        StringAssert.Contains(again.Message, "EBUSY (errno 16)");
        Assert.AreEqual(10, bench.Pending("build.log").AttemptCount);
        bench.Files.OnRename = _ => null;
        Assert.AreEqual(Codes.MovedFromQueue, bench.Apply().Entries.Single().Code);
    }

    [TestMethod]
    public void WhatTheSystemCallsBusy_IsNotSaidToBeInUse()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Files.OnRename = _ => new OsCode(EBUSY);
        StringAssert.StartsWith(bench.Apply().Entries.Single().Message, "EBUSY (errno 16): Device or resource busy; attempt 1 of 10");
    }

    [TestMethod]
    public void AFolderToAnotherVolume_KeepsTheNumberOfTheRefusal()
    {
        using Workbench bench = new("""{ "version": 1, "rules": [ { "id": "old", "match": ["old/"], "to": "archive/" } ] }""");
        bench.Write("old/a.txt");
        bench.Files.OnRename = _ => new OsCode(EXDEV);

        StringAssert.Contains(bench.Apply().Entries.Single().Message, "EXDEV (errno 18)");
        Assert.AreEqual((FailureReason.CrossDevice, (int?)18), (bench.Pending("old").Reason, bench.Pending("old").LastErrorErrno));
        Assert.IsTrue(bench.Exists("old/a.txt"));
    }

    [TestMethod]
    public void AFullQueue_RefusesLoudly_AndTheFileStays()
    {
        using Workbench bench = new("""{ "version": 1, "queue": { "maxItems": 1 }, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/" } ] }""");
        bench.Write("a.log");
        bench.Write("b.log");
        bench.Files.OnProbe = _ => FileUse.InUse;

        RunResult result = bench.Apply();

        Assert.AreEqual(1, result.Entries.Count(e => e.Status == EntryStatus.Queued));
        Assert.AreEqual(Codes.QueueFull, result.Entries.Single(e => e.Status == EntryStatus.Failed).Code);
        Assert.IsTrue(result.Findings.Any(f => f.Code == Codes.QueueFull));
        Assert.AreEqual(ExitCode.Pending, result.Exit);
        Assert.IsTrue(bench.Exists("a.log") && bench.Exists("b.log"));
    }

    [TestMethod]
    public void ItemsThatLeaveTheWorkspace_AreRefusedAndTouchNothing()
    {
        using Workbench bench = new();
        using TemporaryWorkspace outside = new();
        string secret = outside.Write("secret.txt", "secret");
        Directory.CreateSymbolicLink(bench.At("door"), outside.FullPath);
        bench.Write("a.log");
        string[] items =
        [
            Item("../" + Path.GetFileName(outside.FullPath) + "/secret.txt", "archive/stolen.txt"),
            Item(secret, "archive/stolen.txt"),
            Item("a.log", "../escaped.log"),
            Item("a.log", "C:/escaped.log"),
            Item("a.log", ".git/hooks/a.log"),
            Item("door/secret.txt", "archive/stolen.txt"),
        ];
        Directory.CreateDirectory(bench.At(".autonomous_runs"));
        File.WriteAllText(bench.Root.QueuePath, $$"""{ "schema_version": 1, "queue_id": "q", "items": [ {{string.Join(",", items)}} ] }""");

        RunResult result = bench.Apply();

        Assert.AreEqual(6, result.Findings.Count(f => f.Code == Codes.PathRefused), string.Join("\n", result.Findings));
        Assert.AreEqual("secret", File.ReadAllText(secret));
        Assert.IsFalse(bench.Exists("archive/stolen.txt"));
        Assert.IsTrue(bench.Exists("archive/logs/a.log"), "the rules still apply to the file itself");
    }

    [TestMethod]
    public void AnItemThatAPersonPutOnHold_StaysUntilReleased()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Files.OnProbe = _ => FileUse.InUse;
        bench.Apply();
        bench.Files.OnProbe = _ => null;
        QueueStore store = new(bench.Root, bench.Files, bench.Clock, bench.Config.Queue);
        QueueOperations operations = new(bench.Root, bench.Files, bench.Clock, store);
        operations.Hold(["build.log"]);

        Assert.IsEmpty(bench.Apply().Entries);
        Assert.AreEqual(PendingStatus.Held, bench.Pending("build.log").Status);
        operations.Release(["build.log"]);
        Assert.AreEqual(EntryStatus.Moved, bench.Apply().Entries.Single().Status);
    }

    [TestMethod]
    [DataRow(true, DisplayName = "when it was put on hold")]
    [DataRow(false, DisplayName = "later")]
    public void AHeldSourceThatCannotBeLookedAt_StaysOnHold(bool whenHeld)
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Files.OnProbe = _ => FileUse.InUse;
        bench.Apply();
        bench.Files.OnProbe = _ => null;
        bench.Files.OnStat = path => whenHeld && Path.GetFileName(path) == "build.log" ? new OsCode(EIO) : null;
        new QueueOperations(bench.Root, bench.Files, bench.Clock, new QueueStore(bench.Root, bench.Files, bench.Clock, bench.Config.Queue)).Hold(["build.log"]);
        bench.Files.OnStat = path => !whenHeld && Path.GetFileName(path) == "build.log" ? new OsCode(EIO) : null;

        bench.Apply();

        Assert.AreEqual(PendingStatus.Held, bench.Pending("build.log").Status);
        Assert.IsTrue(bench.Exists("build.log"));
    }

    [TestMethod]
    public void Verify_CallsAQueuedFileAWarning_AndAStrayOneAFinding()
    {
        using Workbench bench = new();
        bench.Write("held.log");
        bench.Files.OnProbe = _ => FileUse.InUse;
        bench.Apply();

        RunResult queued = bench.Run(RunCommand.Verify);
        bench.Write("stray.log");
        RunResult stray = bench.Run(RunCommand.Verify);

        Assert.AreEqual(ExitCode.Done, queued.Exit);
        Assert.AreEqual(Codes.InUseQueued, queued.Findings.Single().Code);
        Assert.AreEqual(FindingLevel.Warning, queued.Findings.Single().Level);
        Assert.AreEqual(ExitCode.Findings, stray.Exit);
        Assert.AreEqual(Codes.Stray, stray.Entries.Single().Code);
    }

    [TestMethod]
    public void AFileThatGitTracksByNow_StaysThoughItIsQueued()
    {
        using Workbench bench = new();
        bench.Write("build.log");
        bench.Files.OnProbe = _ => FileUse.InUse;
        bench.Apply();
        bench.Files.OnProbe = _ => null;
        GitRepository.InitAndAdd(bench.Root.FullPath, "build.log");

        Outcome outcome = bench.Apply().Entries.Single();

        Assert.AreEqual(EntryStatus.Protected, outcome.Status);
        Assert.IsTrue(bench.Exists("build.log"));
    }

    private static string Item(string source, string destination) =>
        $$"""
        { "id": "{{Guid.NewGuid():N}}", "src": "{{source}}", "dest": "{{destination}}", "action": "move", "status": "pending", "reason": "locked",
          "first_seen_at": "2026-03-01T11:00:00Z", "last_attempt_at": "2026-03-01T11:00:00Z", "attempt_count": 1, "next_eligible_at": "2026-03-01T11:05:00Z" }
        """;

    /// <summary>Runs again each time an attempt is due, until the item ends: the waits in seconds between.</summary>
    private static List<double> WaitsToTheBound(Workbench bench)
    {
        List<double> waits = [];
        while (bench.Pending("build.log") is { Status: PendingStatus.Pending } item)
        {
            waits.Add((item.NextEligibleAt - item.LastAttemptAt).TotalSeconds);
            bench.Clock.Now = item.NextEligibleAt;
            bench.Apply();
        }

        return waits;
    }
}
