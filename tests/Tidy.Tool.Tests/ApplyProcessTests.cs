using System.Text.Json;
using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>The real tool on real workspaces: what it does, and what its exit code says.</summary>
[TestClass]
public sealed class ApplyProcessTests
{
    private const int ManyFiles = 4000;

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void Apply_DoesWhatPlanSaid_ASecondOneMovesNothing_AndUndoRestores()
    {
        using LiveWorkspace live = LiveWorkspace.Real();
        List<string> before = live.Files();
        List<string> contents = live.Contents();

        ToolAnswer plan = live.Json("plan");
        ToolAnswer apply = live.Json("apply");
        List<string> tidied = live.Files();
        ToolAnswer second = live.Json("apply");

        plan.AssertExit(0);
        apply.AssertExit(0);
        second.AssertExit(0);
        CollectionAssert.AreEqual(Actions(plan), Actions(apply));
        Assert.IsGreaterThan(60, Count(apply, "moved"));
        Assert.AreEqual(0, Count(apply, "planned"));
        Assert.AreEqual(0, Count(second, "moved"));
        CollectionAssert.AreEqual(tidied, live.Files());
        CollectionAssert.AreEqual(contents, live.Contents());

        live.Tidy("undo").AssertExit(0);
        CollectionAssert.AreEqual(before, live.Files());
    }

    [TestMethod]
    public void ExitCodes_SayWhetherItIsTidy()
    {
        using LiveWorkspace live = new();
        live.Write("a.log");

        live.Tidy("plan").AssertExit(0);
        live.Tidy("plan", "--check").AssertExit(1);
        live.Tidy("verify").AssertExit(1);
        live.Tidy("apply").AssertExit(0);
        live.Tidy("plan", "--check", "--strict").AssertExit(0);
        live.Tidy("verify", "--strict").AssertExit(0);
    }

    [TestMethod]
    public void AQueuedFile_IsExitCode3_UnlessAllowed_AndFailsOnlyStrictChecks()
    {
        using LiveWorkspace live = new();
        using FileHolder holder = FileHolder.Start("read", live.Write("a.log"));

        live.Tidy("apply").AssertExit(3);
        live.Tidy("apply", "--allow-pending").AssertExit(0);
        live.Tidy("retry").AssertExit(3);
        live.Tidy("retry", "--allow-pending").AssertExit(0);
        live.Tidy("verify").AssertExit(0);
        live.Tidy("verify", "--strict").AssertExit(1);
        live.Tidy("plan", "--check").AssertExit(0);
        live.Tidy("plan", "--check", "--strict").AssertExit(1);
    }

    [TestMethod]
    [DataRow("{ \"version\": 1, \"rulez\": [] }", "TIDY9002", "did you mean 'rules'")]
    [DataRow("{ \"version\": 1, \"limits\": { \"maxMoves\": 1 }, \"rules\": [ { \"id\": \"logs\", \"match\": [\"*.log\"], \"to\": \"archive/\" } ] }", "TIDY9004", "limits.maxMoves is 1")]
    [DataRow("{ \"version\": 1, \"rules\": [ { \"id\": \"logs\", \"match\": [\"*.log\"], \"to\": \"../archive/\" } ] }", "TIDY9003", "..")]
    public void ABadConfiguration_OrAPlanBeyondTheLimits_IsExitCode2_AndMovesNothing(string config, string code, string says)
    {
        using LiveWorkspace live = new(config);
        live.Write("a.log");
        live.Write("b.log");

        ToolAnswer answer = live.Json("apply");

        answer.AssertExit(2);
        CollectionAssert.Contains(answer.Codes, code, answer.ToString());
        StringAssert.Contains(answer.Out, says);
        Assert.AreEqual(2, answer.Json.GetProperty("exit_code").GetInt32());
        Assert.IsTrue(live.Exists("a.log") && live.Exists("b.log") && !live.Exists("archive"));
    }

    [TestMethod]
    public void WithoutAConfiguration_ApplyAsksForOne()
    {
        using TemporaryWorkspace bare = new();
        bare.Write("build.log");

        ToolProcess.Run(bare.FullPath, "apply").AssertExit(2);
        Assert.IsFalse(Directory.Exists(bare.At(".autonomous_runs")));
        ToolProcess.Run(bare.FullPath, "apply", "--preset", "dotnet").AssertExit(0);
        Assert.IsFalse(File.Exists(bare.At("build.log")));
    }

    [TestMethod]
    public void AQueueOfANewerVersion_IsExitCode4_AndStaysToTheByte()
    {
        using LiveWorkspace live = new();
        live.Write("a.log");
        live.Write(".autonomous_runs/tidy_pending_moves.json", """{ "schema_version": 2, "queue_id": "q", "moves": [ {"from": "a.log"} ] }""");
        byte[] before = File.ReadAllBytes(live.Queue);

        foreach (string command in new[] { "plan", "apply", "retry", "undo", "queue list", "queue hold a.log", "queue clear --yes" })
        {
            ToolAnswer answer = live.Tidy(command.Split(' '));
            Assert.AreEqual(4, answer.Exit, $"{command}: {answer}");
            CollectionAssert.AreEqual(before, File.ReadAllBytes(live.Queue), command);
        }

        Assert.IsTrue(live.Exists("a.log"));
    }

