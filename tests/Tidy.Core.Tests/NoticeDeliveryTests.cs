using Tidy.Core.Delivery;
using Tidy.Core.Moving;
using Tidy.Core.Notices;
using Tidy.Core.Platform;
using Tidy.Core.Queue;

namespace Tidy.Core.Tests;

/// <summary>Once per item and cause, whatever happens in between.</summary>
[TestClass]
public sealed class NoticeDeliveryTests
{
    [TestMethod]
    public void ItemsThatEnded_AreToldOnce_InOneNotice()
    {
        using NoticeScene scene = new();
        scene.Queue.Add(scene.Ended("a.log"), scene.Ended("b.log", PendingStatus.NeedsManual, FailureReason.Permission), scene.Queue.Item("c.log"));
        Assert.AreEqual(DeliveryResult.Delivered, scene.Deliver().Result);
        Assert.AreEqual(DeliveryResult.NothingToDeliver, scene.Deliver().Result);
        Notice notice = scene.Mail.Sent.Single();
        CollectionAssert.AreEqual(new[] { "a.log", "b.log" }, notice.Items.Select(i => i.Source.Value).ToArray());
    }

    [TestMethod]
    public void AnItemThatEndsLater_IsToldAlone()
    {
        using NoticeScene scene = new();
        scene.Queue.Add(scene.Ended("a.log"));
        scene.Deliver();
        scene.Queue.Add(scene.Ended("b.log"));
        scene.Deliver();
        Assert.AreEqual("a.log, b.log", string.Join(", ", scene.Mail.Sent.Select(n => n.Items.Single().Source.Value)));
    }

    [TestMethod]
    public void AnItemThatWasTriedAgainAndGivenUpAnew_IsToldAnew_WithAnotherId()
    {
        using NoticeScene scene = new();
        PendingMove item = scene.Ended("a.log");
        scene.Queue.Add(item);
        scene.Deliver();
        scene.TryAgain(item);
        scene.Deliver();
        Assert.HasCount(2, scene.Mail.Sent);
        Assert.AreNotEqual(scene.Mail.Sent[0].Id, scene.Mail.Sent[1].Id);
    }

    [TestMethod]
    public void AnItemWithAnotherCause_IsToldAnew()
    {
        using NoticeScene scene = new();
        PendingMove item = scene.Ended("a.log");
        scene.Queue.Add(item);
        scene.Deliver();
        scene.Queue.Add(item with { Status = PendingStatus.NeedsManual, Reason = FailureReason.Permission, LastAttemptAt = scene.Clock.Now.AddSeconds(1) });
        scene.Deliver();
        Assert.HasCount(2, scene.Mail.Sent);
    }

    [TestMethod]
    public void AFileThatIsWrittenAllDay_IsToldOnceADay()
    {
        using NoticeScene scene = new();
        PendingMove item = scene.Ended("a.log", PendingStatus.NeedsManual, FailureReason.Permission);
        scene.Queue.Add(item);
        scene.Deliver();
        for (int run = 0; run < 5; run++)
        {
            scene.TryAgain(item, cause: $"{run}"); // a run sees that it changed, and tries by itself
            scene.Deliver();
        }

        Assert.HasCount(1, scene.Mail.Sent);
        scene.Clock.Advance(TimeSpan.FromDays(1));
        Assert.AreEqual(DeliveryResult.Delivered, scene.Deliver().Result);
    }

    [TestMethod]
    public void ACrashBeforeTheNotice_LosesNothing()
    {
        using NoticeScene scene = new();
        scene.Queue.Add(scene.Ended("a.log")); // the run saved its queue, and died
        Assert.AreEqual(1, scene.Delivery().Count());
        scene.Deliver();
        Assert.HasCount(1, scene.Mail.Sent);
    }

    [TestMethod]
    public void ACrashBetweenSendingAndTheBook_RepeatsTheSameId()
    {
        using NoticeScene scene = new();
        scene.Queue.Add(scene.Ended("a.log"), scene.Ended("b.log"));
        scene.Deliver();
        File.Delete(scene.Queue.Root.State(ToldItems.FileName)); // as it was before it was written
        scene.Deliver();
        Assert.AreEqual(scene.Mail.Sent[0].Id, scene.Mail.Sent[1].Id);
    }

