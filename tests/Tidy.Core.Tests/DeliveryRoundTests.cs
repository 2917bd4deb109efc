using Tidy.Core.Delivery;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class DeliveryRoundTests
{
    private static IReadOnlyList<DeliveryAnswer> Run(NoticeScene scene, params IDelivery[] deliveries)
    {
        using DeliveryLock held = DeliveryLock.Acquire(scene.Queue.Root, scene.Services, TimeSpan.Zero);
        return new DeliveryRound(scene.Queue.Root, scene.Services).Run(deliveries, isAsked: false, CancellationToken.None);
    }

    [TestMethod]
    public void ADeliveryThatFails_DoesNotStopTheOthers()
    {
        using NoticeScene scene = new();
        IReadOnlyList<DeliveryAnswer> answers = Run(
            scene,
            new PlayedDelivery("one", () => throw new DeliveryException("it is away")),
            new PlayedDelivery("two", () => true),
            new PlayedDelivery("three", () => false));
        CollectionAssert.AreEqual(new[] { DeliveryResult.Failed, DeliveryResult.Delivered, DeliveryResult.NothingToDeliver }, answers.Select(a => a.Result).ToArray());
    }

    [TestMethod]
    public void ADeliveryThatFailed_IsLeftInPeace_UntilItsTimeHasCome()
    {
        using NoticeScene scene = new();
        PlayedDelivery away = new("one", () => throw new DeliveryException("it is away"));
        Run(scene, away);
        Assert.AreEqual(DeliveryResult.Waits, Run(scene, away).Single().Result);
        scene.Clock.Advance(DeliveryRecord.FirstWait);
        Assert.AreEqual(DeliveryResult.Failed, Run(scene, away).Single().Result);
        Assert.AreEqual(2, away.Calls);
    }

    [TestMethod]
    [DataRow(1, 60)]
    [DataRow(2, 120)]
    [DataRow(3, 240)]
    [DataRow(9, 15_360)]
    [DataRow(10, 21_600)]
    [DataRow(40, 21_600)]
    public void TheWait_Doubles_UpToSixHours(int failures, int seconds)
    {
        DateTimeOffset now = ManualClock.AtFixtures.Now;
        DeliveryRecord record = new() { Name = "mail" };
        for (int i = 0; i < failures; i++)
            record = record.Failed(now, new DeliveryException("it is away"));
        Assert.AreEqual(now.AddSeconds(seconds), record.NextAt);
        Assert.AreEqual((failures, now), (record.Failures, record.FailsSince));
    }

    [TestMethod]
    public void AReceiverThatAsksForPeace_GetsIt_AndOneThatRefusesForGoodIsNotHammered()
    {
        DateTimeOffset now = ManualClock.AtFixtures.Now;
        DeliveryRecord record = new() { Name = "webhook" };
        Assert.AreEqual(now.AddHours(2), record.Failed(now, new DeliveryException("429") { RetryAfter = TimeSpan.FromHours(2) }).NextAt);
        Assert.AreEqual(now.AddSeconds(60), record.Failed(now, new DeliveryException("429") { RetryAfter = TimeSpan.FromSeconds(1) }).NextAt);
        Assert.AreEqual(now.AddHours(6), record.Failed(now, new DeliveryException("404") { IsLasting = true }).NextAt);
    }

    [TestMethod]
    public void ASuccess_EndsTheFailure_AndNothingToDeliverDoesToo()
    {
        using NoticeScene scene = new();
        Run(scene, new PlayedDelivery("one", () => throw new DeliveryException("it is away")));
        scene.Clock.Advance(TimeSpan.FromHours(1));
        DeliveryRecord record = Run(scene, new PlayedDelivery("one", () => false)).Single().Record;
        Assert.AreEqual((0, null, null), (record.Failures, record.Problem, record.NextAt));
    }

    [TestMethod]
    public void TheBook_IsKept_WithoutWhatIsNoLongerConfigured()
    {
        using NoticeScene scene = new();
        Run(scene, new PlayedDelivery("old", () => true), new PlayedDelivery("one", () => throw new DeliveryException("away\nand\u001b[31m red")));
        Run(scene, new PlayedDelivery("one", () => true));
        DeliveryRecord record = DeliveryBook.Read(scene.Queue.Root, scene.Services).Deliveries.Single();
        Assert.AreEqual(("one", @"away\nand\u001B[31m red"), (record.Name, record.Problem));
    }

    [TestMethod]
    public void ADamagedBook_IsAnEmptyOne()
    {
        using NoticeScene scene = new();
        Run(scene, new PlayedDelivery("one", () => true));
        foreach (string damage in (string[])["", "{", "null", """{"deliveries":[null]}""", """{"deliveries":[{}]}""", "[]"])
        {
            File.WriteAllText(scene.Queue.Root.State(DeliveryBook.FileName), damage);
            Assert.AreEqual(DeliveryResult.Delivered, Run(scene, new PlayedDelivery("one", () => true)).Single().Result, damage);
        }
    }

    [TestMethod]
    public void TheTimeLimit_IsAFailure_AndWhatIsNotDueIsNotCalled()
    {
        using NoticeScene scene = new();
        DeliveryAnswer answer = Run(scene, new PlayedDelivery("one", () => throw new OperationCanceledException())).Single();
        Assert.AreEqual((DeliveryResult.Failed, "the time for all deliveries was up"), (answer.Result, answer.Record.Problem));
    }

    [TestMethod]
    public void OneProcessDelivers_OneMayWait_AndAllOthersCanGo()
    {
        using NoticeScene scene = new();
        using ManualResetEventSlim isWaiting = new();
        Task<bool> second;
        using (DeliveryLock first = DeliveryLock.Acquire(scene.Queue.Root, scene.Services, TimeSpan.Zero))
        {
            RunServices patient = scene.Services with { Clock = TimeProvider.System };
            second = Task.Run(() =>
            {
                isWaiting.Set();
                DeliveryLock? waited;
                while ((waited = DeliveryLock.TryAcquire(scene.Queue.Root, patient, TimeSpan.FromSeconds(60))) is null)
                {
                    // The look below had the place for a moment.
                }

                using (waited)
                    return true;
            });
            isWaiting.Wait();
            SpinWait.SpinUntil(() => IsRefused(scene), TimeSpan.FromSeconds(20));
            Assert.IsTrue(IsRefused(scene), "somebody waits already");
        }

        Assert.IsTrue(second.Result, "who waited got its turn");
    }

    /// <summary>Asked on a thread of its own: a lock belongs to its thread.</summary>
    private static bool IsRefused(NoticeScene scene)
    {
        try
        {
            using DeliveryLock? third = DeliveryLock.TryAcquire(scene.Queue.Root, scene.Services, TimeSpan.Zero);
            return third is null;
        }
        catch (TidyException e) when (e.Exit == ExitCode.Busy)
        {
            return false; // nobody was waiting yet
        }
    }
}
