using Tidy.Core.Planning;
using Tidy.Core.Scheduling;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class ScheduleStatusTests
{
    [TestMethod]
    public void WithoutARegistration_NothingWillRun()
    {
        using ScheduleScene scene = new();
        List<string> before = scene.Everything();
        ScheduleStatus status = scene.Schedule.Status();
        Assert.IsFalse(status.WillRun);
        Assert.AreEqual(Codes.NotScheduled, status.Findings.Single().Code);
        CollectionAssert.AreEqual(before, scene.Everything(), "to look writes nothing");
    }

    /// <summary>Registered is not run: what counts in the end is the record.</summary>
    [TestMethod]
    [DataRow(10, 0, true)]
    [DataRow(24, 1, true)]
    [DataRow(48, 2, false)]
    [DataRow(72, 3, false)]
    public void DailyTimesAtWhichNothingRan_AreMissed(int hours, int missed, bool willRun)
    {
        using ScheduleScene scene = new();
        scene.Install("systemd", at: "12:00"); // the played clock says noon
        scene.Clock.Advance(TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(20));

        ScheduleStatus status = scene.Schedule.Status();

        Assert.HasCount(missed, status.Missed);
        Assert.AreEqual(willRun, status.WillRun);
        scene.Log.Append(new ScheduleRun("1", "systemd", scene.Clock.Now, scene.Clock.Now, []));
        Assert.IsEmpty(scene.Schedule.Status().Missed, "it ran, if late");
    }

    [TestMethod]
    public void ARunThatAPersonStarted_IsNoProof()
    {
        using ScheduleScene scene = new();
        scene.Install("systemd", at: "12:00");
        scene.Clock.Advance(TimeSpan.FromDays(3));
        scene.Log.Append(new ScheduleRun("1", ScheduleRun.Person, scene.Clock.Now, scene.Clock.Now, []));
        scene.Clock.Advance(TimeSpan.FromHours(1));
        ScheduleStatus status = scene.Schedule.Status();
        Assert.HasCount(3, status.Missed);
        Assert.AreEqual("1", status.LastRun!.Id);
    }

    [TestMethod]
    public void AToolThatIsGone_WillNotRun_AndAnotherOneIsTold()
    {
        using ScheduleScene scene = new();
        scene.Install("systemd");
        ToolCommand installed = scene.Tool;
        scene.Tool = new ToolCommand(scene.Write("newer/dotnet-tidy"), [], new Dictionary<string, string>());
        ScheduleStatus other = scene.Schedule.Status();
        Assert.IsTrue(other.WillRun);
        StringAssert.Contains(other.Findings.Single().Message, "another tool");

        File.Delete(installed.Program);
        ScheduleStatus gone = scene.Schedule.Status();
        Assert.IsFalse(gone.WillRun);
        StringAssert.Contains(gone.Findings[0].Message, $"'{installed.Program}', which is not there");
    }

    [TestMethod]
    public void ARegistrationThatSomebodyTookAway_OrThatIsTwice_IsTold()
    {
        using ScheduleScene scene = new();
        scene.Install("cron");
        byte[] crontab = scene.System.Crontab!;
        scene.System.Crontab = null;
        AssertTold(scene, FindingLevel.Error, Codes.NotScheduled, "is there no more");

        scene.Install("systemd");
        scene.System.Crontab = crontab;
        AssertTold(scene, FindingLevel.Warning, Codes.MayNotRun, "cron has a registration too");
        scene.Install();
        Assert.IsEmpty(scene.Schedule.Status().Findings);

        File.AppendAllText(scene.At("config/systemd/user/tidy-build.timer"), "# mine\n");
        AssertTold(scene, FindingLevel.Warning, Codes.MayNotRun, "not what was installed");
    }

    [TestMethod]
    public void WorkspacesThatCannotBeServed_AreToldWithWhatToDo_AndTheOthersAreReady()
    {
        using ScheduleScene scene = new();
        scene.Install("systemd");
        string gone = Path.GetDirectoryName(scene.Write("it's gone/tidy.json", "{}"))!;
        scene.Install(workspace: gone);
        Directory.Delete(gone, recursive: true);

        ScheduleStatus status = scene.Schedule.Status();

        Assert.IsTrue(status.WillRun, "for the other one");
        CollectionAssert.AreEqual(new[] { WorkspaceRunState.Done, WorkspaceRunState.Missing }, status.Workspaces.Select(w => w.State).ToArray());
        Finding finding = status.Findings.Single();
        Assert.AreEqual((Codes.WorkspaceNotServed, FindingLevel.Warning, gone), (finding.Code, finding.Level, finding.Path));
        if (!OperatingSystem.IsWindows())
            StringAssert.EndsWith(finding.Remedy, $"--workspace '{gone.Replace("'", @"'\''", StringComparison.Ordinal)}'");
    }

    [TestMethod]
    public void ARunThatNeverEnded_IsTold()
    {
        using ScheduleScene scene = new();
        scene.Install("systemd");
        scene.Log.Append(new ScheduleRun("1", "systemd", scene.Clock.Now, null, []));
        Assert.IsEmpty(scene.Schedule.Status().Findings, "it may be at work");
        scene.Clock.Advance(TimeSpan.FromHours(1));
        AssertTold(scene, FindingLevel.Warning, Codes.MayNotRun, "never ended");
    }

    [TestMethod]
    [DataRow("schtasks", "This system has no scheduler 'schtasks'. Valid values here are auto, systemd, cron.")]
    [DataRow("cron", "cannot be used here: there is no crontab program")]
    [DataRow("auto", "systemd: no systemd of this user answers (it ended with 1: no bus); cron: there is no crontab program")]
    public void ASchedulerThatCannotBeUsed_IsRefused_WithThoseThatThereAre(string name, string said)
    {
        using ScheduleScene scene = new();
        scene.System.Missing.Add("crontab");
        scene.System.Faults["systemctl"] = new CommandAnswer(1, [], "no bus\n");
        TidyException e = Assert.ThrowsExactly<TidyException>(() => scene.Install(name));
        Assert.AreEqual((Codes.SchedulerMissing, ExitCode.Usage), (e.Code, e.Exit));
        StringAssert.Contains(e.Message, said);
        Assert.IsFalse(Directory.Exists(scene.Place.Folder.FullPath) && File.Exists(scene.Registry.FullPath));
    }

    [TestMethod]
    public void Auto_TakesTheBestThatThereIs_AndWhatWasTakenStays()
    {
        using ScheduleScene scene = new();
        scene.System.Faults["systemctl"] = new CommandAnswer(1, [], "no bus\n");
        scene.Install();
        Assert.AreEqual("cron", scene.Schedule.Status().Schedule!.Backend);
        scene.System.Faults.Clear();
        scene.Install();
        Assert.AreEqual("cron", scene.Schedule.Status().Schedule!.Backend, "as it was");
        scene.Install("auto");
        Assert.AreEqual("systemd", scene.Schedule.Status().Schedule!.Backend);
        Assert.IsNull(scene.System.Crontab);
    }

    private static void AssertTold(ScheduleScene scene, FindingLevel level, string code, string message)
    {
        ScheduleStatus status = scene.Schedule.Status();
        Assert.IsTrue(status.Findings.Any(f => f.Level == level && f.Code == code && f.Message.Contains(message, StringComparison.Ordinal)), string.Join('\n', status.Findings));
        Assert.AreEqual(level != FindingLevel.Error, status.WillRun);
    }
}
