using System.Text.Json;
using Tidy.Core.Configuration;
using Tidy.Core.Moving;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class PendingQueueTests
{
    private readonly ManualClock clock = ManualClock.AtFixtures;

    [TestMethod]
    public void NamesThatDifferByCase_AreTwoItemsWithTwoIds()
    {
        if (WorkspacePath.Comparer.Equals("a", "A"))
            Assert.Inconclusive("This system takes both names for one file.");
        var queue = new PendingQueue(new QueueConfig());
        PendingMove upper = queue.AddOrUpdate(Item("Foo.txt")).Item!;
        PendingMove lower = queue.AddOrUpdate(Item("foo.txt")).Item!;

        Assert.AreEqual(2, queue.Count);
        Assert.AreNotEqual(upper.Id, lower.Id);
        Assert.AreSame(lower, queue.FindById(lower.Id));
        Assert.AreSame(upper, queue.FindBySource(WorkspacePath.Parse("Foo.txt")));
    }

    [TestMethod]
    public void AnItemUnderAnotherId_IsStillTheSameItem()
    {
        var queue = new PendingQueue(new QueueConfig());
        queue.Load(Item("a.log") with { Id = "handmade" });

        PendingMove now = queue.AddOrUpdate(Item("a.log") with { AttemptCount = 4 }).Item!;

        Assert.AreEqual(1, queue.Count);
        Assert.AreEqual("handmade", now.Id);
        Assert.AreEqual(4, queue.FindById("handmade")!.AttemptCount);
    }

    [TestMethod]
    public void OfTwoVersions_TheNewerAttemptWins()
    {
        var queue = new PendingQueue(new QueueConfig());
        PendingMove old = Item("a.log") with { Commit = "old" };
        PendingMove young = old with { Commit = "young", LastAttemptAt = old.LastAttemptAt.AddSeconds(1) };

        queue.AddOrUpdate(young);
        queue.AddOrUpdate(old);
        Assert.AreEqual("young", queue.Items.Single().Commit);

        queue.AddOrUpdate(young with { Commit = "youngest", LastAttemptAt = young.LastAttemptAt.AddSeconds(1) });
        Assert.AreEqual("youngest", queue.Items.Single().Commit);
    }

    [TestMethod]
    public void QueuedAnew_TheAgeTheUnknownFieldsAndAHoldStay()
    {
        var queue = new PendingQueue(new QueueConfig());
        using JsonDocument field = JsonDocument.Parse("7");
        PendingMove first = Item("a.log") with { UnknownFields = new Dictionary<string, JsonElement> { ["x_new"] = field.RootElement.Clone() } };
        queue.AddOrUpdate(first);
        clock.Now += TimeSpan.FromDays(3);

        PendingMove again = queue.AddOrUpdate(Item("a.log")).Item!;
        Assert.AreEqual(first.FirstSeenAt, again.FirstSeenAt);
        Assert.AreEqual(7, again.UnknownFields["x_new"].GetInt32());

        queue.Change(again with { Status = PendingStatus.Held });
        Assert.AreEqual(PendingStatus.Held, queue.AddOrUpdate(again with { LastAttemptAt = clock.Now.AddHours(1) }).Item!.Status);
    }

    [TestMethod]
    public void Remove_TakesOnlyTheVersionThatWasSnapshotted()
    {
        var queue = new PendingQueue(new QueueConfig());
        queue.AddOrUpdate(Item("a.log"));
        PendingMove snapshotted = queue.Snapshot().Single();
        clock.Now += TimeSpan.FromSeconds(1);
        queue.AddOrUpdate(Item("a.log"));

        Assert.IsFalse(queue.Remove(snapshotted));
        Assert.AreEqual(1, queue.Count);

        Assert.IsTrue(queue.Remove(queue.Snapshot().Single()));
        Assert.AreEqual(0, queue.Count);
        Assert.IsNull(queue.FindBySource(snapshotted.Source));
        Assert.IsNull(queue.FindById(snapshotted.Id));
        Assert.IsFalse(queue.Remove(snapshotted));
    }

    [TestMethod]
    public void ASourceWithTwoDestinations_IsFoundUntilBothAreGone()
    {
        var queue = new PendingQueue(new QueueConfig());
        queue.AddOrUpdate(Item("b.log"));
        PendingMove first = queue.AddOrUpdate(Item("a.log", "old/a.log")).Item!;
        PendingMove second = queue.AddOrUpdate(Item("a.log", "new/a.log")).Item!;

        Assert.AreSame(second, queue.FindBySource(first.Source));
        queue.Remove(second);
        Assert.AreSame(first, queue.FindBySource(first.Source));
        queue.Remove(first);
        Assert.IsNull(queue.FindBySource(first.Source));
    }

    [TestMethod]
    public void ANewItemBeyondTheCaps_IsRefusedAloud()
    {
        var queue = new PendingQueue(new QueueConfig { MaxItems = 2, MaxBytes = 100 });
        queue.AddOrUpdate(Item("a.log") with { BytesEstimate = 60 });

        QueueAddition tooBig = queue.AddOrUpdate(Item("b.log") with { BytesEstimate = 41 });
        Assert.AreEqual(Codes.QueueFull, tooBig.Refusal!.Code);
        Assert.AreEqual("b.log", tooBig.Refusal.Path);
        Assert.IsNull(tooBig.Item);

        Assert.IsNull(queue.AddOrUpdate(Item("c.log") with { BytesEstimate = 40 }).Refusal);
        StringAssert.Contains(queue.AddOrUpdate(Item("d.log")).Refusal!.Message, "queue.maxItems");
        Assert.IsNull(queue.AddOrUpdate(Item("a.log") with { BytesEstimate = 500 }).Refusal, "an update is not a new item");
        Assert.AreEqual(2, queue.Count);
    }

    [TestMethod]
    [DataRow(QueueOrder.Smallest, "small,old,big,unknown,given-up")]
    [DataRow(QueueOrder.Largest, "big,small,old,unknown,given-up")]
    [DataRow(QueueOrder.Oldest, "unknown,small,old,big,given-up")]
    public void Snapshot_ComesInTheConfiguredOrderWithPendingItemsFirst(QueueOrder order, string expected)
    {
        var queue = new PendingQueue(new QueueConfig { Order = order });
        queue.AddOrUpdate(Item("given-up") with { BytesEstimate = 50, Status = PendingStatus.Abandoned });
        queue.AddOrUpdate(Item("unknown"));
        clock.Now += TimeSpan.FromHours(1);
        queue.AddOrUpdate(Item("small") with { BytesEstimate = 10 });
        clock.Now += TimeSpan.FromHours(1);
        queue.AddOrUpdate(Item("old") with { BytesEstimate = 10 });
        clock.Now += TimeSpan.FromHours(1);
        queue.AddOrUpdate(Item("big") with { BytesEstimate = 1000 });

        Assert.AreEqual(expected, string.Join(',', queue.Snapshot().Select(i => i.Source.Value)));
    }

    [TestMethod]
    public void Snapshot_TakesAtMostSoMany()
    {
        var queue = new PendingQueue(new QueueConfig());
        foreach (string name in (string[])["a", "b", "c"])
            queue.AddOrUpdate(Item(name));

        Assert.HasCount(0, queue.Snapshot(0));
        Assert.HasCount(2, queue.Snapshot(2));
        Assert.HasCount(3, queue.Snapshot(99));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => queue.Snapshot(-1));
    }

    [TestMethod]
    public void Stats_CountByEverythingThatMatters()
    {
        var queue = new PendingQueue(new QueueConfig());
        queue.AddOrUpdate(Item("a.LOG") with { BytesEstimate = 10, Commit = "abc1234" });
        queue.Load(Item("sub/b.log", reason: FailureReason.Permission) with { BytesEstimate = long.MaxValue - 20, Commit = "abc1234" });
        DateTimeOffset first = clock.Now;
        clock.Now += TimeSpan.FromSeconds(400);
        queue.Load(Item("none") with { Status = PendingStatus.Held, BytesEstimate = 100 });
        queue.Load(Item("x.db", reason: FailureReason.DestExists));

        QueueStats stats = queue.Stats(clock.Now);

        Assert.AreEqual((4, 2, 1, 1, 0, 0), (stats.Total, stats.Pending, stats.Held, stats.NeedsManual, stats.Abandoned, stats.Succeeded));
        Assert.AreEqual(2, stats.EligibleNow);
        Assert.AreEqual(long.MaxValue, stats.Bytes, "a sum that does not fit is the largest number, not a negative one");
        Assert.AreEqual((first, clock.Now), (stats.Oldest!.Value, stats.Newest!.Value));
        Assert.AreEqual((2, 1), (stats.ByReason["locked"], stats.ByReason["dest_exists"]));
        Assert.AreEqual((2, 1, 1), (stats.ByFileType[".log"], stats.ByFileType[""], stats.ByFileType[".db"]));
        Assert.AreEqual(2, stats.ByCommit["abc1234"]);
    }

    private PendingMove Item(string source, string? destination = null, FailureReason reason = FailureReason.Locked) =>
        new RetrySchedule(new QueueConfig()).NewItem(
            WorkspacePath.Parse(source), WorkspacePath.Parse(destination ?? $"archive/{source}"), QueueScene.Attempt(reason, clock.Now));
}
