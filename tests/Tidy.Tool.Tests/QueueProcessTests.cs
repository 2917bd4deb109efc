using System.Diagnostics;
using System.Text.Json;
using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>Files that other processes hold, from the first try to the move, through the real tool.</summary>
[TestClass]
public sealed class QueueProcessTests
{
    [TestMethod]
    public void AHeldFile_IsQueuedWithItsHolder_AndMovedByTheNextRunOnceReleased()
    {
        using LiveWorkspace live = new();
        using FileHolder holder = FileHolder.Start("append", live.Write("a.log", "one"));
        live.Write("b.log", "two");

        ToolAnswer first = live.Json("apply");
        ToolAnswer list = live.Tidy("queue", "list");
        ToolAnswer stats = live.Json("queue", "stats");
        holder.Release();
        ToolAnswer second = live.Json("apply");

        Assert.AreEqual("moved", first.Status("b.log"));
        JsonElement entry = first.Entry("a.log");
        Assert.AreEqual(("queued", "locked", "TIDY1001"), (Text(entry, "status"), Text(entry, "reason"), Text(entry, "code")));
        JsonElement named = entry.GetProperty("holders").EnumerateArray().Single();
        Assert.AreEqual(holder.ProcessId, named.GetProperty("pid").GetInt32());
        StringAssert.StartsWith(Text(named, "name"), "Tidy.FileHolder"[..15]);
        StringAssert.Contains(list.Out, $"{Text(entry, "queue_id")}  pending  locked, attempt 1, next try in ");
        StringAssert.Contains(list.Out, $"({holder.ProcessId})");
        Assert.AreEqual(1, stats.Json.GetProperty("stats").GetProperty("counts").GetProperty("pending").GetInt32());
        Assert.AreEqual(("moved", "TIDY1008"), (second.Status("a.log"), Text(second.Entry("a.log"), "code")));
        second.AssertExit(0);
        Assert.AreEqual("one", File.ReadAllText(live.At("archive/logs/a.log")));
        Assert.AreEqual(1, second.Json.GetProperty("queue").GetProperty("succeeded").GetInt32());
        Assert.AreEqual(0, second.Json.GetProperty("queue").GetProperty("total").GetInt32());
    }

    [TestMethod]
    public void Retry_TriesWhatIsNamed_AndRefusesWhatTheQueueDoesNotHave()
    {
        using LiveWorkspace live = new();
        string id;
        using (FileHolder.Start("read", live.Write("a.log")))
        using (FileHolder.Start("read", live.Write("b.log")))
        {
            id = Text(live.Json("apply").Entry("a.log"), "queue_id");
            ToolAnswer named = live.Json("retry", id);
            Assert.AreEqual(2, named.Entries.Single().GetProperty("attempt").GetInt32());
            ToolAnswer all = live.Json("retry", "--all");
            CollectionAssert.AreEqual(new[] { 3, 2 }, all.Entries.OrderBy(e => Text(e, "src")).Select(e => e.GetProperty("attempt").GetInt32()).ToArray());
        }

        List<string> before = live.Files();
        string queue = File.ReadAllText(live.Queue);
        foreach (string unknown in new[] { "ffffffffffffffff", "c.log", "../a.log", "" })
        {
            ToolAnswer refused = live.Json("retry", id, unknown);
            refused.AssertExit(2);
            StringAssert.Contains(refused.Out, $"'{unknown}'");
        }

        CollectionAssert.AreEqual(before, live.Files(), "one unknown name, and nothing is tried");
        Assert.AreEqual(queue, File.ReadAllText(live.Queue));

        ToolAnswer one = live.Json("retry", id[..6]);
        Assert.AreEqual("moved", one.Status("a.log"));
        live.Tidy("retry").AssertExit(0);
        Assert.IsTrue(live.Exists("archive/logs/a.log") && live.Exists("archive/logs/b.log"));
    }

    [TestMethod]
    public void AHeldItem_IsLeftUntilItIsReleased()
    {
        using LiveWorkspace live = new();
        using (FileHolder.Start("read", live.Write("a.log")))
            live.Tidy("apply").AssertExit(3);

        live.Tidy("queue", "hold", "a.log").AssertExit(0);
        live.Tidy("apply").AssertExit(0);
        Assert.IsTrue(live.Exists("a.log"));
        live.Tidy("retry", "--all").AssertExit(0);
        Assert.IsTrue(live.Exists("a.log"));
        live.Tidy("queue", "release", "a.log").AssertExit(0);
        live.Tidy("apply").AssertExit(0);
        Assert.IsTrue(live.Exists("archive/logs/a.log"));
    }

    [TestMethod]
    public void TheToolsOwnOutput_IsLeft_AndNotQueued()
    {
        using LiveWorkspace live = new();
        string output = live.At("own.log");
        live.Write("a.log");

        Shell(live, $"'{ToolProcess.Host}' exec '{ToolProcess.Dll}' apply --format json > own.log").AssertExit(0);

        JsonElement entry = new ToolAnswer(0, File.ReadAllText(output), "").Entry("own.log");
        Assert.AreEqual(("skipped", "TIDY2009"), (Text(entry, "status"), Text(entry, "code")));
        Assert.IsFalse(File.Exists(live.Queue));
        live.Tidy("apply").AssertExit(0);
        Assert.IsTrue(live.Exists("archive/logs/own.log"), "the next run takes it");
    }

    [TestMethod]
    public void WhatAnAncestorHolds_IsLeft_AndNotQueued()
    {
        using LiveWorkspace live = new();

        ToolAnswer answer = Shell(live, $"exec 9> build.log; '{ToolProcess.Host}' exec '{ToolProcess.Dll}' apply --format json 9>&-");

        Assert.AreEqual("TIDY2009", Text(answer.Entry("build.log"), "code"), answer.ToString());
        answer.AssertExit(0);
        Assert.IsFalse(File.Exists(live.Queue));
    }

    [TestMethod]
    public void TheFileOfTheOutputOption_IsLeft_AndNotQueued()
    {
        using LiveWorkspace live = new();

        live.Tidy("apply", "--format", "json", "--output", "own.log").AssertExit(0);

        Assert.AreEqual("TIDY2009", Text(new ToolAnswer(0, File.ReadAllText(live.At("own.log")), "").Entry("own.log"), "code"));
        Assert.IsFalse(File.Exists(live.Queue));
    }

    private static ToolAnswer Shell(LiveWorkspace live, string script)
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("a script for sh");
        ProcessStartInfo start = new("sh", ["-c", script]) { WorkingDirectory = live.FullPath, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process shell = Process.Start(ToolProcess.ReadByATest(start))!;
        string output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return new ToolAnswer(shell.ExitCode, output, shell.StandardError.ReadToEnd());
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
