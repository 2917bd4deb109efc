using Tidy.Core.Delivery;
using Tidy.Core.Holders;
using Tidy.Core.Moving;
using Tidy.Core.Notices;
using Tidy.Core.Queue;

namespace Tidy.Core.Tests;

/// <summary>A queue with items that ended, and the process that tells of them.</summary>
internal sealed class NoticeScene : IDisposable
{
    private readonly QueueScene scene = new();

    public NoticeScene() => Services = new RunServices { Files = scene.Files, Processes = Processes.Current, Clock = scene.Clock };

    public RunServices Services { get; }

    public QueueScene Queue => scene;

    public ManualClock Clock => scene.Clock;

    public PlayedChannel Mail { get; } = new("mail");

    public PendingMove Ended(string source, PendingStatus status = PendingStatus.Abandoned, FailureReason reason = FailureReason.Locked) =>
        scene.Item(source, reason: reason) with { Status = status, AttemptCount = 10, Cause = "1:2:3" };

    /// <summary>The item after one more try, which came to the same.</summary>
    /// <param name="cause">What it looks like now.</param>
    public void TryAgain(PendingMove item, string cause = "1:2:3")
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        scene.Add(item with { LastAttemptAt = Clock.Now, AttemptCount = item.AttemptCount + 1, Cause = cause });
    }

    public NoticeDelivery Delivery(PlayedChannel? channel = null, params PendingStatus[] on) =>
        new(scene.Root, Services, channel ?? Mail, on.Length == 0 ? new NoticeSettings().On : on);

    /// <summary>As a process that delivers does it.</summary>
    public DeliveryAnswer Deliver(bool isAsked = false)
    {
        using DeliveryLock held = DeliveryLock.Acquire(scene.Root, Services, TimeSpan.Zero);
        return new DeliveryRound(scene.Root, Services).Run([Delivery()], isAsked, CancellationToken.None).Single();
    }

    public void Dispose() => scene.Dispose();
}