    [TestMethod]
    public void ABusyWorkspace_IsExitCode5_NamingTheHolder_AndAPreviewDoesNotCare()
    {
        using LiveWorkspace live = new();
        live.Write("first.log");
        live.Tidy("apply").AssertExit(0);
        live.Write("a.log");
        string runLock = live.At(".autonomous_runs/tidy/run.lock");
        using (FileHolder holder = FileHolder.Start("lock-dotnet", runLock))
        {
            live.Write(".autonomous_runs/tidy/run.lock.owner.json",
                $$"""{"pid":{{holder.ProcessId}},"started_at":"2026-11-22T01:13:14Z","host":"{{Environment.MachineName}}","command":"apply"}""");

            ToolAnswer busy = live.Json("apply", "--lock-timeout", "200ms");

            busy.AssertExit(5);
            CollectionAssert.AreEqual(new[] { "TIDY1005" }, busy.Codes);
            StringAssert.Contains(busy.Out, $"(pid {holder.ProcessId}, apply, since 2026-11-22T01:13:14Z)");
            live.Tidy("plan").AssertExit(0);
            Assert.IsTrue(live.Exists("a.log"));
        }

        live.Tidy("apply").AssertExit(0);
        Assert.IsFalse(live.Exists("a.log"));
    }

    [TestMethod]
    public void ABusyQueue_IsExitCode5_AfterTheTimeThatWasGiven()
    {
        using LiveWorkspace live = new();
        live.Write("a.log");
        using (FileHolder.Start("none", live.At("a.log")))
            live.Tidy("apply").AssertExit(3);
        using FileHolder holder = FileHolder.Start("lock-dotnet", live.At(".autonomous_runs/tidy/queue.lock"));

        foreach (string command in new[] { "queue hold a.log", "queue drop a.log", "apply" })
        {
            ToolAnswer answer = live.Tidy([.. command.Split(' '), "--lock-timeout", "200ms"]);
            answer.AssertExit(5);
            StringAssert.Contains(answer.Error, "Waited 0.2 s");
        }

        live.Tidy("queue", "list").AssertExit(0);
        live.Tidy("queue", "health", "--lock-timeout", "200ms").AssertExit(1);
        Assert.IsTrue(live.Exists("a.log"));
    }

    [TestMethod]
    public void AnInterruptedRun_IsExitCode130_AndTheNextOneMovesTheRest()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("Ctrl+C cannot be sent to one process alone.");
        using LiveWorkspace live = StopAmongItsMoves(run => run.Interrupt(), out ToolAnswer interrupted);
        int moved = Directory.GetFiles(live.At("archive/logs")).Length;

        ToolAnswer next = live.Json("apply");

        interrupted.AssertExit(130);
        Assert.AreEqual(130, interrupted.Events[^1].GetProperty("exit_code").GetInt32());
        Assert.AreEqual(moved, interrupted.Events.Count(e => e.TryGetProperty("status", out JsonElement s) && s.GetString() == "moved"));
        next.AssertExit(0);
        Assert.IsEmpty(next.Codes, "it had closed its books");
        AssertAllMoved(live);
    }

    [TestMethod]
    public void AKilledRun_LosesNothing_AndTheNextOneSaysSoOnce()
    {
        using LiveWorkspace live = StopAmongItsMoves(run => run.Kill(), out _);

        ToolAnswer next = live.Json("apply");

        next.AssertExit(0);
        CollectionAssert.Contains(next.Codes, "TIDY1004");
        AssertAllMoved(live);
        Assert.IsEmpty(live.Json("apply").Codes);
    }

    /// <summary>A signal may come too late for a quick machine or a busy one: then another run is tried.</summary>
    private static LiveWorkspace StopAmongItsMoves(Action<ToolProcess> stop, out ToolAnswer answer)
    {
        for (int tries = 0; tries < 10; tries++)
        {
            LiveWorkspace live = new();
            for (int i = 0; i < ManyFiles; i++)
                live.Write($"{i}.log", $"{i}");
            using ToolProcess run = ToolProcess.Start(live.FullPath, "apply", "--format", "jsonl");
            run.WaitUntil(() => Directory.Exists(live.At("archive/logs")) && Directory.EnumerateFiles(live.At("archive/logs")).Any());
            stop(run);
            answer = run.End();
            if (Directory.EnumerateFiles(live.FullPath, "*.log").Any())
                return live;
            live.Dispose();
        }

        throw new AssertFailedException($"ten runs of {ManyFiles} moves came to their end before they could be stopped");
    }

    private static void AssertAllMoved(LiveWorkspace live)
    {
        for (int i = 0; i < ManyFiles; i++)
            Assert.AreEqual($"{i}", File.ReadAllText(live.At($"archive/logs/{i}.log")));
        Assert.HasCount(ManyFiles, Directory.GetFiles(live.At("archive/logs")));
    }

    private static List<string> Actions(ToolAnswer answer) =>
        [.. answer.Entries.Select(e => $"{e.GetProperty("action")} {e.GetProperty("src")} -> {e.GetProperty("dest")}")];

    private static int Count(ToolAnswer answer, string status) => answer.Entries.Count(e => e.GetProperty("status").GetString() == status);
}
