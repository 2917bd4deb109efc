using System.Diagnostics;
using System.Text.Json.Nodes;
using Tidy.Core;

namespace Tidy.Tool.Tests;

/// <summary>The Windows build of the tool, killed in the middle of a run, and what the next run makes of what it left.</summary>
[TestClass]
[TestCategory("wine")]
[OSCondition(OperatingSystems.Linux)]
public sealed class WineCrashTests
{
    private const int Files = 600;

    [TestMethod]
    [DataRow(false)] // TerminateProcess
    [DataRow(true)] // from outside Windows
    public void ARunThatIsKilled_IsFinishedByTheNext_AndTheQueueIsKept(bool hard)
    {
        using var workspace = new WineWorkspace(WineMachine.Shared);
        workspace.Write("held.log", "held");
        using (workspace.Hold("none", "held.log"))
        {
            workspace.Tidy("apply");
            string queue = workspace.Read(WineWorkspace.QueueFile);
            for (int i = 0; i < Files; i++)
                workspace.Write($"{i:000}.log", $"{i}");

            KillInTheMiddle(workspace, hard);

            Assert.AreEqual(queue, workspace.Read(WineWorkspace.QueueFile), "the queue is saved after the moves");
            Assert.HasCount(1, OpenRuns(workspace));
            AssertEachFileIsThereOnce(workspace);
            WineAnswer next = workspace.Json("apply", "--lock-timeout", "5s");
            Assert.AreEqual(ExitCode.Pending, next.Exit, next.ToString());
            Assert.IsEmpty(OpenRuns(workspace));
            Assert.AreEqual(1, workspace.OnlyPending()["attempt_count"]!.GetValue<int>());
        }

        Assert.AreEqual(ExitCode.Done, workspace.Tidy("apply").Exit);
        AssertEachFileIsThereOnce(workspace);
        Assert.HasCount(Files + 1, workspace.NamesIn("archive/logs"));
        Assert.AreEqual("held", workspace.Read("archive/logs/held.log"));
    }

    private static void KillInTheMiddle(WineWorkspace workspace, bool hard)
    {
        using WineHolder killer = workspace.Hold("cwd", ".");
        using Process run = workspace.Start("apply");
        while (!Directory.Exists(workspace.At("archive/logs")) || workspace.NamesIn("archive/logs").Count < 10)
            Assert.IsFalse(run.HasExited, "it ended before");
        if (hard)
            run.Kill();
        else
            killer.KillOther(JsonNode.Parse(workspace.Read(".autonomous_runs/tidy/run.lock.owner.json"))!["pid"]!.GetValue<int>());
        Assert.IsTrue(run.WaitForExit(WineMachine.Patience));
        Assert.IsTrue(workspace.NamesIn("archive/logs").Count is > 0 and < Files, "it was in the middle");
    }

    private static string[] OpenRuns(WineWorkspace workspace) => [.. workspace.NamesIn(".autonomous_runs/tidy/runs").Where(n => n.EndsWith(".open", StringComparison.Ordinal))];

    private static void AssertEachFileIsThereOnce(WineWorkspace workspace)
    {
        for (int i = 0; i < Files; i++)
        {
            string[] places = [.. new[] { $"{i:000}.log", $"archive/logs/{i:000}.log" }.Where(workspace.Exists)];
            Assert.HasCount(1, places, $"{i:000}.log");
            Assert.AreEqual($"{i}", workspace.Read(places[0]));
        }
    }
}
