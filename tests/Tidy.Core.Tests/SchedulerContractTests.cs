using Tidy.Core.Scheduling;

namespace Tidy.Core.Tests;

/// <summary>What holds for every scheduler.</summary>
[TestClass]
public sealed class SchedulerContractTests
{
    [TestMethod]
    [DataRow("schtasks")]
    [DataRow("systemd")]
    [DataRow("launchd")]
    [DataRow("cron")]
    public void Install_RegistersTheWorkspaceAndTheTool_AndStatusSaysThatItWillRun(string name)
    {
        using ScheduleScene scene = ScheduleScene.Of(name);

        ScheduleChange change = scene.Install(name);

        Assert.IsEmpty(change.Failures);
        ScheduleStatus status = scene.Schedule.Status();
        Assert.IsTrue(status.WillRun, string.Join('\n', status.Findings));
        Assert.AreEqual(name, status.Schedule!.Backend);
        Assert.AreEqual("03:00", status.Schedule.Wanted.At.ToString());
        Assert.AreEqual(scene.Workspace, status.Workspaces.Single().Path);
        Assert.AreEqual(Registration.AsWanted, scene.StateOf(name));
    }

    [TestMethod]
    [DataRow("schtasks")]
    [DataRow("systemd")]
    [DataRow("launchd")]
    [DataRow("cron")]
    public void InstalledTwice_NothingIsRunOrWritten(string name)
    {
        using ScheduleScene scene = ScheduleScene.Of(name);
        scene.Install(name);
        scene.System.Changes.Clear();
        List<string> before = scene.Everything();
        scene.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.IsTrue(scene.Install().IsNothing);

        Assert.IsEmpty(scene.System.Changes);
        CollectionAssert.AreEqual(before, scene.Everything());
    }

    [TestMethod]
    [DataRow("schtasks")]
    [DataRow("systemd")]
    [DataRow("launchd")]
    [DataRow("cron")]
    public void AnotherTimeOrTool_ReplacesTheRegistration(string name)
    {
        using ScheduleScene scene = ScheduleScene.Of(name);
        scene.Install(name);

        Assert.IsFalse(scene.Install(at: "22:30").IsNothing);
        Assert.AreEqual(Registration.AsWanted, scene.StateOf(name));
        scene.Tool = scene.Tool with { Program = scene.Write("other/dotnet-tidy") };
        Assert.IsFalse(scene.Install().IsNothing);

        Assert.AreEqual(Registration.AsWanted, scene.StateOf(name));
        RegisteredSchedule schedule = scene.Schedule.Status().Schedule!;
        Assert.AreEqual(("22:30", scene.Tool.Program), (schedule.Wanted.At.ToString(), schedule.Wanted.Tool.Program));
    }

    [TestMethod]
    [DataRow("schtasks")]
    [DataRow("systemd")]
    [DataRow("launchd")]
    [DataRow("cron")]
    public void WithoutLogon_OnlyTheDailyTimeIsRegistered(string name)
    {
        using ScheduleScene scene = ScheduleScene.Of(name);
        scene.Install(name);

        scene.Install(atLogon: false);

        Assert.AreEqual(Registration.AsWanted, scene.StateOf(name));
        Assert.IsNull(scene.Schedule.Status().AlsoStarts);
        Assert.IsTrue(scene.Install().IsNothing, "it stays so until it is said otherwise");
    }

    [TestMethod]
    [DataRow("schtasks")]
    [DataRow("systemd")]
    [DataRow("launchd")]
    [DataRow("cron")]
    public void APreview_RunsAndWritesNothing(string name)
    {
        using ScheduleScene scene = ScheduleScene.Of(name);
        List<string> before = scene.Everything();

        ScheduleChange change = scene.Schedule.Install(scene.Workspace, new ScheduleWish(name), preview: true);

        Assert.IsNotNull(change.List);
        Assert.AreEqual(name, change.Steps.Single().Scheduler);
        Assert.IsEmpty(scene.System.Changes);
        CollectionAssert.AreEqual(before, scene.Everything());
    }

