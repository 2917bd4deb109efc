using Tidy.Core.Activity;
using Tidy.Core.Platform;
using Tidy.Core.Queue;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class LockWaitsTests
{
    [TestMethod]
    public void OfManyRuns_TheSharesAndTheLongest_AreTold()
    {
        RunActivity[] runs = [.. Enumerable.Range(1, 100).Select(i => Run(waited: i * 10))];
        LockWaits waits = LockWaits.Of(new ActivityReading(new ActivityTotals(), runs), DateTimeOffset.MinValue);
        Assert.AreEqual(new LockWaits(100, 96, 0, Ms(500), Ms(950), Ms(1000)), waits);
    }

    [TestMethod]
    public void WithoutRuns_NothingWasWaited() =>
        Assert.AreEqual(LockWaits.None, LockWaits.Of(new ActivityReading(new ActivityTotals(), [Run(waited: 5000)]), ManualClock.AtFixtures.Now.AddHours(1)));

    [TestMethod]
    public void ARunThatGaveUp_WaitedAsLongAsItTook()
    {
        LockWaits waits = LockWaits.Of(new ActivityReading(new ActivityTotals(), [Run(0) with { GaveUp = true, Duration = Ms(30_000) }]), DateTimeOffset.MinValue);
        Assert.AreEqual((1, 1, Ms(30_000)), (waits.GaveUp, waits.Waited, waits.Longest));
    }

    [TestMethod]
    public void LongAndVainWaits_AreAWarningEach_UntilTheyAreLongAgo()
    {
        using var scene = new QueueScene();
        scene.Add(scene.Item("a.log"));
        ActivityLog log = new(scene.Root, OsFiles.Current, scene.Clock);
        log.Append(Run(waited: 5001));
        log.Append(Run(waited: 0) with { GaveUp = true, Duration = Ms(100) });

        QueueHealth health = scene.Operations.Health();
        CollectionAssert.AreEqual(new[] { HealthCheck.GaveUp, HealthCheck.LockWait }, health.Issues.Select(i => i.Check).ToArray());
        Assert.AreEqual(QueueHealthStatus.Warning, health.Status);
        StringAssert.StartsWith(health.Issues[0].Message, "1 of 2 runs gave up waiting for a lock in the last 24 h");
        Assert.AreEqual("A run waited 5 s for a lock in the last 24 h, longer than 5 s", health.Issues[1].Message);

        scene.Clock.Now += TimeSpan.FromHours(23.9);
        Assert.HasCount(2, scene.Operations.Health(new HealthThresholds { OldestAge = TimeSpan.FromDays(9) }).Issues);
        scene.Clock.Now += TimeSpan.FromHours(0.2);
        Assert.IsEmpty(scene.Operations.Health(new HealthThresholds { OldestAge = TimeSpan.FromDays(9) }).Issues);
    }

    private static RunActivity Run(int waited) => new()
    {
        RunId = "r", Command = "apply", StartedAt = ManualClock.AtFixtures.Now, WaitedForWorkspace = Ms(waited / 2), WaitedForQueue = Ms(waited - (waited / 2)),
    };

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
