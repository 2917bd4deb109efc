using System.Text;
using System.Text.Json;
using Tidy.Core;
using Tidy.Core.Activity;
using Tidy.Core.Holders;
using Tidy.Core.Moving;
using Tidy.Core.Queue;
using Tidy.Pages.Overviews;

namespace Tidy.Dashboard.Tests;

[TestClass]
public sealed class OverviewTests
{
    [TestMethod]
    public void AnEmptyWorkspace_HasAnOverview_AndItsReadingWritesNothing()
    {
        using Shop shop = new();

        WorkspaceOverview overview = shop.Overview();

        Assert.AreEqual("shop", overview.Workspace);
        Assert.AreEqual("healthy", overview.Health.Status);
        Assert.AreEqual(0, overview.Queue.Total + overview.Items.Count + overview.Runs.Count + overview.Waits.Runs);
        Assert.HasCount(DayOverview.Shown, overview.Days);
        Assert.AreEqual(new DateOnly(2026, 11, 22), overview.Days[^1].Date);
        CollectionAssert.AreEqual(new[] { "tidy.json" }, Directory.GetFileSystemEntries(shop.Root.FullPath).Select(Path.GetFileName).ToArray());
    }

    [TestMethod]
    public void Items_ComeInTheOrderOfUrgency_AndTheNumbersAreOfAllOfThem()
    {
        using Shop shop = new();
        shop.Add(
            shop.Item("held.log", hours: 900) with { Status = PendingStatus.Held },
            shop.Item("young.log"),
            shop.Item("tried.log") with { AttemptCount = 5 },
            shop.Item("given-up.log", hours: 800) with { Status = PendingStatus.Abandoned },
            shop.Item("person.log") with { Status = PendingStatus.NeedsManual });

        WorkspaceOverview all = shop.Overview(), two = shop.Overview(top: 2);

        CollectionAssert.AreEqual(new[] { "person.log", "given-up.log", "tried.log", "young.log", "held.log" }, all.Items.Select(i => i.Src).ToArray());
        CollectionAssert.AreEqual(new[] { "person.log", "given-up.log" }, two.Items.Select(i => i.Src).ToArray());
        Assert.AreEqual(5, two.Queue.Total);
        Assert.AreEqual("error", two.Health.Status);
        Assert.AreEqual((2, 1, 1, 1), (two.Queue.Pending, two.Queue.NeedsManual, two.Queue.Abandoned, two.Queue.Held));
    }

    [TestMethod]
    [DataRow(0.99, "under_1h")]
    [DataRow(1, "under_1d")]
    [DataRow(23.9, "under_1d")]
    [DataRow(24, "under_7d")]
    [DataRow(24 * 7, "under_30d")]
    [DataRow(24 * 30, "over_30d")]
    [DataRow(-5, "under_1h")]
    public void AnItem_IsCountedInTheGroupOfItsAge(double hours, string group)
    {
        using Shop shop = new();
        shop.Add(shop.Item("a.log", hours));

        CollectionAssert.AreEqual(new[] { new CountOverview(group, 1) }, shop.Overview().Queue.ByAge.Where(g => g.Count > 0).ToArray());
    }

    [TestMethod]
    public void Holders_AreCountedByProgram_TheLargestFirst()
    {
        using Shop shop = new();
        Holder one = new(1, "code", null), two = new(2, "code", null), other = new(3, "MSBuild", null);
        shop.Add(shop.Item("a.log") with { Holders = [one, two] }, shop.Item("b.log") with { Holders = [two, other] }, shop.Item("c.log") with { Holders = [] });

        CollectionAssert.AreEqual(new[] { new CountOverview("code", 2), new CountOverview("MSBuild", 1) }, shop.Overview().Queue.ByHolder.ToArray());
    }

    [TestMethod]
    public void Runs_OfTheJournalAndOfTheActivityLog_AreOne()
    {
        using Shop shop = new();
        shop.Write("a.log");
        RunResult run = shop.Run(RunCommand.Apply);

        RunOverview shown = shop.Overview().Runs.Single();

        Assert.AreEqual(run.RunId, shown.Id);
        Assert.AreEqual((1, 0, 0), (shown.Moved, shown.Queued, shown.Failed));
        Assert.IsNotNull(shown.DurationMs);
        Assert.IsTrue(shown.CanUndo);
        Assert.AreEqual(("a.log", "archive/logs/a.log", "done"), (shown.Actions!.Single().Src, shown.Actions!.Single().Dest, shown.Actions!.Single().Status));
        Assert.AreEqual(1, shop.Overview().Days[^1].Moved);
    }

