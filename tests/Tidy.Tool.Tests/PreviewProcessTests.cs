using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>Whatever state a workspace is in, looking at it changes no name, byte or time in it.</summary>
[TestClass]
public sealed class PreviewProcessTests
{
    private static readonly string[] Previews =
    [
        "plan", "plan --check --strict", "verify --format json", "explain a.log", "queue list",
        "queue show a.log", "queue stats --format json", "queue health", "queue report --format markdown", "history", "locks a.log",
    ];

    [TestMethod]
    [DataRow("untouched")]
    [DataRow("after a run")]
    [DataRow("interrupted run")]
    [DataRow("unreadable queue")]
    [DataRow("vanished queue")]
    [DataRow("bad items")]
    [DataRow("newer queue")]
    public void APreview_ChangesNothing(string state)
    {
        using LiveWorkspace live = new();
        live.Write("a.log", "one");
        live.Write("src/Program.cs");
        Prepare(live, state);
        List<string> before = live.Everything();

        foreach (string preview in Previews)
        {
            ToolAnswer answer = live.Tidy(preview.Split(' '));

            CollectionAssert.AreEqual(before, live.Everything(), $"'{preview}' changed something ({state})");
            Assert.IsGreaterThan(0, answer.Out.Length + answer.Error.Length, preview);
            if (state != "newer queue")
                Assert.IsTrue(answer.Exit is 0 or 1 or 2, $"{preview} ({state}): {answer}");
        }
    }

    [TestMethod]
    public void APreviewOfARealWorkspace_ChangesNothing()
    {
        using LiveWorkspace live = LiveWorkspace.Real();
        List<string> before = live.Everything();

        ToolAnswer plan = live.Json("plan");
        live.Tidy("verify").AssertExit(1);

        Assert.IsGreaterThan(60, plan.Entries.Count(e => e.GetProperty("status").GetString() == "planned"));
        CollectionAssert.AreEqual(before, live.Everything());
    }

    [TestMethod]
    public void PlanOut_WritesThePlanAndNothingElse()
    {
        using LiveWorkspace live = new();
        using TemporaryWorkspace elsewhere = new();
        live.Write("a.log");
        List<string> before = live.Everything();

        live.Tidy("plan", "--plan-out", elsewhere.At("plan.json")).AssertExit(0);

        Assert.IsTrue(File.Exists(elsewhere.At("plan.json")));
        CollectionAssert.AreEqual(before, live.Everything());
    }

    private static void Prepare(LiveWorkspace live, string state)
    {
        if (state == "untouched")
            return;
        using (FileHolder.Start("none", live.At("a.log")))
        {
            live.Write("b.log", "two");
            live.Tidy("apply").AssertExit(3);
        }

        string text = File.ReadAllText(live.Queue);
        switch (state)
        {
            case "interrupted run":
                string journal = Directory.GetFiles(live.At(".autonomous_runs/tidy/runs"), "journal.jsonl", SearchOption.AllDirectories).Single();
                File.WriteAllLines(journal, File.ReadAllLines(journal)[..^1]);
                break;
            case "unreadable queue":
                File.WriteAllText(live.Queue, text[..^20]);
                break;
            case "vanished queue":
                File.Delete(live.Queue);
                break;
            case "bad items":
                File.WriteAllText(live.Queue, text.Replace("\"items\": [", "\"items\": [ 7, {}, { \"src\": \"../x\", \"dest\": \"y\" },", StringComparison.Ordinal));
                break;
            case "newer queue":
                File.WriteAllText(live.Queue, text.Replace("\"schema_version\": 1", "\"schema_version\": 2", StringComparison.Ordinal));
                break;
        }
    }
}
