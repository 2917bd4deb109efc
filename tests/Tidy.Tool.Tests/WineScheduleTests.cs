using System.Text.Json.Nodes;
using Tidy.Core;

namespace Tidy.Tool.Tests;

/// <summary>
/// The Task Scheduler as Wine has it: its own schtasks reads our task, keeps its settings (and forgets triggers and actions), and deletes it. It
/// starts nothing at any time.
/// </summary>
[TestClass]
[TestCategory("wine")]
[OSCondition(OperatingSystems.Linux)]
public sealed class WineScheduleTests
{
    [TestMethod]
    public void FromInstallToUninstall_TheTaskIsThere_TheRunTidies_AndTheTaskGoes()
    {
        using var workspace = new WineWorkspace(WineMachine.Shared);
        workspace.Write("änd er/tidy.json", """{ "version": 1, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" } ] }""");
        workspace.Write("änd er/old.log");
        File.SetLastWriteTimeUtc(workspace.At("änd er/old.log"), DateTime.UtcNow.AddDays(-3));
        string shop = WineMachine.WindowsPath(workspace.At("änd er"));

        WineAnswer installed = workspace.Tidy("schedule", "install", "--workspace", shop);
        Assert.AreEqual(ExitCode.Done, installed.Exit, installed.ToString());
        StringAssert.Contains(installed.Out, "It will run by schtasks: daily at 03:00 and when you log on");
        string kept = File.ReadAllText(Tasks().Single());
        foreach (string setting in new[] { "StartWhenAvailable>true", "DisallowStartIfOnBatteries>false", "StopIfGoingOnBatteries>false", "MultipleInstancesPolicy>IgnoreNew", "ExecutionTimeLimit>PT30M" })
            StringAssert.Contains(kept, $"<{setting}<");

        WineAnswer run = workspace.Tidy("schedule", "run", "--started-by", "schtasks");
        Assert.AreEqual(ExitCode.Done, run.Exit, run.ToString());
        Assert.AreEqual("content", workspace.Read("änd er/archive/logs/old.log"));

        JsonNode status = workspace.Json("schedule", "status").Json;
        Assert.AreEqual("schtasks", status["last_run"]!["started_by"]!.GetValue<string>());
        Assert.AreEqual(shop, status["workspaces"]![0]!["path"]!.GetValue<string>());
        StringAssert.StartsWith(status["command_line"]![0]!.GetValue<string>(), "Z:");

        WineAnswer gone = workspace.Tidy("schedule", "uninstall", "--workspace", shop);
        Assert.AreEqual(ExitCode.Done, gone.Exit, gone.ToString());
        Assert.IsEmpty(Tasks());
        Assert.AreEqual(ExitCode.Findings, workspace.Tidy("schedule").Exit);
    }

    private static string[] Tasks()
    {
        string folder = Path.Combine(WineMachine.Shared.SystemFolder, "tasks", "Tidy.Build");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
    }
}