    [TestMethod]
    [DataRow("schtasks")]
    [DataRow("systemd")]
    [DataRow("launchd")]
    [DataRow("cron")]
    public void TheLastUninstall_LeavesNothingBehind(string name)
    {
        using ScheduleScene scene = ScheduleScene.Of(name);
        string second = Path.GetDirectoryName(scene.Write("second/tidy.json", "{}"))!;
        scene.Install(name);
        scene.Install(workspace: second);

        scene.System.Changes.Clear();
        scene.Schedule.Uninstall(scene.Workspace, preview: false);
        Assert.IsEmpty(scene.System.Changes, "the other one is still served");
        Assert.AreEqual(second, scene.Schedule.Status().Workspaces.Single().Path);

        Assert.IsEmpty(scene.Schedule.Uninstall(second, preview: false).Failures);

        Assert.AreEqual(Registration.None, scene.StateOf(name));
        Assert.IsNull(scene.System.Crontab);
        Assert.IsEmpty(scene.System.Tasks);
        Assert.IsEmpty(scene.System.Loaded);
        Assert.IsEmpty(scene.System.Active);
        string[] left = [.. Directory.EnumerateFiles(scene.At(""), "*tidy-build.*", SearchOption.AllDirectories)];
        Assert.IsEmpty(left, string.Join('\n', left));
        Assert.IsTrue(scene.Schedule.Uninstall(null, preview: false).IsNothing);
    }

    /// <summary>Git's way was to stop at the first failure, and to end well all the same.</summary>
    [TestMethod]
    [DataRow("schtasks", "schtasks /create")]
    [DataRow("systemd", "systemctl --user enable tidy-build.timer")]
    [DataRow("launchd", "launchctl bootstrap")]
    [DataRow("cron", "crontab -")]
    public void AProgramThatFails_IsTold_AndTheRestIsTried(string name, string program)
    {
        using ScheduleScene scene = ScheduleScene.Of(name);
        scene.System.Faults[program] = new CommandAnswer(1, [], "no crontab for ann, and it said no\n"); // the question before it is answered well

        ScheduleChange change = scene.Install(name);

        StringAssert.Contains(change.Failures.Single().Message, "it said no");
        Assert.AreEqual(Codes.SchedulerFailed, change.Failures[0].Code);
        Assert.HasCount(change.Steps.Single().Steps.OfType<ProgramRun>().Count(), scene.System.Changes, "all were run");
        Assert.IsFalse(scene.Schedule.Status().WillRun);
    }

    [TestMethod]
    [DataRow("systemd", "cron")]
    [DataRow("cron", "systemd")]
    public void AnotherBackend_TakesAwayWhatTheFirstLeft(string first, string second)
    {
        using ScheduleScene scene = new();
        scene.Install(first);

        Assert.IsEmpty(scene.Install(second).Failures);

        Assert.AreEqual(Registration.None, scene.StateOf(first));
        Assert.AreEqual(Registration.AsWanted, scene.StateOf(second));
    }

    /// <summary>Each process that changes the schedule, and each crash between two of its steps, leaves what the next call completes.</summary>
    [TestMethod]
    [DataRow("schtasks")]
    [DataRow("systemd")]
    [DataRow("launchd")]
    [DataRow("cron")]
    public void CutShortAfterAnyStep_TheNextInstallCompletesIt(string name)
    {
        for (int steps = 0; steps < 8; steps++)
        {
            using ScheduleScene scene = ScheduleScene.Of(name);
            ScheduleChange plan = scene.Schedule.Install(scene.Workspace, new ScheduleWish(name), preview: true);
            new StepRunner(scene.System, scene.Services.Files, scene.Clock).CarryOut(plan.Steps.SelectMany(s => s.Steps).Take(steps));

            Assert.IsEmpty(scene.Install(name).Failures, $"{steps}");
            Assert.AreEqual(Registration.AsWanted, scene.StateOf(name), $"{steps}");
            Assert.IsEmpty(scene.Schedule.Uninstall(null, preview: false).Failures);
            Assert.AreEqual(Registration.None, scene.StateOf(name), $"{steps}");
        }
    }
}
