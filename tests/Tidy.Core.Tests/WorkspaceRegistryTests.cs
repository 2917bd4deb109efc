using System.Text;
using Tidy.Core.Locking;
using Tidy.Core.Scheduling;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class WorkspaceRegistryTests
{
    [TestMethod]
    public void WhatIsWritten_IsReadBack()
    {
        using ScheduleScene scene = new();
        var tool = new ToolCommand("/opt/ü/dotnet", ["exec", "/opt/ü/dotnet-tidy.dll"], new Dictionary<string, string> { ["DOTNET_ROOT"] = "/opt/ü" });
        var schedule = new RegisteredSchedule("cron", new WantedSchedule(tool, DailyTime.Usual, AtLogon: false), scene.Clock.Now);
        WorkspaceList list = WorkspaceList.Empty.With("/home/ann/ü", scene.Clock.Now) with { Schedule = schedule };
        Directory.CreateDirectory(scene.Place.Folder.FullPath);

        scene.Registry.Write(list);
        WorkspaceList read = scene.Registry.Read();

        Assert.AreEqual(WorkspaceRegistry.TextOf(list), WorkspaceRegistry.TextOf(read));
        StringAssert.Contains(File.ReadAllText(scene.Registry.FullPath), "/home/ann/ü", "a person can read it");
        Assert.IsTrue(read.Schedule!.Wanted.Tool.IsSameTool(tool));
    }

    [TestMethod]
    [DataRow("", "")]
    [DataRow("{ \"schema_version\": 1, \"schedule\": null, \"workspaces\": [", "")]
    [DataRow("{ \"schema_version\": 1, \"schedule\": null }", "workspaces")]
    [DataRow("null", "null")]
    [DataRow("{ \"schema_version\": 2, \"schedule\": null, \"workspaces\": [] }", "schema_version is 2")]
    [DataRow("{ \"schema_version\": 1, \"schedule\": null, \"workspaces\": [ { \"path\": \"shop\", \"registered_at\": \"2026-03-01T12:00:00Z\" } ] }", "'shop' is not an absolute path")]
    [DataRow("{ \"schema_version\": 1, \"schedule\": null, \"workspaces\": [ null ] }", "")]
    public void ADamagedList_IsNeverAnEmptyOne_AndStaysAsItIs(string content, string why)
    {
        using ScheduleScene scene = new();
        scene.Write("share/tidy-build/workspaces.json", content);

        TidyException e = Assert.ThrowsExactly<TidyException>(() => scene.Install("cron"));

        Assert.AreEqual((Codes.WorkspaceListDamaged, ExitCode.Unexpected), (e.Code, e.Exit));
        StringAssert.Contains(e.Message, scene.Registry.FullPath);
        StringAssert.Contains(e.Message, why);
        Assert.IsEmpty(scene.System.Changes);
        Assert.ThrowsExactly<TidyException>(() => scene.Schedule.Uninstall(scene.Workspace, preview: false));
        Assert.ThrowsExactly<TidyException>(scene.Schedule.Status);
        Assert.ThrowsExactly<TidyException>(() => scene.Schedule.Run(ScheduleRun.Person, _ => { }, CancellationToken.None));
        Assert.AreEqual(content, File.ReadAllText(scene.Registry.FullPath));
    }

    /// <summary>Whatever the list says: who wants nothing to run gets that.</summary>
    [TestMethod]
    public void WithADamagedList_UninstallAll_StillTellsTheSystemToStop()
    {
        using ScheduleScene scene = new();
        scene.Install("cron");
        scene.Write("share/tidy-build/workspaces.json", "{");

        ScheduleChange change = scene.Schedule.Uninstall(null, preview: false);

        Assert.AreEqual(Codes.WorkspaceListDamaged, change.Failures.Single().Code);
        Assert.IsNull(scene.System.Crontab);
        Assert.AreEqual("{", File.ReadAllText(scene.Registry.FullPath));
    }

    [TestMethod]
    public void ManyAtOnce_LoseNoWorkspace()
    {
        using ScheduleScene scene = new();
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            using OsLock held = scene.Registry.Lock();
            scene.Registry.Write(scene.Registry.Read().With(scene.At($"{i}"), scene.Clock.Now));
        });
        Assert.HasCount(16, scene.Registry.Read().Workspaces);
        Assert.IsEmpty(Directory.GetFiles(scene.Place.Folder.FullPath, "*.tmp"));
    }

    [TestMethod]
    public void ARunLog_KeepsTheLastRuns_AndALineThatWasCutShortCostsItself()
    {
        using ScheduleScene scene = new();
        Directory.CreateDirectory(scene.Place.Folder.FullPath);
        for (int i = 0; i < ScheduleRunLog.MaxLines + 5; i++)
            scene.Log.Append(new ScheduleRun($"run-{i}", "cron", scene.Clock.Now, scene.Clock.Now, []));
        Assert.AreEqual("run-404", scene.Log.Read()[^1].Id);
        Assert.HasCount(ScheduleRunLog.KeptRuns + 4, scene.Log.Read());

        File.AppendAllText(scene.Log.FullPath, "{\"id\":\"torn\",\"started_by");
        scene.Log.Append(new ScheduleRun("begun", "cron", scene.Clock.Now, null, []));
        scene.Log.Append(new ScheduleRun("begun", "cron", scene.Clock.Now, scene.Clock.Now, [new WorkspaceRun("/w", WorkspaceRunState.TimedOut)]));

        ScheduleRun last = scene.Log.Read()[^1];
        Assert.AreEqual(("begun", WorkspaceRunState.TimedOut), (last.Id, last.Workspaces.Single().State));
        Assert.AreEqual("run-404", scene.Log.Read()[^2].Id);
        StringAssert.Contains(Encoding.UTF8.GetString(File.ReadAllBytes(scene.Log.FullPath)), "\"state\":\"timed_out\"");
    }
}
