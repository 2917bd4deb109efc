using Tidy.Core.Configuration;
using Tidy.Core.Holders;
using Tidy.Core.Moving;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class RetryScheduleTests
{
    private readonly RetrySchedule schedule = new(new QueueConfig());
    private DateTimeOffset now = ManualClock.AtFixtures.Now;

    [TestMethod]
    [DataRow(FailureReason.Locked, "300,600,1200,2400,4800,9600,19200,38400,76800", PendingStatus.Abandoned)]
    [DataRow(FailureReason.Permission, "60,120", PendingStatus.NeedsManual)]
    [DataRow(FailureReason.DestExists, "", PendingStatus.NeedsManual)]
    [DataRow(FailureReason.Unknown, "600,1200,2400,4800", PendingStatus.NeedsManual)]
    [DataRow(FailureReason.ReadOnlyFs, "600,1200,2400,4800", PendingStatus.NeedsManual)]
    public void Waits_DoubleUntilTheBoundEndsTheItem(FailureReason reason, string waits, PendingStatus end)
    {
        PendingMove item = New(reason);
        var waited = new List<string>();
        while (item.Status == PendingStatus.Pending)
        {
            waited.Add($"{(item.NextEligibleAt - item.LastAttemptAt).TotalSeconds}");
            now = item.NextEligibleAt;
            item = schedule.AfterFailedAttempt(item, QueueScene.Attempt(reason, now));
        }

        Assert.AreEqual(waits, string.Join(',', waited));
        Assert.AreEqual(end, item.Status);
        Assert.AreEqual(waited.Count + 1, item.AttemptCount);
        Assert.IsNotNull(item.ManualReason);
    }

    [TestMethod]
    public void TheBackoffOfLockedFiles_IsConfigurableAndCapped()
    {
        var own = new RetrySchedule(new QueueConfig { BaseBackoff = TimeSpan.FromSeconds(10), MaxBackoff = TimeSpan.FromSeconds(25), MaxAttempts = 4 });
        PendingMove item = own.NewItem(WorkspacePath.Parse("a"), WorkspacePath.Parse("b"), QueueScene.Attempt(FailureReason.Locked, now));
        var waits = new List<double>();
        for (; item.Status == PendingStatus.Pending; item = own.AfterFailedAttempt(item, QueueScene.Attempt(FailureReason.Locked, now)))
            waits.Add((item.NextEligibleAt - now).TotalSeconds);

        CollectionAssert.AreEqual(new[] { 10.0, 20.0, 25.0 }, waits);
    }

    [TestMethod]
    public void ARetryThatFailsOtherwise_HasTheNewReasonAndItsBound()
    {
        PendingMove item = schedule.AfterFailedAttempt(New(FailureReason.Locked), QueueScene.Attempt(FailureReason.Permission, now, code: 13));
        Assert.AreEqual((FailureReason.Permission, 2, PendingStatus.Pending), (item.Reason, item.AttemptCount, item.Status));
        Assert.AreEqual(13, item.LastErrorErrno);
        Assert.AreEqual("PermissionDenied", item.LastErrorType);
        Assert.AreEqual(now.AddSeconds(120), item.NextEligibleAt);

        item = schedule.AfterFailedAttempt(item, QueueScene.Attempt(FailureReason.Permission, now));
        Assert.AreEqual(PendingStatus.NeedsManual, item.Status);
    }

    [TestMethod]
    public void ThirtyDaysAfterFirstSeen_AnItemIsAbandonedWhateverTheCount()
    {
        PendingMove item = New(FailureReason.Locked);
        Assert.IsFalse(schedule.IsExpired(item, now.AddDays(30).AddTicks(-1)));
        Assert.IsTrue(schedule.IsExpired(item, now.AddDays(30)));
        Assert.IsFalse(schedule.IsExpired(item with { Status = PendingStatus.Held }, now.AddDays(99)));
        Assert.IsFalse(schedule.IsExpired(item with { FirstSeenAt = DateTimeOffset.MaxValue }, now), "a time in the far future must not overflow");

        PendingMove tried = schedule.AfterFailedAttempt(item, QueueScene.Attempt(FailureReason.Locked, now.AddDays(30)));
        Assert.AreEqual((PendingStatus.Abandoned, 2), (tried.Status, tried.AttemptCount));
        StringAssert.Contains(tried.ManualReason, "30 days");
    }

    [TestMethod]
    public void TheAttemptBeforeTheBound_IsKnownBeforehand()
    {
        PendingMove item = New(FailureReason.Locked);
        Assert.IsFalse(schedule.IsLastAttemptNext(item with { AttemptCount = 8 }));
        Assert.IsTrue(schedule.IsLastAttemptNext(item with { AttemptCount = 9 }));
        Assert.IsTrue(schedule.IsLastAttemptNext(item with { AttemptCount = int.MaxValue }));
    }

    [TestMethod]
    public void ACountOfAnySize_DoesNotOverflow()
    {
        PendingMove item = schedule.AfterFailedAttempt(New(FailureReason.Locked) with { AttemptCount = int.MaxValue }, QueueScene.Attempt(FailureReason.Locked, now));
        Assert.AreEqual((int.MaxValue, PendingStatus.Abandoned), (item.AttemptCount, item.Status));
        Assert.AreEqual(now.AddSeconds(86400), item.NextEligibleAt);
    }

    [TestMethod]
    public void TheRawCode_IsKeptUnderTheNameOfItsSystem()
    {
        var failure = new Failure(FailureReason.Locked, new OsCode(32), "MoveFileExW", new string('x', 1999) + "\U0001F600");
        var attempt = new FailedAttempt(failure, OsFamily.Windows, now) { Holders = [new Holder(7, "sqlservr", now)], BootId = "boot", Cause = "c1" };
        PendingMove item = schedule.NewItem(WorkspacePath.Parse("a.db"), WorkspacePath.Parse("archive/a.db"), attempt);

        Assert.AreEqual((32, null), (item.LastErrorWinerror, item.LastErrorErrno));
        Assert.AreEqual("SharingViolation", item.LastErrorType);
        Assert.AreEqual(new string('x', 1999), item.LastError, "at most 2000 characters, and no half of one");
        Assert.AreEqual(("boot", "c1", 7), (item.BootId, item.Cause, item.Holders[0].ProcessId));

        PendingMove probed = schedule.AfterFailedAttempt(item, attempt with { Failure = failure with { Code = OsCode.Ok } });
        Assert.IsNull(probed.LastErrorWinerror, "a probe has no code");
    }

    [TestMethod]
    public void Times_AreAsExactAsTheFileKeepsThem()
    {
        now = now.AddTicks(7);
        PendingMove item = New(FailureReason.Locked);
        Assert.AreEqual(0, item.LastAttemptAt.Ticks % 10);
        Assert.AreEqual(item.FirstSeenAt, item.LastAttemptAt);
    }

    private PendingMove New(FailureReason reason) =>
        schedule.NewItem(WorkspacePath.Parse("a.log"), WorkspacePath.Parse("archive/a.log"), QueueScene.Attempt(reason, now));
}