    [TestMethod]
    public void ALineThatACrashCutShort_CostsOnlyItself()
    {
        using NoticeScene scene = new();
        scene.Queue.Add(scene.Ended("a.log"), scene.Ended("b.log"));
        scene.Deliver();
        string file = scene.Queue.Root.State(ToldItems.FileName);
        File.WriteAllText(file, File.ReadAllText(file)[..^9]);
        scene.Deliver();
        Assert.AreEqual("b.log", scene.Mail.Sent[1].Items.Single().Source.Value);
        Assert.AreEqual(DeliveryResult.NothingToDeliver, scene.Deliver().Result, "the line after the torn one is read");
    }

    [TestMethod]
    public void EachChannel_IsToldByItself()
    {
        using NoticeScene scene = new();
        PlayedChannel webhook = new("webhook") { Failure = new DeliveryException("it is away") };
        scene.Queue.Add(scene.Ended("a.log"));
        new DeliveryRound(scene.Queue.Root, scene.Services).Run([scene.Delivery(webhook), scene.Delivery()], isAsked: false, CancellationToken.None);
        Assert.HasCount(1, scene.Mail.Sent);
        Assert.AreEqual((0, 1), (scene.Delivery().Count(), scene.Delivery(webhook).Count()));
        webhook.Failure = null;
        new DeliveryRound(scene.Queue.Root, scene.Services).Run([scene.Delivery(webhook), scene.Delivery()], isAsked: true, CancellationToken.None);
        Assert.AreEqual((1, 1), (webhook.Sent.Count, scene.Mail.Sent.Count));
    }

    [TestMethod]
    public void ANoticeThatOnlySomeReceiversTook_IsNotSentAgain_AndIsReported()
    {
        using NoticeScene scene = new();
        scene.Queue.Add(scene.Ended("a.log"));
        scene.Mail.Failure = new DeliveryException("bob is gone") { WasTaken = true, IsLasting = true };
        Assert.AreEqual((DeliveryResult.Failed, "bob is gone"), (scene.Deliver() is var answer ? answer.Result : default, answer.Record.Problem));
        scene.Mail.Failure = null;
        Assert.AreEqual(DeliveryResult.NothingToDeliver, scene.Deliver(isAsked: true).Result);
    }

    [TestMethod]
    public void WhatIsNotAskedFor_IsNotTold()
    {
        using NoticeScene scene = new();
        scene.Queue.Add(scene.Ended("a.log"), scene.Ended("b.log", PendingStatus.NeedsManual));
        scene.Delivery(scene.Mail, PendingStatus.Abandoned).Deliver(CancellationToken.None);
        Assert.AreEqual("a.log", scene.Mail.Sent.Single().Items.Single().Source.Value);
    }

    [TestMethod]
    public void TheLedger_WhenItIsLong_KeepsWhatIsInTheQueue()
    {
        using NoticeScene scene = new();
        PendingMove kept = scene.Ended("kept.log");
        scene.Queue.Add(kept);
        scene.Deliver();
        string file = scene.Queue.Root.State(ToldItems.FileName);
        string line = File.ReadAllText(file);
        File.AppendAllText(file, string.Concat(Enumerable.Range(0, (1 << 20) / line.Length).Select(i => line.Replace(kept.Id, $"{i:x16}", StringComparison.Ordinal))));
        scene.Queue.Add(scene.Ended("new.log"));
        scene.Deliver();
        Assert.IsLessThan(1000, new FileInfo(file).Length);
        Assert.AreEqual(DeliveryResult.NothingToDeliver, scene.Deliver().Result);
    }

    [TestMethod]
    public void AnUnreadableQueue_IsAFailureOfTheDelivery_NotItsEnd()
    {
        using NoticeScene scene = new();
        scene.Queue.WriteQueue("""{ "schema_version": 99, "items": [] }""");
        DeliveryAnswer answer = scene.Deliver();
        Assert.AreEqual(DeliveryResult.Failed, answer.Result);
        StringAssert.Contains(answer.Record.Problem, "newer");
    }

    [TestMethod]
    public void ALinkInPlaceOfTheLedger_IsRefused()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("links need rights there");
        using NoticeScene scene = new();
        scene.Queue.Add(scene.Ended("a.log"));
        string outside = scene.Queue.Workspace.Write("outside.txt", "mine");
        File.CreateSymbolicLink(scene.Queue.Root.State(ToldItems.FileName), outside);
        Assert.AreEqual(DeliveryResult.Failed, scene.Deliver().Result);
        Assert.AreEqual("mine", File.ReadAllText(outside));
        Assert.IsEmpty(scene.Mail.Sent, "what cannot be remembered would be told by each run");
    }
}