    [TestMethod]
    public void AnUndoneRun_SaysSo_AndCannotBeUndoneAgain()
    {
        using Shop shop = new();
        shop.Write("a.log");
        shop.Run(RunCommand.Apply);
        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        RunResult undo = shop.Run(RunCommand.Undo);

        IReadOnlyList<RunOverview> runs = shop.Overview().Runs;

        Assert.AreEqual(undo.RunId, runs[0].Id);
        Assert.AreEqual(undo.RunId, runs[1].UndoneBy);
        Assert.IsFalse(runs[1].CanUndo);
        Assert.IsTrue(runs[0].CanUndo);
    }

    [TestMethod]
    public void Attempts_AreATimeline_AndWaitsAreAdded()
    {
        using Shop shop = new();
        PendingMove item = shop.Item("a.log");
        var log = new ActivityLog(shop.Root, shop.Services.Files, shop.Clock);
        for (int attempt = 1; attempt <= 3; attempt++)
        {
            log.Append(new RunActivity
            {
                RunId = $"run-{attempt}",
                Command = "retry",
                StartedAt = shop.Clock.Now.AddHours(attempt - 4),
                WaitedForWorkspace = TimeSpan.FromSeconds(attempt - 1),
                GaveUp = attempt == 3,
                Attempts = [new AttemptActivity(item.Id, "a.log", AttemptResult.Waiting, FailureReason.Locked, attempt, "code")],
            });
        }

        WorkspaceOverview overview = shop.Overview();

        CollectionAssert.AreEqual(new[] { 1, 2, 3 }, overview.Attempts.Select(a => a.Attempt).ToArray());
        Assert.AreEqual((item.Id, "waiting", "locked", "code"), (overview.Attempts[0].Item, overview.Attempts[0].Result, overview.Attempts[0].Reason, overview.Attempts[0].Holder));
        Assert.AreEqual(new WaitOverview(Runs: 2, TotalMs: 3000, LongestMs: 2000, GaveUp: 1), overview.Waits);
    }

    [TestMethod]
    public void NoPlaceOfThisMachine_IsInTheJson()
    {
        using Shop shop = new();
        shop.Add(shop.Item("a.log") with { LastError = $"cannot open '{shop.At("sub/a.log")}' below {shop.Root.FullPath}: no", ManualReason = $"{shop.Root.FullPath} is full" });

        WorkspaceOverview overview = shop.Overview();
        string json = Encoding.UTF8.GetString(OverviewJson.Bytes(overview).Span);

        Assert.AreEqual("cannot open 'sub/a.log' below .: no", overview.Items.Single().LastError);
        Assert.AreEqual(". is full", overview.Items.Single().Why);
        Assert.DoesNotContain(shop.Root.FullPath, json);
        Assert.DoesNotContain(Path.GetTempPath(), json);
    }

    [TestMethod]
    public void AQueueThatCannotBeRead_IsToldAsHealth_AndIsNoEmptyQueue()
    {
        using Shop shop = new();
        shop.Add(shop.Item("a.log"));
        File.WriteAllText(shop.Root.QueuePath, "{ torn");

        WorkspaceOverview overview = shop.Overview();

        Assert.AreEqual("error", overview.Health.Status);
        Assert.AreEqual(1, overview.Queue.Total, "the last good copy");
    }

    [TestMethod]
    public void Json_IsReadableAndCannotEndAScript()
    {
        using Shop shop = new();
        shop.Add(shop.Item("</script><b>ä&amp;.log") with { LastError = "<!-- \u2028 -->" });

        string json = Encoding.UTF8.GetString(OverviewJson.Bytes(shop.Overview()).Span);

        Assert.IsFalse(json.AsSpan().ContainsAny("<>&"), json);
        Assert.Contains("ä", json);
        JsonElement item = JsonDocument.Parse(json).RootElement.GetProperty("items")[0];
        Assert.AreEqual("</script><b>ä&amp;.log", item.GetProperty("src").GetString());
        Assert.IsFalse(item.TryGetProperty("why", out _), "what is not known is left out");
        Assert.AreEqual("2026-11-22T08:00:00Z", item.GetProperty("first_seen_at").GetString());
    }
}
