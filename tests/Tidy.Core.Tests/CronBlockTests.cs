using System.Text;
using Tidy.Core.Planning;
using Tidy.Core.Scheduling;

namespace Tidy.Core.Tests;

/// <summary>A crontab is its owner's: apart from Tidy's own lines every byte stays.</summary>
[TestClass]
public sealed class CronBlockTests
{
    [TestMethod]
    [DataRow("")]
    [DataRow("# mine\n*/5 * * * * /usr/bin/true\n")]
    [DataRow("MAILTO=\"\"\n\n\n")]
    [DataRow("# BEGIN GIT MAINTENANCE SCHEDULE\n0 1 * * * git\n# END GIT MAINTENANCE SCHEDULE\n")]
    [DataRow("#  BEGIN TIDY.BUILD is not at the beginning: # BEGIN TIDY.BUILD\n")]
    [DataRow("0 3 * * * echo \u00e9\u4e2d\r\n")]
    public void PutInAndTakenOut_LeavesTheRestByteForByte(string crontab)
    {
        using ScheduleScene scene = new();
        byte[] before = [.. Encoding.UTF8.GetBytes(crontab), .. crontab.Length > 0 ? [(byte)'#', 0xE9, 0xFF, (byte)'\n'] : Array.Empty<byte>()]; // and two bytes that are no UTF-8
        scene.System.Crontab = before;

        scene.Install("cron");
        byte[] installed = scene.System.Crontab;
        scene.Install("cron", "04:05");
        scene.Schedule.Uninstall(null, preview: false);

        CollectionAssert.AreEqual(before, installed[..before.Length]);
        CollectionAssert.AreEqual(before, scene.System.Crontab ?? []);
    }

    [TestMethod]
    public void LinesBehindTheBlock_StayToo()
    {
        using ScheduleScene scene = new();
        scene.Install("cron");
        byte[] block = scene.System.Crontab!;
        scene.System.Crontab = [.. "# before\n"u8, .. block, .. "# after, no line end"u8];
        scene.Install("cron", "04:05");
        StringAssert.StartsWith(Encoding.UTF8.GetString(scene.System.Crontab), "# before\n# after, no line end\n# BEGIN TIDY.BUILD");
        scene.Schedule.Uninstall(null, preview: false);
        Assert.AreEqual("# before\n# after, no line end\n", Encoding.UTF8.GetString(scene.System.Crontab));
    }

    [TestMethod]
    [DataRow("# BEGIN TIDY.BUILD\n0 3 * * * x\n# mine\n")]
    [DataRow("# mine\n# END TIDY.BUILD\n")]
    [DataRow("# BEGIN TIDY.BUILD\n# BEGIN TIDY.BUILD\n# END TIDY.BUILD\n")]
    [DataRow("# END TIDY.BUILD\n# BEGIN TIDY.BUILD\n")]
    public void AMarkWithoutItsPartner_IsRefused_AndNothingIsWritten(string crontab)
    {
        using ScheduleScene scene = new();
        scene.System.Crontab = Encoding.ASCII.GetBytes(crontab);

        TidyException e = Assert.ThrowsExactly<TidyException>(() => scene.Install("cron"));

        Assert.AreEqual(Codes.SchedulerFailed, e.Code);
        StringAssert.Contains(e.Message, "crontab -e");
        Assert.IsEmpty(scene.System.Changes);
        Assert.IsFalse(File.Exists(scene.Registry.FullPath));
    }

    /// <summary>An answer that is not understood must not be taken for an empty crontab: writing would lose what is in it.</summary>
    [TestMethod]
    [DataRow(1, "You (ann) are not allowed to use this program (crontab)")]
    [DataRow(1, "/var/spool/cron/ann: Input/output error")]
    [DataRow(1, "crontab: can't open 'ann': Permission denied")]
    [DataRow(null, "it took longer than 30 s and was ended")]
    [DataRow(139, "")]
    public void ACrontabThatCannotBeRead_IsNotOverwritten(int? exit, string said)
    {
        using ScheduleScene scene = new();
        scene.System.Faults["crontab -l"] = new CommandAnswer(exit, [], said);

        TidyException e = Assert.ThrowsExactly<TidyException>(() => scene.Install("cron"));

        StringAssert.Contains(e.Message, said);
        Assert.IsEmpty(scene.System.Changes);
        ScheduleChange removal = scene.Schedule.Uninstall(null, preview: false);
        StringAssert.Contains(removal.Failures.Single().Message, "left as it is");
        Assert.IsEmpty(scene.System.Changes);
        Assert.IsTrue(scene.Schedule.Status().Findings.Any(f => f.Code == Codes.MayNotRun && f.Message.Contains("cannot be read", StringComparison.Ordinal)));
    }

    /// <summary>As cron and sh read it: a percent sign is a line end unless a backslash is before it.</summary>
    [TestMethod]
    [DataRow("/home/ann/a b%c/it's \"$HOME\" `x` \\ ü/dotnet-tidy")]
    [DataRow("/opt/tidy/dotnet-tidy")]
    public void TheLine_StartsExactlyThisProgram(string program)
    {
        var tool = new ToolCommand(program, [], new Dictionary<string, string> { ["TIDY_SETTINGS"] = "/home/a'n n/100%/s.json" });
        string line = CronBlock.TextOf(new WantedSchedule(tool, DailyTime.Usual, AtLogon: false)).Split('\n')[1];
        Assert.IsFalse(line.Replace("\\%", "", StringComparison.Ordinal).Contains('%'), line);

        string command = line["0 3 * * * ".Length..].Replace("\\%", "%", StringComparison.Ordinal).Replace(" >/dev/null 2>&1", "", StringComparison.Ordinal);
        string shown = Programs.Shell($"show() {{ :; }}; set -- {command.Replace("TIDY_SETTINGS=", "", StringComparison.Ordinal)}; printf '%s\\n' \"$@\"");

        Assert.AreEqual($"/home/a'n n/100%/s.json\n{program}\nschedule\nrun\n--started-by\ncron\n", shown);
    }

    [TestMethod]
    public void WithoutADaemon_StatusSaysThatItWillNotRun()
    {
        using ScheduleScene scene = new();
        scene.Install("cron");
        scene.Write("proc/17/comm", "bash\n");
        ScheduleStatus status = scene.Schedule.Status();
        Assert.IsFalse(status.WillRun);
        Finding finding = status.Findings[0];
        Assert.AreEqual((Codes.WillNotRun, FindingLevel.Error), (finding.Code, finding.Level));
        StringAssert.Contains(finding.Message, "no cron daemon runs");

        Directory.Delete(scene.At("proc/1"), recursive: true); // others' processes are hidden
        Assert.IsTrue(scene.Schedule.Status().WillRun);
    }
}
