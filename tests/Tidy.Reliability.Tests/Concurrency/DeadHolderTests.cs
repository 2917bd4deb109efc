using System.Diagnostics;
using System.Text.Json;
using Tidy.Core.Tests;
using Tidy.Core.Workspaces;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Concurrency;

/// <summary>Processes that are killed or stand still while they hold a lock.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class DeadHolderTests(TestContext context)
{
    private const string Config =
        """
        { "version": 1, "inUse": "off", "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" } ] }
        """;

    private static readonly int Rounds = Chance.Everything ? 20 : 2;

    [TestMethod]
    public void AToolKilledWithTheWorkspaceLocked_LeavesItFreeAtOnce_ThoughItsChildLivesOn()
    {
        for (int round = 0; round < Rounds; round++)
        {
            using LiveWorkspace live = Repository();
            using BlockedGit git = new();
            using ToolProcess holder = StartAndBlock(live, git);
            AssertBusy(live.Tidy("apply", "--lock-timeout", "20ms"), $"pid {holder.Id}, apply");

            holder.Kill();

            live.Tidy("apply", "--lock-timeout", "1ms").AssertExit(0);
            Assert.IsTrue(git.IsRunning, "the killed one's child lives on");
            Assert.IsEmpty(OpenFiles.Of(git.ProcessId, live.At(".autonomous_runs")), "a child inherits no lock");
            Aftermath.AssertSound(live);
            Assert.AreEqual("a", File.ReadAllText(live.At("archive/logs/a.log")));
        }

        Figures.Report(context, "killed while it held `run.lock`", $"{Rounds} kills (SIGKILL), each with a child that lived on", "0 locks left behind");
    }

    [TestMethod]
    public void AToolThatStandsStillWithTheWorkspaceLocked_IsNamedToOthers_AndGoesOnAsIfNothingHadBeen()
    {
        using LiveWorkspace live = Repository();
        using BlockedGit git = new();
        using ToolProcess holder = StartAndBlock(live, git);
        holder.StandStill();

        AtOnce.Run(
            () => AssertBusy(live.Tidy("apply", "--lock-timeout", "20ms"), $"pid {holder.Id}, apply"),
            () => AssertBusy(live.Tidy("retry", "--lock-timeout", "20ms"), $"pid {holder.Id}, apply"),
            () => live.Tidy("plan").AssertExit(0),
            () => live.Tidy("queue", "list").AssertExit(0));
        Assert.IsTrue(live.Exists("a.log"));
        using ToolProcess patient = ToolProcess.Start(live.FullPath, "apply", "--lock-timeout", "50s");
        holder.GoOn();
        git.Answer();

        holder.End().AssertExit(0);
        patient.End().AssertExit(0);
        Aftermath.AssertSound(live);
        Assert.AreEqual(1, live.Json("history").Json.GetProperty("runs").GetArrayLength(), "it moved once");
        Figures.Report(context, "standing still while it held `run.lock`", "1 process (SIGSTOP, SIGCONT), 5 others meanwhile", "2 that only read worked, 2 gave up with 5 naming it, 1 waited; 0 lost");
    }

    [TestMethod]
    public void AWriterKilledInATransaction_LeavesTheQueueFreeAtOnce_AndAsItWas()
    {
        for (int round = 0; round < Rounds; round++)
        {
            using LiveWorkspace live = new(Config);
            GrowingQueue queue = new(WorkspaceRoot.At(live.FullPath));
            queue.Grow();
            live.Write("a.log", "a");
            using WriterProcess holder = WriterProcess.Holding(queue.Root, "half");
            AssertBusy(live.Tidy("queue", "hold", "own/0.log", "--lock-timeout", "20ms"), $"pid {holder.ProcessId}, queue");
            AssertBusy(live.Tidy("apply", "--lock-timeout", "20ms"), $"pid {holder.ProcessId}, queue");
            Assert.IsTrue(live.Exists("a.log"), "what cannot be queued is not touched");

            holder.Kill();

            live.Tidy("queue", "hold", "own/0.log", "--lock-timeout", "1ms").AssertExit(0);
            JsonElement item = live.Json("queue", "list").Json.GetProperty("items").EnumerateArray().Single();
            Assert.AreEqual(("own/0.log", "held"), (item.GetProperty("src").GetString(), item.GetProperty("status").GetString()));
            Aftermath.AssertSound(live);
        }

        Figures.Report(context, "killed while it held `queue.lock`", $"{Rounds} kills (SIGKILL) inside a transaction", "0 locks left behind, 0 items lost or half added");
    }

    [TestMethod]
    public void ABuildKilledWhileItsToolRuns_LeavesTheBuildLockFreeAtOnce_AndTheToolFinishes()
    {
        using LiveWorkspace live = Repository();
        using BlockedGit git = new();
        using ToolProcess build = ToolProcess.Start(git.For(BuildOf(live)));
        build.WaitUntil(() => git.IsAsked);
        using JsonDocument owner = JsonDocument.Parse(File.ReadAllText(live.At(".autonomous_runs/tidy/run.lock.owner.json")));
        using Process tool = Process.GetProcessById(owner.RootElement.GetProperty("pid").GetInt32());
        string state = live.At(".autonomous_runs");
        CollectionAssert.Contains(OpenFiles.Of(build.Id, state), "build.lock");
        CollectionAssert.AreEqual(new[] { "run.lock" }, OpenFiles.Of(tool.Id, state), "a child inherits no lock");
        Assert.IsEmpty(OpenFiles.Of(git.ProcessId, state), "a child inherits no lock");

        build.Kill();
        build.End();

        using (new FileStream(live.At(".autonomous_runs/tidy/build.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            Assert.IsFalse(tool.HasExited, "the tool lives on");
        git.Answer();
        tool.WaitForExit();
        Assert.AreEqual("a", File.ReadAllText(live.At("archive/logs/a.log")));
        live.Write("b.log", "b");
        using ToolProcess next = ToolProcess.Start(BuildOf(live));
        next.End().AssertExit(0);
        Assert.AreEqual("b", File.ReadAllText(live.At("archive/logs/b.log")));
        Aftermath.AssertSound(live);
        Figures.Report(context, "a build killed while it held `build.lock`", "1 kill (SIGKILL), its tool lived on", "0 locks left behind; the tool finished its run");
    }

    private static LiveWorkspace Repository()
    {
        LiveWorkspace live = new(Config);
        Programs.Run("git", "init", "--quiet", live.FullPath);
        live.Write("a.log", "a");
        return live;
    }

    private static ToolProcess StartAndBlock(LiveWorkspace live, BlockedGit git)
    {
        ToolProcess tool = ToolProcess.Start(git.For(ToolProcess.StartInfo(live.FullPath, "apply")));
        tool.WaitUntil(() => git.IsAsked);
        return tool;
    }

    /// <summary>The task itself, in a real MSBuild.</summary>
    private static ProcessStartInfo BuildOf(LiveWorkspace live)
    {
        string task = Path.Combine(AppContext.BaseDirectory, "Tidy.Build.dll");
        live.Write(
            "run.proj",
            $"""
            <Project>
              <UsingTask TaskName="Tidy.Build.RunTidy" AssemblyFile="{task}" />
              <Target Name="Build">
                <RunTidy Hook="OnDemand" Mode="Apply" Workspace="{live.FullPath}" DotNetTidy="{ToolProcess.Dll}" DotNetHost="{ToolProcess.Host}" />
              </Target>
            </Project>
            """);
        ProcessStartInfo start = ToolProcess.StartInfo(live.FullPath);
        start.ArgumentList.Clear();
        foreach (string argument in (string[])["msbuild", "run.proj", "-nologo", "-nodeReuse:false", "-maxCpuCount:1"])
            start.ArgumentList.Add(argument);
        // Left by a build that started the tests, they would bend this one.
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["TMPDIR"] = Directory.CreateDirectory(live.At("temp")).FullName; // a killed build leaves its temporary files
        return start;
    }

    private static void AssertBusy(ToolAnswer answer, string holder)
    {
        answer.AssertExit(5);
        StringAssert.Contains(answer.Error, "TIDY1005");
        StringAssert.Contains(answer.Error, holder);
    }
}
