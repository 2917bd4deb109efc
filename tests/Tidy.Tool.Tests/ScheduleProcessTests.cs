using System.Text.Json;

namespace Tidy.Tool.Tests;

/// <summary>The schedule from the command line, as a person meets it.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class ScheduleProcessTests
{
    [TestMethod]
    public void FromInstallToUninstall_EachCommandSaysWhatIs()
    {
        using PersonsMachine machine = new();
        string shop = machine.Workspace("my shop");
        ToolAnswer before = machine.Tidy(shop, "schedule");
        before.AssertExit(1);
        StringAssert.StartsWith(before.Out, "It will not run by itself.\nerror TIDY3001: ");

        ToolAnswer installed = machine.Tidy(shop, "schedule", "install", "--at", "22:30");
        installed.AssertExit(0);
        StringAssert.StartsWith(installed.Out, "Registered. 1 workspace is served.\nIt will run by systemd: daily at 22:30 and when you log on; next ");
        string service = File.ReadAllText(machine.At(".config/systemd/user/tidy-build.service"));
        StringAssert.Contains(service, $"ExecStart=\":{ToolProcess.Host}\" \"exec\" \"{ToolProcess.Dll}\" \"schedule\" \"run\" \"--started-by\" \"systemd\"\n");

        List<string> state = machine.Everything();
        ToolAnswer again = machine.Tidy(shop, "schedule", "install");
        StringAssert.StartsWith(again.Out, "Nothing to do: it is registered already.\n");
        CollectionAssert.AreEqual(state, machine.Everything());

        JsonElement status = machine.Tidy(shop, "schedule", "status", "--format", "json").Json;
        Assert.IsTrue(status.GetProperty("will_run").GetBoolean());
        Assert.AreEqual("systemd", status.GetProperty("backend").GetString());
        Assert.AreEqual(shop, status.GetProperty("workspaces")[0].GetProperty("path").GetString());

        machine.Tidy(shop, "schedule", "uninstall").AssertExit(0);
        machine.Tidy(shop, "schedule").AssertExit(1);
        Assert.IsFalse(Directory.EnumerateFiles(machine.At(".config"), "*", SearchOption.AllDirectories).Any());
    }

    [TestMethod]
    public void Print_ShowsWhatWouldBeDone_AndDoesNothing()
    {
        using PersonsMachine machine = new() { HasSystemd = false };
        string shop = machine.Workspace("shop");
        List<string> before = machine.Everything();

        ToolAnswer text = machine.Tidy(shop, "schedule", "install", "--print");
        ToolAnswer json = machine.Tidy(shop, "schedule", "install", "--print", "--format", "json");

        text.AssertExit(0);
        CollectionAssert.AreEqual(before, machine.Everything());
        StringAssert.Contains(text.Out, $"  write   {machine.DataFolder}/workspaces.json\n");
        StringAssert.Contains(text.Out, "cron\n  run     crontab -, which reads\n          # BEGIN TIDY.BUILD");
        StringAssert.Contains(text.Out, "          0 3 * * * ");
        JsonElement[] steps = [.. json.Json.GetProperty("steps").EnumerateArray()];
        CollectionAssert.AreEqual(new[] { "write", "run" }, steps.Select(s => s.GetProperty("step").GetString()).ToArray());

        machine.Tidy(shop, "schedule", "install"); // and it is what is done
        Assert.AreEqual(steps[1].GetProperty("content").GetString(), File.ReadAllText(machine.At(".crontab")));
    }

    [TestMethod]
    public void ARun_TidiesEachWorkspaceAsABuildWould_AndTellsWhatItCouldNot()
    {
        using PersonsMachine machine = new();
        foreach (string name in new[] { "a", "b", "c" })
            machine.Tidy(machine.Workspace(name), "schedule", "install").AssertExit(0);
        Directory.Delete(machine.At("b"), recursive: true);
        machine.Write("c/tidy.json", "{ \"odd\": 1 }");

        ToolAnswer run = machine.Tidy(machine.At(""), "schedule", "run", "--started-by", "systemd");

        run.AssertExit(1);
        StringAssert.Contains(run.Out, $"  done      {machine.At("a")}  1 moved, 0 waiting\n");
        StringAssert.Contains(run.Out, $"  missing   {machine.At("b")}  The folder is gone.\n");
        StringAssert.Contains(run.Out, $"  broken    {machine.At("c")}  TIDY9002: ");
        Assert.IsTrue(File.Exists(machine.At("a/archive/logs/old.log")));
        Assert.IsTrue(File.Exists(machine.At("a/young.log")), "somebody may be at work with it");
        Assert.IsFalse(File.Exists(machine.At("a/.autonomous_runs/tidy/build-consent")), "nobody said that builds may");

        ToolAnswer status = machine.Tidy(machine.At("a"), "schedule", "status");
        status.AssertExit(0);
        StringAssert.Contains(status.Out, ", by systemd: 2 of 3 workspaces not served\n");
        StringAssert.Contains(status.Out, $"warning TIDY3007: {machine.At("b")}: The folder is gone. If it is gone for good: dotnet tidy schedule uninstall --workspace {machine.At("b")}\n");

        machine.Tidy(machine.At("a"), "schedule", "uninstall", "--workspace", machine.At("b")).AssertExit(0);
        machine.Tidy(machine.At("a"), "schedule", "uninstall", "--workspace", machine.At("c")).AssertExit(0);
        machine.Tidy(machine.At("a"), "schedule", "run").AssertExit(0);
    }

    [TestMethod]
    public void TwoRunsAtOnce_DoTheWorkOnce()
    {
        using PersonsMachine machine = new();
        string shop = machine.Workspace("shop");
        machine.Tidy(shop, "schedule", "install").AssertExit(0);
        ToolProcess[] runs = [.. Enumerable.Range(0, 3).Select(_ => ToolProcess.Start(machine.StartInfo(shop, "schedule", "run")))];

        ToolAnswer[] answers = [.. runs.Select(r => r.End())];

        Array.ForEach(runs, r => r.Dispose());
        foreach (ToolAnswer answer in answers)
        {
            answer.AssertExit(0);
            Assert.IsTrue(answer.Out.Contains("TIDY3008", StringComparison.Ordinal) || answer.Out.Contains("  done      ", StringComparison.Ordinal), answer.ToString());
        }

        Assert.AreEqual(1, answers.Count(a => a.Out.Contains("1 moved", StringComparison.Ordinal)));
    }

    /// <summary>As when several clones are set up by a script.</summary>
    [TestMethod]
    public void ManyInstallsAtOnce_LoseNoWorkspace()
    {
        using PersonsMachine machine = new();
        string[] shops = [.. Enumerable.Range(0, 5).Select(i => machine.Workspace($"shop-{i}"))];
        ToolProcess[] installs = [.. shops.Select(s => ToolProcess.Start(machine.StartInfo(s, "schedule", "install")))];
        Array.ForEach(installs, i => i.End().AssertExit(0));
        Array.ForEach(installs, i => i.Dispose());
        JsonElement status = machine.Tidy(shops[0], "schedule", "status", "--format", "json").Json;
        string[] registered = [.. status.GetProperty("workspaces").EnumerateArray().Select(w => w.GetProperty("path").GetString()!)];
        CollectionAssert.AreEquivalent(shops, registered);
    }

    [TestMethod]
    [DataRow("schedule install --at 25:00", "'25:00' is no time of day for --at. Valid values are")]
    [DataRow("schedule install --backend launchd", "Valid values here are auto, systemd, cron")]
    [DataRow("schedule install --logon --no-logon", "contradict each other")]
    [DataRow("schedule install --config x.json", "--config has no meaning")]
    [DataRow("schedule status --format markdown", "Valid values are text, json")]
    [DataRow("schedule instal", "Valid commands are status, install, uninstall, run")]
    public void WrongUsage_IsExplained(string line, string says)
    {
        using PersonsMachine machine = new();
        ToolAnswer answer = machine.Tidy(machine.Workspace("shop"), line.Split(' '));
        answer.AssertExit(2);
        StringAssert.Contains(answer.Error, says);
    }

    [TestMethod]
    public void WithoutAConfiguration_InstallAsksForOne()
    {
        using PersonsMachine machine = new();
        machine.Write("bare/x.log");
        ToolAnswer answer = machine.Tidy(machine.At("bare"), "schedule", "install", "--workspace", machine.At("bare"));
        answer.AssertExit(2);
        StringAssert.Contains(answer.Error, "'dotnet tidy init' writes one");
        Assert.IsFalse(Directory.Exists(machine.DataFolder));
    }
}
