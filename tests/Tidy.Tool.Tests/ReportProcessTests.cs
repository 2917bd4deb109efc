using System.Text.Json;
using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>Reports about the queue and about past runs, through the real tool.</summary>
[TestClass]
public sealed class ReportProcessTests
{
    private const string Rules =
        """
        { "version": 1, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" }, { "id": "tmp", "match": ["*.tmp"], "to": "archive/tmp/", "conflict": "fail" } ],
          "journal": { "keepLast": 2 } }
        """;

    [TestMethod]
    public void AHeldFile_IsReportedWithTheProcessToClose_AndLaterWithTheRetry()
    {
        using LiveWorkspace live = new();
        using FileHolder holder = FileHolder.Start("append", live.Write("a.log", "one"));
        live.Tidy("apply").AssertExit(3);
        List<string> before = live.Everything();

        ToolAnswer held = live.Json("queue", "report");
        ToolAnswer text = live.Tidy("queue", "report");
        holder.Release();
        ToolAnswer free = live.Json("queue", "report");

        held.AssertExit(0);
        JsonElement close = held.Json.GetProperty("suggested_actions").EnumerateArray().Single();
        Assert.AreEqual(("close_locking_processes", "high"), (Text(close, "action"), Text(close, "priority")));
        Assert.AreEqual(holder.ProcessId, close.GetProperty("holder").GetProperty("pid").GetInt32());
        StringAssert.Contains(Text(close, "description"), $"(pid {holder.ProcessId}) that holds a.log");
        StringAssert.Contains(text.Out, $"(pid {holder.ProcessId}) that holds a.log\n");
        JsonElement item = held.Json.GetProperty("top_items").EnumerateArray().Single();
        Assert.AreEqual(("a.log", 10, 1, 10), (Text(item, "src"), item.GetProperty("priority_score").GetInt32(), item.GetProperty("attempt_count").GetInt32(), item.GetProperty("max_attempts").GetInt32()));
        Assert.AreEqual(1, held.Json.GetProperty("summary").GetProperty("total_pending").GetInt32());
        JsonElement retry = free.Json.GetProperty("suggested_actions").EnumerateArray().Single();
        Assert.AreEqual(("rerun_tidy", "run 'dotnet tidy retry': nobody holds a.log any more"), (Text(retry, "action"), Text(retry, "description")));
        CollectionAssert.AreEqual(before, live.Everything(), "three reports, and nothing was written");
        live.Tidy("retry").AssertExit(0);
        StringAssert.Contains(live.Tidy("queue", "report").Out, "The queue is empty.");
    }

    [TestMethod]
    public void WhatNeedsAPerson_IsReported_ArchivedWhenOld_AndPlannedAnew()
    {
        using LiveWorkspace live = new(Rules);
        live.Write("x.tmp", "new");
        live.Write("archive/tmp/x.tmp", "old");
        live.Tidy("apply").AssertExit(3);

        string[] actions = [.. live.Json("queue", "report").Json.GetProperty("suggested_actions").EnumerateArray().Select(a => Text(a, "description"))];
        Assert.AreEqual("rename or remove one of the two: x.tmp or archive/tmp/x.tmp", actions[0]);
        StringAssert.StartsWith(actions[1], "x.tmp needs a person: 'dotnet tidy retry ");

        List<string> before = live.Everything();
        StringAssert.StartsWith(live.Tidy("queue", "archive").Out, "Nothing to archive: ");
        CollectionAssert.AreEqual(before, live.Everything());

        ToolAnswer archived = live.Json("queue", "archive", "--older-than", "0s");
        Assert.AreEqual("x.tmp", Text(archived.Json.GetProperty("items").EnumerateArray().Single(), "src"));
        Assert.AreEqual(0, live.Json("queue", "stats").Json.GetProperty("stats").GetProperty("counts").GetProperty("total").GetInt32());
        StringAssert.Contains(File.ReadAllText(live.At(".autonomous_runs/tidy/queue-history.jsonl")), "\"archived\"");
        Assert.AreEqual("new", File.ReadAllText(live.At("x.tmp")));
        Assert.AreEqual("queued", live.Json("apply").Status("x.tmp"));
    }

    [TestMethod]
    public void ARun_LeavesItsReport_HistoryTellsIt_AndOldOnesGo()
    {
        using LiveWorkspace live = new(Rules);
        live.Write("a.log");
        live.Write("key.pem");
        using FileHolder holder = FileHolder.Start("read", live.Write("b.log"));

        ToolAnswer apply = live.Json("apply");
        string id = Text(apply.Json, "run_id");
        string folder = live.At($".autonomous_runs/tidy/runs/{id}");
        JsonElement kept = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "report.json"))).RootElement;
        Assert.AreEqual("b.log", Text(kept.GetProperty("entries").EnumerateArray().Single(), "src"), "the journal has what moved");
        Assert.AreEqual(apply.Json.GetProperty("findings").ToString(), kept.GetProperty("findings").ToString());
        Assert.AreEqual(id, Text(kept, "run_id"));

        ToolAnswer history = live.Json("history", id);
        Assert.AreEqual("done,not_done", string.Join(',', history.Json.GetProperty("actions").EnumerateArray().Select(a => Text(a, "status"))));
        Assert.AreEqual("b.log", Text(history.Json.GetProperty("queued").EnumerateArray().Single(), "src"));
        ToolAnswer text = live.Tidy("history", id);
        StringAssert.Contains(text.Out, "  root\n    a.log -> archive/logs/a.log\n    not done (locked): b.log -> archive/logs/b.log\n");
        StringAssert.Contains(text.Out, "  Queued\n    b.log -> archive/logs/b.log (locked, ");

        File.Delete(Path.Combine(folder, "report.json"));
        Assert.AreEqual(JsonValueKind.Null, live.Json("history", id).Json.GetProperty("queued").ValueKind);
        StringAssert.Contains(live.Tidy("history", id).Out, "    a.log -> archive/logs/a.log\n");

        live.Json("apply");
        Assert.IsTrue(Directory.GetDirectories(live.At(".autonomous_runs/tidy/runs")).Length == 1, "nothing changed: no folder and no report");
        live.Write("c.log");
        live.Json("apply");
        live.Write("d.log");
        live.Json("apply");
        Assert.IsFalse(Directory.Exists(folder), "keepLast is 2");
        Assert.HasCount(2, live.Json("history").Json.GetProperty("runs").EnumerateArray().ToArray());
    }

    [TestMethod]
    public void AnUndo_IsToldInWords()
    {
        using LiveWorkspace live = new();
        live.Write("a.log");
        live.Tidy("apply").AssertExit(0);
        ToolAnswer undo = live.Json("undo");
        ToolAnswer text = live.Tidy("history", Text(undo.Json, "run_id"), "--format", "markdown");
        StringAssert.Contains(text.Out, "| move | `archive/logs/a.log` | `a.log` | done |");
        StringAssert.Contains(text.Out, "undoes ");
        StringAssert.Contains(live.Tidy("queue", "report").Out, "a.log is on hold: 'dotnet tidy queue release ");
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
