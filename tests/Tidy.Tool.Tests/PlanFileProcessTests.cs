using System.Text.Json.Nodes;
using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>A plan written down, changed behind the tool's back or by hand, and carried out: what no longer agrees is not touched.</summary>
[TestClass]
public sealed class PlanFileProcessTests
{
    [TestMethod]
    public void APlanThatStillAgrees_IsCarriedOutToTheLetter()
    {
        using LiveWorkspace live = new();
        using TemporaryWorkspace elsewhere = new();
        live.Write("a.log");
        live.Write("b.log");
        string file = Plan(live, elsewhere);
        live.Write("c.log", "not in the plan");

        ToolAnswer apply = live.Json("apply", "--plan", file);

        apply.AssertExit(0);
        Assert.HasCount(2, apply.Entries);
        Assert.IsTrue(live.Exists("archive/logs/a.log") && live.Exists("archive/logs/b.log") && live.Exists("c.log"));
        live.Json("apply", "--plan", file).AssertExit(3);
    }

    [TestMethod]
    public void WhatChangedSince_IsStale_AndNotTouched()
    {
        using LiveWorkspace live = new();
        using TemporaryWorkspace elsewhere = new();
        foreach (string name in new[] { "changed.log", "gone.log", "good.log", "retimed.log", "taken.log", "tracked.log" })
            live.Write(name, name);
        string file = Plan(live, elsewhere);
        live.Write("changed.log", "changed, and longer");
        File.Delete(live.At("gone.log"));
        File.SetLastWriteTimeUtc(live.At("retimed.log"), new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        live.Write("archive/logs/taken.log", "another one");
        GitRepository.InitAndAdd(live.FullPath, "tracked.log");
        List<string> before = live.Files();

        ToolAnswer apply = live.Json("apply", "--plan", file);

        apply.AssertExit(3);
        Assert.AreEqual("moved", apply.Status("good.log"));
        foreach (string name in new[] { "changed.log", "gone.log", "retimed.log", "taken.log", "tracked.log" })
            Assert.AreEqual("stale", apply.Status(name), name);
        Assert.AreEqual(5, apply.Codes.Count(c => c == "TIDY9005"));
        CollectionAssert.AreEqual(before.Where(l => !l.StartsWith("good.log", StringComparison.Ordinal)).ToList(), live.Files().Where(l => !l.StartsWith("archive/logs/good.log", StringComparison.Ordinal) && !l.StartsWith("archive/.gitignore", StringComparison.Ordinal)).ToList());
    }

    [TestMethod]
    public void AnEntryThatWasEditedToGoElsewhere_IsStale()
    {
        using LiveWorkspace live = new();
        using TemporaryWorkspace elsewhere = new();
        live.Write("a.log");
        live.Write("README.md");
        string file = Plan(live, elsewhere);
        Edit(file, plan =>
        {
            JsonNode readme = plan["entries"]![0]!.DeepClone();
            readme["src"] = "README.md";
            readme["dest"] = "archive/logs/README.md";
            plan["entries"]!.AsArray().Add(readme);
            plan["entries"]![0]!["dest"] = "src/a.log";
        });
        List<string> before = live.Files();

        ToolAnswer apply = live.Json("apply", "--plan", file);

        apply.AssertExit(3);
        Assert.AreEqual(("stale", "stale"), (apply.Status("a.log"), apply.Status("README.md")));
        CollectionAssert.AreEqual(before, live.Files());
    }

    [TestMethod]
    public void AnEntryThatIsThereTwice_IsCarriedOutOnce()
    {
        using LiveWorkspace live = new();
        using TemporaryWorkspace elsewhere = new();
        live.Write("a.log");
        string file = Plan(live, elsewhere);
        Edit(file, plan => plan["entries"]!.AsArray().Add(plan["entries"]![0]!.DeepClone()));

        ToolAnswer apply = live.Json("apply", "--plan", file);

        apply.AssertExit(0);
        Assert.AreEqual("moved", apply.Status("a.log"));
    }

    [TestMethod]
    [DataRow("app.db")]
    [DataRow("app.db-wal")]
    public void ADatabaseWithoutItsCompanions_IsStale_AndStaysTogether(string left)
    {
        using LiveWorkspace live = new();
        using TemporaryWorkspace elsewhere = new();
        foreach (string name in new[] { "a.log", "app.db", "app.db-wal", "app.db-shm" })
            live.Write(name, name);
        string file = Plan(live, elsewhere);
        Edit(file, plan =>
        {
            JsonArray entries = plan["entries"]!.AsArray();
            entries.Remove(entries.Single(e => (string?)e!["src"] == left));
        });

        ToolAnswer apply = live.Json("apply", "--plan", file);

        apply.AssertExit(3);
        Assert.AreEqual("moved", apply.Status("a.log"));
        foreach (string name in new[] { "app.db", "app.db-wal", "app.db-shm" })
            Assert.IsTrue(live.Exists(name), name);
    }

    [TestMethod]
    public void APlanInAnotherOrder_KeepsADatabaseTogether()
    {
        using LiveWorkspace live = new();
        using TemporaryWorkspace elsewhere = new();
        foreach (string name in new[] { "a.log", "app.db", "app.db-wal", "app.db-shm", "z.log" })
            live.Write(name, name);
        string file = Plan(live, elsewhere);
        Edit(file, plan => plan["entries"] = new JsonArray([.. plan["entries"]!.AsArray().Select(e => e!.DeepClone()).Reverse()]));
        using FileHolder holder = FileHolder.Start("read", live.At("app.db-wal"));

        ToolAnswer apply = live.Json("apply", "--plan", file);

        apply.AssertExit(3);
        CollectionAssert.AreEqual(new[] { "a.log", "app.db", "app.db-shm", "app.db-wal", "z.log" }, apply.Entries.Select(e => e.GetProperty("src").GetString()).Order(StringComparer.Ordinal).ToArray());
        Assert.AreEqual(("moved", "queued", "moved"), (apply.Status("a.log"), apply.Status("app.db"), apply.Status("z.log")));
        Assert.IsTrue(live.Exists("app.db") && live.Exists("app.db-wal") && live.Exists("app.db-shm"));
    }

    [TestMethod]
    [DataRow("src", "../a.log")]
    [DataRow("src", "/etc/passwd")]
    [DataRow("src", "C:/a.log")]
    [DataRow("src", ".git/config")]
    [DataRow("src", ".autonomous_runs/tidy/run.lock")]
    [DataRow("src", "a\u0000.log")]
    [DataRow("dest", "archive/../../a.log")]
    [DataRow("dest", "/tmp/a.log")]
    [DataRow("dest", "c:a.log")]
    [DataRow("dest", "sub/.GIT/hooks/post-checkout")]
    [DataRow("dest", ".autonomous_runs/tidy_pending_moves.json")]
    [DataRow("action", "overwrite")]
    public void AHostileEntry_IsExitCode2_AndNothingIsTouched(string key, string value)
    {
        using LiveWorkspace live = new();
        using TemporaryWorkspace elsewhere = new();
        live.Write("a.log");
        live.Write("b.log");
        string file = Plan(live, elsewhere);
        Edit(file, plan => plan["entries"]![1]![key] = value);
        AssertRefused(live, file);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("not JSON")]
    [DataRow("null")]
    [DataRow("[]")]
    [DataRow("{ \"schema_version\": 1, \"command\": \"plan\" }")]
    [DataRow("VERSION 2")]
    [DataRow("VERSION -1")]
    [DataRow("NULL ENTRY")]
    [DataRow("HALF A CHARACTER")]
    [DataRow("CUT")]
    [DataRow("DEEP")]
    [DataRow("HUGE")]
    [DataRow("A FOLDER")]
    [DataRow("MISSING")]
    public void AFileThatIsNoPlan_IsExitCode2_AndNothingIsTouched(string what)
    {
        using LiveWorkspace live = new();
        using TemporaryWorkspace elsewhere = new();
        live.Write("a.log");
        string file = Plan(live, elsewhere);
        string text = File.ReadAllText(file);
        switch (what)
        {
            case "VERSION 2": Edit(file, plan => plan["schema_version"] = 2); break;
            case "VERSION -1": Edit(file, plan => plan["schema_version"] = -1); break;
            case "NULL ENTRY": Edit(file, plan => plan["entries"]!.AsArray().Add(null)); break;
            case "HALF A CHARACTER": File.WriteAllText(file, text.Replace("\"a.log\"", "\"\\ud800.log\"", StringComparison.Ordinal)); break;
            case "CUT": File.WriteAllText(file, text[..^10]); break;
            case "DEEP": File.WriteAllText(file, new string('[', 100_000)); break;
            case "HUGE": MakeHuge(file); break;
            case "A FOLDER": file = elsewhere.FullPath; break;
            case "MISSING": File.Delete(file); break;
            default: File.WriteAllText(file, what); break;
        }

        AssertRefused(live, file);
    }

    /// <summary>A good plan, and then 200 MB that are none.</summary>
    private static void MakeHuge(string file)
    {
        using FileStream stream = File.Open(file, FileMode.Open);
        stream.SetLength(200_000_000);
    }

    private static string Plan(LiveWorkspace live, TemporaryWorkspace elsewhere)
    {
        string file = elsewhere.At("plan.json");
        live.Tidy("plan", "--plan-out", file).AssertExit(0);
        return file;
    }

    private static void Edit(string file, Action<JsonNode> change)
    {
        JsonNode plan = JsonNode.Parse(File.ReadAllText(file))!;
        change(plan);
        File.WriteAllText(file, plan.ToJsonString());
    }

    private static void AssertRefused(LiveWorkspace live, string file)
    {
        List<string> before = live.Everything();
        ToolAnswer apply = live.Json("apply", "--plan", file);
        apply.AssertExit(2);
        Assert.IsTrue(apply.Codes.Single() is "TIDY9003" or "TIDY9005", apply.ToString());
        CollectionAssert.AreEqual(before, live.Everything());
    }
}
