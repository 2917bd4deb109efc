using Tidy.Core.Activity;
using Tidy.Core.Delivery;
using Tidy.Core.Moving;
using Tidy.Core.Notices;
using Tidy.Core.Queue;
using Tidy.Core.Settings;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class WeeklySummaryTests
{
    private static WeeklySummary Summary(NoticeScene scene, params PlayedChannel[] channels) =>
        new(UserFolder.At(scene.Queue.Workspace.At("person")), scene.Services, channels);

    private static void Log(NoticeScene scene, TimeSpan ago, int moved, ExitCode exit = ExitCode.Done, params AttemptActivity[] attempts) =>
        new ActivityLog(scene.Queue.Root, scene.Services.Files, scene.Clock).Append(new RunActivity
        {
            RunId = "r", Command = "apply", StartedAt = scene.Clock.Now - ago, Moved = moved, Bytes = moved * 1_500_000L, Exit = exit, Attempts = attempts,
        });

    private static AttemptActivity HeldBy(string holder) => new("0123456789abcdef", "a.log", AttemptResult.Waiting, FailureReason.Locked, 2, holder);

    [TestMethod]
    public void ASummary_CountsTheWeek_AndTellsWhoNeedsAPersonFirst()
    {
        using NoticeScene scene = new();
        using TemporaryWorkspace quiet = new();
        scene.Queue.Add(scene.Ended("a.log"), scene.Queue.Item("b.log"));
        Log(scene, TimeSpan.FromDays(8), moved: 100);
        Log(scene, TimeSpan.FromDays(6), moved: 2, ExitCode.Pending, HeldBy("node"), HeldBy("code"), HeldBy("node"));
        Log(scene, TimeSpan.FromDays(1), moved: 1, ExitCode.Unexpected);
        string gone = scene.Queue.Workspace.At("gone");
        DateTimeOffset since = scene.Clock.Now.AddDays(-7);
        Notice notice = new NoticeSender("build-7", scene.Clock).OfSummary(new SummarySource(scene.Services).Of([quiet.FullPath, scene.Queue.Root.FullPath, gone], since), since);
        string name = Path.GetFileName(scene.Queue.Root.FullPath);
        Assert.AreEqual("Tidy on build-7: 3 files put away, 1 waits for a person", notice.Title);
        Assert.AreEqual($"""
            What Tidy did on build-7 since 2026-11-15.

            {name}
              3 files put away (4.5 MB) in 2 runs, 1 of them failed
              in the queue: 1 pending, 1 given up, 0 in need of a person
              the oldest waits since 2026-11-22 01:13 UTC
              mostly held by node (2 attempts), code (1 attempt)

            gone
              its folder is not there

            {Path.GetFileName(quiet.FullPath)}
              0 files put away (0.0 MB) in 0 runs
              in the queue: 0 pending, 0 given up, 0 in need of a person

            To look closer, in the folder of a workspace: dotnet tidy queue report

            """.ReplaceLineEndings("\n"), notice.Text);
        Assert.IsFalse(Directory.Exists(quiet.At(".autonomous_runs")), "to look writes nothing");
    }

    [TestMethod]
    public void ASummary_IsSentOnceAWeek_FromItsDayOn()
    {
        using NoticeScene scene = new(); // a Sunday
        NoticeSettings monday = new();
        string sent = "";
        for (int day = 0; day < 16; day++)
        {
            if (Summary(scene, scene.Mail).SendIfDue(monday, [scene.Queue.Root.FullPath], CancellationToken.None).Count > 0)
                sent += $"{scene.Clock.Now:ddd} ";
            Summary(scene, scene.Mail).SendIfDue(monday, [scene.Queue.Root.FullPath], CancellationToken.None);
            scene.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.AreEqual("Sun Mon Mon Mon ", sent, "the first at once, so that a person sees that it works");
        Assert.HasCount(4, scene.Mail.Sent);
    }

    [TestMethod]
    public void ASummary_ThatWasMissed_IsSentWhenTheMachineRunsAgain()
    {
        using NoticeScene scene = new();
        Summary(scene, scene.Mail).SendIfDue(new NoticeSettings(), [], CancellationToken.None);
        scene.Clock.Advance(TimeSpan.FromDays(3)); // Wednesday
        Assert.HasCount(1, Summary(scene, scene.Mail).SendIfDue(new NoticeSettings(), [], CancellationToken.None));
    }

    [TestMethod]
    public void ASummary_ThatOneChannelRefuses_IsSentThereByTheNextCall()
    {
        using NoticeScene scene = new();
        PlayedChannel webhook = new("webhook") { Failure = new DeliveryException("it is away") };
        IReadOnlyList<DeliveryAnswer> first = Summary(scene, scene.Mail, webhook).SendIfDue(new NoticeSettings(), [], CancellationToken.None);
        CollectionAssert.AreEqual(new[] { DeliveryResult.Delivered, DeliveryResult.Failed }, first.Select(a => a.Result).ToArray());
        webhook.Failure = null;
        Summary(scene, scene.Mail, webhook).SendIfDue(new NoticeSettings(), [], CancellationToken.None);
        Assert.AreEqual((1, 1), (scene.Mail.Sent.Count, webhook.Sent.Count));
    }

    [TestMethod]
    public void ASummary_ThatNobodyWants_IsNotSent() =>
        WithScene(scene => Assert.IsEmpty(Summary(scene, scene.Mail).SendIfDue(new NoticeSettings { Summary = SummaryRhythm.Off }, [], CancellationToken.None)));

    [TestMethod]
    public void ASummary_OnDemand_IsSentWhateverWasSent() => WithScene(scene =>
    {
        Summary(scene, scene.Mail).Send([], CancellationToken.None);
        Summary(scene, scene.Mail).Send([], CancellationToken.None);
        Assert.HasCount(2, scene.Mail.Sent);
    });

    private static void WithScene(Action<NoticeScene> test)
    {
        using NoticeScene scene = new();
        test(scene);
    }
}
