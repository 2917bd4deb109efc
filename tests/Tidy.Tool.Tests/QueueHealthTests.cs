using System.Text.Json;
using Tidy.Core;
using Tidy.Core.Activity;
using Tidy.Core.Queue;
using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>queue health, and what queue report says of waits.</summary>
[TestClass]
public sealed class QueueHealthTests
{
    private static readonly LockWaits Waits = new(40, 3, 1, TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(812), TimeSpan.FromSeconds(7.25));

    private static readonly QueueHealth Unwell = new(
        [new(HealthCheck.Abandoned, QueueHealthStatus.Error, "2 pending moves were abandoned."), new(HealthCheck.LockWait, QueueHealthStatus.Warning, "A run waited.")],
        new QueueStats { Total = 12, Pending = 10, Abandoned = 2, FileSize = 4321 })
    {
        Thresholds = new HealthThresholds { PendingItems = 5, LookBack = TimeSpan.FromDays(7) },
        OldestAge = TimeSpan.FromHours(3),
        Waits = Waits,
    };

    [TestMethod]
    public void Text_HasEachIssue_AndEachNumberBesideWhatItMayBe()
    {
        using var tool = new ToolRun();
        tool.Queue.Setup(q => q.Health()).Returns(Unwell);
        Assert.AreEqual(ExitCode.Findings, tool.In("queue", "health"));
        Assert.AreEqual(
            """
            error TIDY2011: .autonomous_runs/tidy_pending_moves.json: 2 pending moves were abandoned.
            warning TIDY2011: .autonomous_runs/tidy_pending_moves.json: A run waited.

              pending      10  (at most 5)
              queue file   4.3 kB  (at most 10.0 MB)
              oldest       3 h  (at most 24 h)
              longest wait 7.3 s  (at most 5.0 s in the last 7 d)
              gave up      1 of 40 runs  (at most 0)

            """.ReplaceLineEndings("\n"),
            tool.Out);
    }

    [TestMethod]
    public void Json_HasStatusIssuesValuesAndThresholds()
    {
        using var tool = new ToolRun();
        tool.Queue.Setup(q => q.Health()).Returns(Unwell);
        Assert.AreEqual(ExitCode.Findings, tool.In("queue", "health", "--format", "json"));
        JsonElement json = JsonDocument.Parse(tool.Out).RootElement;
        Assert.AreEqual("error", json.GetProperty("status").GetString());
        Assert.AreEqual("""{"check":"lock_wait","severity":"warning","message":"A run waited."}""", Compact(json.GetProperty("issues")[1]));
        Assert.AreEqual("""{"pending_items":10,"file_size":4321,"oldest_age":10800,"lock_wait":7.25,"gave_up":1}""", Compact(json.GetProperty("values")));
        Assert.AreEqual("""{"pending_items":5,"file_size":10000000,"oldest_age":86400,"lock_wait":5,"gave_up":0}""", Compact(json.GetProperty("thresholds")));
        Assert.AreEqual("""{"look_back_seconds":604800,"runs":40,"waited":3,"gave_up":1,"p50_ms":2,"p95_ms":812,"max_ms":7250}""", Compact(json.GetProperty("lock_waits")));
        Assert.AreEqual((12, 1), (json.GetProperty("stats").GetProperty("counts").GetProperty("total").GetInt32(), json.GetProperty("exit_code").GetInt32()));
        Assert.AreEqual("TIDY2011", json.GetProperty("findings")[0].GetProperty("code").GetString());
    }

    [TestMethod]
    [DataRow("text", "Locks, last 24 h: 3 of 40 runs waited, 1 gave up; p50 2 ms, p95 812 ms, longest 7.3 s\n")]
    [DataRow("markdown", "Locks, last 24 h: 3 of 40 runs waited, 1 gave up; p50 2 ms, p95 812 ms, longest 7.3 s.\n")]
    [DataRow("json", "\"p95_ms\": 812")]
    public void TheReport_SaysWhatRunsWaited(string format, string says)
    {
        using var tool = new ToolRun();
        tool.Queue.Setup(q => q.Report(10)).Returns(Samples.Report() with { Waits = Waits });
        tool.In("queue", "report", "--format", format);
        StringAssert.Contains(tool.Out, says);
    }

    [TestMethod]
    public void TheThresholds_AreThoseOfTidyJson()
    {
        using LiveWorkspace live = new("""{ "version": 1, "health": { "pendingItems": 0 }, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" } ] }""");
        using (FileHolder.Start("none", live.Write("a.log")))
            live.Tidy("apply").AssertExit(3);

        live.Tidy("queue", "health").AssertExit(0);
        ToolAnswer strict = live.Json("queue", "health", "--strict");
        strict.AssertExit(1);
        Assert.AreEqual("warning", strict.Json.GetProperty("status").GetString());
        Assert.AreEqual("pending_items", strict.Json.GetProperty("issues")[0].GetProperty("check").GetString());
    }

    [TestMethod]
    public void ARunThatGaveUp_IsSeenByHealthAndReport()
    {
        using LiveWorkspace live = new();
        live.Write("a.log");
        live.Tidy("apply").AssertExit(0);
        using (FileHolder.Start("lock-dotnet", live.At(".autonomous_runs/tidy/run.lock")))
            live.Tidy("apply", "--lock-timeout", "100ms").AssertExit(5);

        ToolAnswer health = live.Json("queue", "health");
        health.AssertExit(0);
        Assert.AreEqual("gave_up", health.Json.GetProperty("issues")[0].GetProperty("check").GetString());
        StringAssert.Contains(live.Tidy("queue", "report").Out, "1 of 2 runs waited, 1 gave up");
    }

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json);
}
