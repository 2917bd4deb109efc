using System.Text.Json;
using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>What the real tool prints, byte for byte as another program or a person gets it.</summary>
[TestClass]
public sealed class FormatProcessTests
{
    private const string Escape = "\u001b[31m";

    [TestMethod]
    [DataRow("plan", "planned")]
    [DataRow("verify", "planned")]
    [DataRow("apply", "moved")]
    public void JsonLines_BeginWithStarted_TellEachThingOnce_AndEndWithASummary(string command, string status)
    {
        using LiveWorkspace live = new();
        live.Write("a.log");
        live.Write("b.log");
        live.Write(".autonomous_runs/tidy_pending_moves.json", "not a queue");

        JsonElement[] events = live.Tidy(command, "--format", "jsonl").Events;

        CollectionAssert.AreEqual(new[] { "started", "finding", "entry", "entry", "summary" }, events.Select(e => Text(e, "event")).ToArray());
        Assert.AreEqual((command, 2), (Text(events[0], "command"), events[0].GetProperty("actions").GetInt32()));
        Assert.AreEqual("TIDY1004", Text(events[1], "code"));
        CollectionAssert.AreEqual(new[] { $"a.log {status}", $"b.log {status}" }, events[2..4].Select(e => $"{Text(e, "src")} {Text(e, "status")}").ToArray());
        Assert.AreEqual(Text(events[0], "run_id"), Text(events[4], "run_id"));
        Assert.AreEqual(command == "verify" ? 1 : 0, events[4].GetProperty("exit_code").GetInt32());
    }

    [TestMethod]
    public void ARunThatCannotBegin_StillEndsItsJsonLinesWithASummary()
    {
        using LiveWorkspace live = new("{ \"version\": 1, \"odd\": 1 }");

        ToolAnswer answer = live.Tidy("apply", "--format", "jsonl");

        answer.AssertExit(2);
        CollectionAssert.AreEqual(new[] { "finding", "summary" }, answer.Events.Select(e => Text(e, "event")).ToArray());
        Assert.AreEqual(2, answer.Events[1].GetProperty("exit_code").GetInt32());
    }

    [TestMethod]
    public void TheJsonObjectAndTheJsonLines_SayTheSame()
    {
        using LiveWorkspace live = LiveWorkspace.Real();

        ToolAnswer whole = live.Json("plan");
        JsonElement[] events = live.Tidy("plan", "--format", "jsonl").Events;

        CollectionAssert.AreEqual(whole.Entries.Select(e => Text(e, "src")).ToArray(), events.Where(e => Text(e, "event") == "entry").Select(e => Text(e, "src")).ToArray());
        CollectionAssert.AreEqual(whole.Codes, events.Where(e => Text(e, "event") == "finding").Select(e => Text(e, "code")).ToArray());
        Assert.AreEqual("summary", Text(events[^1], "event"));
    }

    [TestMethod]
    public void Markdown_IsTables()
    {
        using LiveWorkspace live = new();
        using FileHolder holder = FileHolder.Start("read", live.Write("held.log"));
        live.Write("free.log");

        string[] lines = live.Tidy("apply", "--format", "markdown").Out.Split('\n');

        Assert.AreEqual("### dotnet tidy apply", lines[0]);
        CollectionAssert.Contains(lines, "| `archive/logs/` | `logs` |  | `free.log` | 7 B |");
        CollectionAssert.Contains(lines, "#### In use, queued");
        Assert.IsTrue(lines.Any(l => l.StartsWith("| `held.log` | TIDY1001 ", StringComparison.Ordinal) && l.EndsWith("| 1 of 10 |", StringComparison.Ordinal)), string.Join("\n", lines));
        for (int i = 1; i < lines.Length; i++)
            Assert.IsTrue(!lines[i].StartsWith("| ---", StringComparison.Ordinal) || Cells(lines[i]) == Cells(lines[i - 1]), lines[i]);
    }

    [TestMethod]
    [DataRow("text")]
    [DataRow("markdown")]
    [DataRow("json")]
    [DataRow("jsonl")]
    [DataRow("github")]
    [DataRow("azure")]
    [DataRow("msbuild")]
    [DataRow("sarif")]
    public void NamesThatWouldCommandATerminal_AreShownEscaped(string format)
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("Windows has no such names.");
        using LiveWorkspace live = new();
        string name = $"a\n{Escape}forged `line` | b\u202e.log";
        live.Write(name);
        string control = live.Write($"tidy\u0007.db");
        using FileHolder holder = FileHolder.Start("read", control);

        ToolAnswer plan = live.Tidy("plan", "--format", format, "--verbose");
        ToolAnswer apply = live.Tidy("apply", "--format", format);
        ToolAnswer list = live.Tidy("queue", "list");
        ToolAnswer explain = live.Tidy("explain", name);
        ToolAnswer history = live.Tidy("history", live.Json("history").Json.GetProperty("runs")[0].GetProperty("run_id").GetString()!);

        foreach (ToolAnswer answer in new[] { plan, apply, list, explain, history })
        {
            Assert.IsFalse(answer.ToString().Any(c => c is '\u001b' or '\u0007' or '\u202e' && !format.StartsWith("json", StringComparison.Ordinal)), answer.ToString());
            Assert.IsFalse(answer.Out.Split('\n').Any(l => l.StartsWith("forged", StringComparison.Ordinal)));
        }

        Assert.AreEqual("content", File.ReadAllText(live.At($"archive/logs/{name}")));
        if (format == "jsonl")
            Assert.IsTrue(plan.Events.Any(e => Text(e, "event") == "entry" && Text(e, "src") == name));
        else
            StringAssert.Contains(plan.Out, format == "github" ? "a%0A\\u001B[31m" : format == "sarif" ? "a%0A%1B%5B31m" : "a\\n\\u001B");
    }

    [TestMethod]
    public void Output_GoesToTheFile_AndTheTalkToStderr()
    {
        using TemporaryWorkspace bare = new();
        bare.Write("build.log");
        using TemporaryWorkspace elsewhere = new();

        ToolAnswer plan = ToolProcess.Run(bare.FullPath, "plan", "--format", "json", "--output", elsewhere.At("out.json"));

        Assert.AreEqual("", plan.Out);
        StringAssert.Contains(plan.Error, "No tidy.json");
        Assert.AreEqual("build.log", Text(new ToolAnswer(0, File.ReadAllText(elsewhere.At("out.json")), "").Entries.Single(), "src"));
    }

    private static int Cells(string row) => row.Count(c => c == '|');

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
