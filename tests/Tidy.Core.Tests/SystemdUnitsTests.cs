using Tidy.Core.Planning;
using Tidy.Core.Scheduling;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class SystemdUnitsTests
{
    /// <summary>systemd itself reads the units; what it starts must be there, so a wrongly written path is found.</summary>
    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [DataRow("tools", true)]
    [DataRow("tools", false)]
    [DataRow("a b'c\"d\\e $HOME 100% %h ü 中", true)]
    public void TheUnits_AreOnesThatSystemdUnderstands(string folder, bool atLogon)
    {
        using ScheduleScene scene = new();
        WantedSchedule wanted = Wanted(scene, folder, atLogon);
        string service = scene.Write("units/tidy-build.service", SystemdUnits.ServiceText(wanted));
        string timer = scene.Write("units/tidy-build.timer", SystemdUnits.TimerText(wanted));

        string said = Verify(scene, service, timer);

        Assert.AreEqual("", said);
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void AProgramThatIsNotThere_WouldBeFound()
    {
        using ScheduleScene scene = new();
        WantedSchedule wanted = Wanted(scene, "tools", atLogon: true);
        File.Delete(wanted.Tool.Program);
        string service = scene.Write("units/tidy-build.service", SystemdUnits.ServiceText(wanted));
        StringAssert.Contains(Verify(scene, service), wanted.Tool.Program);
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [DataRow("03:00")]
    [DataRow("23:59")]
    public void TheTime_IsDailyToSystemd(string at)
    {
        using ScheduleScene scene = new();
        Assert.IsTrue(DailyTime.TryParse(at, out DailyTime time));
        string line = SystemdUnits.TimerText(Wanted(scene, "tools", true) with { At = time }).Split('\n').Single(l => l.StartsWith("OnCalendar=", StringComparison.Ordinal));
        string said = Programs.Run("systemd-analyze", "calendar", "--base-time=2026-03-02 00:00:00 UTC", "--iterations=2", line["OnCalendar=".Length..]);
        StringAssert.Contains(said, $"Normalized form: *-*-* {at}:00");
        StringAssert.Contains(said, $"Mon 2026-03-02 {at}:00");
        StringAssert.Contains(said, $"Tue 2026-03-03 {at}:00");
    }

    [TestMethod]
    public void WhatHoldsATimerUp_IsSaid()
    {
        using ScheduleScene scene = new();
        scene.Install("systemd");
        File.Delete(scene.At("linger/ann"));
        ScheduleStatus status = scene.Schedule.Status();
        Assert.IsTrue(status.WillRun);
        StringAssert.Contains(status.Findings.Single().Text, "loginctl enable-linger ann");

        scene.System.Run(new SystemCommand("systemctl", "--user", "stop", "tidy-build.timer"));
        AssertWillNotRun(scene, "not active");
        scene.System.Faults["systemctl --user list-timers"] = new CommandAnswer(1, [], "Failed to connect to bus");
        AssertWillNotRun(scene, "Failed to connect to bus");
    }

    [TestMethod]
    public void WithoutASystemdThatAnswers_TheFilesGoAllTheSame()
    {
        using ScheduleScene scene = new();
        scene.Install("systemd");
        scene.System.Faults["systemctl"] = new CommandAnswer(1, [], "Failed to connect to bus");
        scene.System.Changes.Clear();

        Assert.IsEmpty(scene.Install("cron").Failures);

        Assert.IsEmpty(Directory.EnumerateFiles(scene.At("config"), "*", SearchOption.AllDirectories).ToArray());
        CollectionAssert.AreEqual(new[] { "crontab -" }, scene.System.Changes);
    }

    /// <summary>What systemd has to say. It wants a folder for the sockets of a session.</summary>
    private static string Verify(ScheduleScene scene, params string[] units)
    {
        Programs.Run("systemd-analyze", "--version"); // there?
        string runtime = Directory.CreateDirectory(scene.At("runtime")).FullName;
        string files = string.Join(' ', units.Select(u => $"'{u}'"));
        return Programs.Shell($"XDG_RUNTIME_DIR='{runtime}' systemd-analyze verify --user --man=no {files} 2>&1 || true");
    }

    private static void AssertWillNotRun(ScheduleScene scene, string why)
    {
        ScheduleStatus status = scene.Schedule.Status();
        Assert.IsFalse(status.WillRun);
        Assert.IsTrue(status.Findings.Any(f => f.Level == FindingLevel.Error && f.Message.Contains(why, StringComparison.Ordinal)), string.Join('\n', status.Findings));
    }

    private static WantedSchedule Wanted(ScheduleScene scene, string folder, bool atLogon)
    {
        string program = scene.Write($"{folder}/dotnet-tidy", "#!/bin/sh\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var environment = new Dictionary<string, string> { ["XDG_DATA_HOME"] = $"/x/{folder}" };
        return new WantedSchedule(new ToolCommand(program, [], environment), DailyTime.Usual, atLogon);
    }
}
