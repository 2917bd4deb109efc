using Tidy.Core.Configuration;
using Tidy.Core.Locking;
using Tidy.Core.Moving;
using Tidy.Core.Platform;
using Tidy.Core.Queue;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class QueueOperationsTests
{
    [TestMethod]
    public void AnItem_IsFoundByIdByBeginningAndBySource()
    {
        using var scene = Three();
        Assert.AreEqual("a.log", scene.Operations.Find("aa11").Source.Value);
        Assert.AreEqual("a.log", scene.Operations.Find("AA").Source.Value);
        Assert.AreEqual("a.log", scene.Operations.Find("a.log").Source.Value);

        var many = Assert.ThrowsExactly<TidyException>(() => scene.Operations.Find("b"));
        Assert.AreEqual((Codes.Usage, ExitCode.Usage), (many.Code, many.Exit));
        StringAssert.Contains(many.Message, "bb22 (b.log), bb33 (c.log)");
        StringAssert.Contains(Assert.ThrowsExactly<TidyException>(() => scene.Operations.Find("zz")).Message, "aa11 (a.log)");
        Assert.ThrowsExactly<TidyException>(() => scene.Operations.Find(""));
    }

    [TestMethod]
    public void List_ShowsAllOrOneStatusAndWritesNothing()
    {
        using var scene = Three();
        string before = scene.Everything();
        Assert.AreEqual("a.log,b.log,c.log", Sources(scene.Operations.List()));
        Assert.AreEqual("c.log", Sources(scene.Operations.List(PendingStatus.Abandoned)));
        Assert.AreEqual(3, scene.Operations.Stats().Total);
        Assert.AreEqual(before, scene.Everything());
    }

    [TestMethod]
    public void AHeldItem_IsPendingAndDueOnceReleased()
    {
        using var scene = Three();
        PendingMove held = scene.Operations.Hold(["c.log"], "wait for the release").Items.Single();
        Assert.AreEqual((PendingStatus.Held, "wait for the release"), (held.Status, held.ManualReason));
        Assert.HasCount(0, scene.Operations.Hold(["c.log"]).Items);

        scene.Clock.Now += TimeSpan.FromDays(40);
        scene.Operations.Release(["c.log"]);

        PendingMove released = scene.Operations.Find("c.log");
        Assert.AreEqual((PendingStatus.Pending, scene.Clock.Now, null), (released.Status, released.NextEligibleAt, released.ManualReason));
        Assert.IsFalse(new RetrySchedule(scene.Config).IsExpired(released, scene.Clock.Now), "it would be abandoned before its first attempt");
        Assert.HasCount(1, scene.Operations.Release(["c.log"]).Findings);
    }

    [TestMethod]
    public void ABatchWithOneBadKey_ChangesNothing()
    {
        using var scene = Three();
        string before = scene.ReadQueue();
        Assert.ThrowsExactly<TidyException>(() => scene.Operations.Hold(["a.log", "nothing"]));
        Assert.ThrowsExactly<TidyException>(() => scene.Operations.Drop(["a.log", "nothing"]));
        Assert.AreEqual(before, scene.ReadQueue());
        Assert.HasCount(0, History(scene));
    }

    [TestMethod]
    public void WhatIsDropped_IsGoneFromTheQueueAndKeptInHistory()
    {
        using var scene = Three();
        Assert.AreEqual("a.log", Sources(scene.Operations.Drop(["aa11", "a.log"])));

        CollectionAssert.AreEqual(new[] { "b.log", "c.log" }, scene.SourcesOnDisk());
        QueueHistoryEntry entry = History(scene).Single();
        Assert.AreEqual(("a.log", QueueEnding.Dropped, scene.Clock.Now), (entry.Item.Source.Value, entry.Ending, entry.EndedAt));
    }

    [TestMethod]
    public void Clear_TakesOneStatusOrAll()
    {
        using var scene = Three();
        Assert.AreEqual("c.log", Sources(scene.Operations.Clear(PendingStatus.Abandoned)));
        CollectionAssert.AreEqual(new[] { "a.log", "b.log" }, scene.SourcesOnDisk());
        scene.Operations.Clear();
        Assert.HasCount(0, scene.SourcesOnDisk());
        Assert.HasCount(3, History(scene));
    }

    [TestMethod]
    public void Archive_TakesOnlyWhatEndedLongAgo()
    {
        using var scene = Three();
        Assert.HasCount(0, scene.Operations.Archive(TimeSpan.FromDays(30)).Items);
        scene.Clock.Now += TimeSpan.FromDays(30);

        Assert.AreEqual("c.log", Sources(scene.Operations.Archive(TimeSpan.FromDays(30))));

        CollectionAssert.AreEqual(new[] { "a.log", "b.log" }, scene.SourcesOnDisk());
        Assert.AreEqual(QueueEnding.Archived, History(scene).Single().Ending);
    }

    [TestMethod]
    [DataRow(PendingStatus.Succeeded, true)]
    [DataRow(PendingStatus.Abandoned, true)]
    [DataRow(PendingStatus.NeedsManual, true)]
    [DataRow(PendingStatus.Pending, false)]
    [DataRow(PendingStatus.Held, false)]
    public void Archive_TakesWhatEnded_WhenItWasFirstSeenLongAgo_HoweverLateItWasTried(PendingStatus status, bool goes)
    {
        using var scene = new QueueScene();
        DateTimeOffset seen = scene.Clock.Now;
        scene.Clock.Now += TimeSpan.FromDays(7);
        scene.Add(scene.Item("a.log") with { Status = status, FirstSeenAt = seen });
        Assert.IsEmpty(scene.Operations.Archive(TimeSpan.FromDays(8)).Items);

        Assert.AreEqual(goes ? "a.log" : "", Sources(scene.Operations.Archive(TimeSpan.FromDays(7))));

        Assert.HasCount(goes ? 0 : 1, scene.SourcesOnDisk());
        Assert.AreEqual(goes ? 1 : 0, History(scene).Count(h => h.Ending == QueueEnding.Archived && h.Item.Status == status));
    }

    [TestMethod]
    public void ArchiveWithNothingToTakeOut_WritesNothing_NotEvenALock()
    {
        using var scene = Three();
        string before = scene.Everything();
        Assert.IsEmpty(scene.Operations.Archive(TimeSpan.FromDays(1)).Items);
        Assert.AreEqual(before, scene.Everything());

        using var empty = new QueueScene();
        Assert.IsEmpty(empty.Operations.Archive(TimeSpan.Zero).Items);
        Assert.AreEqual("", empty.Everything());
    }

    [TestMethod]
    public void AnItemAbandonedByAge_StaysInTheQueueAndIsCounted()
    {
        using var scene = new QueueScene();
        scene.Add(scene.Item("a.log"));
        scene.Clock.Now += TimeSpan.FromDays(31);
        scene.Store.Transact(queue => queue.AddOrUpdate(
            new RetrySchedule(scene.Config).AfterFailedAttempt(queue.Items.Single(), QueueScene.Attempt(FailureReason.Locked, scene.Clock.Now))));

        Assert.AreEqual(1, scene.Operations.Stats().Abandoned);
        Assert.AreEqual("a.log", Sources(scene.Operations.List(PendingStatus.Abandoned)));
    }

    /// <summary>One rewrite of the queue and of its last good copy, however many go; and what is asked of the rest is asked of each once.</summary>
    [TestMethod]
    public void AHundredThousandItems_AreArchivedByOneRewrite_AndHealthCountsTheRest()
    {
        const int Items = 100_000;
        List<string> written = [];
        PlayedFiles files = new(OsFiles.Current) { OnReplace = path => { written.Add(Path.GetFileName(path)); return null; } };
        using QueueScene scene = new(new QueueConfig { MaxItems = Items }, files);
        DateTimeOffset old = scene.Clock.Now.AddDays(-40);
        scene.Store.Transact(queue =>
        {
            for (int i = 0; i < Items; i++)
                queue.AddOrUpdate(scene.Item($"f{i % 100}/{i}.log") with { FirstSeenAt = old, Status = i % 2 == 0 ? PendingStatus.Abandoned : PendingStatus.Pending });
        });
        written.Clear();

        Assert.HasCount(Items / 2, scene.Operations.Archive(TimeSpan.FromDays(30)).Items);
        CollectionAssert.AreEqual(new[] { "tidy_pending_moves.json", QueueStore.LastGoodName }, written);
        Assert.IsEmpty(scene.Operations.Archive(TimeSpan.FromDays(30)).Items);
        Assert.HasCount(2, written, "nothing to take out, nothing to write");

        QueueHealth health = scene.Operations.Health();
        Assert.AreEqual((Items / 2, 0), (health.Stats!.Pending, health.Stats.Abandoned));
        CollectionAssert.AreEqual(new[] { HealthCheck.PendingItems, HealthCheck.FileSize, HealthCheck.OldestAge }, health.Issues.Select(i => i.Check).ToArray());
    }

    [TestMethod]
    public void AQueueInOrder_IsHealthy()
    {
        using var scene = new QueueScene();
        Assert.AreEqual(QueueHealthStatus.Healthy, scene.Operations.Health().Status);
        Assert.IsFalse(Directory.Exists(scene.Root.StatePath), "asking makes no state");
        scene.Add(scene.Item("a.log"));
        Assert.AreEqual(QueueHealthStatus.Healthy, scene.Operations.Health().Status);
    }

    [TestMethod]
    public void TooManyTooLargeOrTooOld_IsAWarningEach()
    {
        using var scene = new QueueScene();
        scene.Add([.. Enumerable.Range(0, 101).Select(i => scene.Item($"{i}.log"))]);
        Assert.AreEqual("101 moves are pending, more than 100", scene.Operations.Health().Issues.Single().Message);

        scene.Clock.Now += TimeSpan.FromHours(25);
        QueueHealth health = scene.Operations.Health(new HealthThresholds { FileSize = 1000 });
        Assert.AreEqual(QueueHealthStatus.Warning, health.Status);
        Assert.HasCount(3, health.Issues);
        StringAssert.Contains(health.Issues[2].Message, "25 h");
        Assert.AreEqual(101, health.Stats!.Pending);
    }

    [TestMethod]
    public void AnOldItemWithAZoneOffset_IsNotHealthy()
    {
        using var scene = new QueueScene();
        scene.WriteQueue(QueueScene.Fixture("old-defaults.json").Replace("2026-11-22T01:13:14.842064Z", "2020-11-22T03:13:14+02:00"));
        Assert.AreEqual(QueueHealthStatus.Warning, scene.Operations.Health().Status);
    }

    [TestMethod]
    public void AnAbandonedItem_IsAnError()
    {
        using var scene = Three();
        Assert.AreEqual(QueueHealthStatus.Error, scene.Operations.Health().Status);
    }

    [TestMethod]
    [DataRow("{\"schema_version\":1,")]
    [DataRow("{\"schema_version\":2,\"items\":[]}")]
    public void AnUnreadableQueue_IsAnErrorAndNotEmpty(string json)
    {
        using var scene = new QueueScene();
        scene.WriteQueue(json);
        string before = scene.Everything();
        Assert.AreEqual(QueueHealthStatus.Error, scene.Operations.Health().Status);
        Assert.AreEqual(json, scene.ReadQueue());
        Assert.AreEqual(before, scene.Everything());
    }

    [TestMethod]
    public void AQueueThatNobodyCanLock_IsAnErrorWithItsNumbers()
    {
        using var scene = new QueueScene();
        scene.Add(scene.Item("a.log"));
        using QueueLock held = QueueLock.Acquire(scene.Root, scene.Files, TimeProvider.System);
        QueueOperations impatient = new(scene.Root, scene.Files, TimeProvider.System, scene.Store, TimeSpan.FromMilliseconds(30));
        QueueHealth health = LockTests.OnAnotherThread(() => impatient.Health());
        Assert.AreEqual((QueueHealthStatus.Error, 1), (health.Status, health.Stats!.Total));
        StringAssert.Contains(health.Issues[0].Message, "busy");
    }

    private static QueueScene Three()
    {
        var scene = new QueueScene();
        scene.Add(
            scene.Item("a.log") with { Id = "aa11" },
            scene.Item("b.log") with { Id = "bb22" },
            scene.Item("c.log") with { Id = "bb33", Status = PendingStatus.Abandoned });
        return scene;
    }

    private static IReadOnlyList<QueueHistoryEntry> History(QueueScene scene) => new QueueHistory(scene.Root, scene.Files, scene.Clock).Read();

    private static string Sources(QueueAnswer answer) => string.Join(',', answer.Items.Select(i => i.Source.Value));
}
