using System.Text;
using System.Xml.Linq;
using Tidy.Core.Scheduling;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class TaskXmlTests
{
    private const string Program = @"C:\Users\änn b\.dotnet\tools\dotnet-tidy.exe";

    /// <summary>Where the Task Scheduler schema has sequences; the children of the task and of its settings may be in any order.</summary>
    private static readonly Dictionary<string, string[]> Sequences = new(StringComparer.Ordinal)
    {
        ["LogonTrigger"] = ["Enabled", "StartBoundary", "EndBoundary", "Repetition", "ExecutionTimeLimit", "UserId", "Delay"],
        ["CalendarTrigger"] = ["Enabled", "StartBoundary", "EndBoundary", "Repetition", "ExecutionTimeLimit", "RandomDelay", "ScheduleByDay"],
        ["ScheduleByDay"] = ["DaysInterval"],
        ["Exec"] = ["Command", "Arguments", "WorkingDirectory"],
    };

    [TestMethod]
    public void EveryTrap_IsAvoided()
    {
        XElement task = Task(atLogon: true);
        Dictionary<string, string> values = task.Descendants().Where(e => !e.HasElements).GroupBy(e => e.Name.LocalName).ToDictionary(g => g.Key, g => g.Last().Value);
        Assert.AreEqual("true", values["StartWhenAvailable"]);
        Assert.AreEqual("false", values["DisallowStartIfOnBatteries"]);
        Assert.AreEqual("false", values["StopIfGoingOnBatteries"]);
        Assert.AreEqual("IgnoreNew", values["MultipleInstancesPolicy"]);
        Assert.AreEqual("PT30M", values["ExecutionTimeLimit"]);
        Assert.AreEqual("InteractiveToken", values["LogonType"]);
        Assert.AreEqual("LeastPrivilege", values["RunLevel"]);
        Assert.AreEqual(@"C:\Windows\System32\conhost.exe", values["Command"]);
        Assert.AreEqual($"--headless \"{Program}\" schedule run --started-by schtasks", values["Arguments"]);
        Assert.AreEqual("2026-01-01T03:00:00", values["StartBoundary"]);
        foreach (XElement user in task.Descendants().Where(e => e.Name.LocalName == "UserId"))
            Assert.AreEqual(@"PC\ann", user.Value);
        Assert.HasCount(2, task.Descendants().Where(e => e.Name.LocalName == "UserId").ToArray(), "of the log-on and of the task");
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void TheElements_AreInTheOrderOfTheSchema(bool atLogon)
    {
        XElement task = Task(atLogon);
        Assert.AreEqual("http://schemas.microsoft.com/windows/2004/02/mit/task", task.Name.NamespaceName);
        Assert.AreEqual(atLogon, task.Descendants().Any(e => e.Name.LocalName == "LogonTrigger"));
        foreach (XElement element in task.DescendantsAndSelf().Where(e => Sequences.ContainsKey(e.Name.LocalName)))
        {
            int[] places = [.. element.Elements().Select(e => Array.IndexOf(Sequences[element.Name.LocalName], e.Name.LocalName))];
            Assert.DoesNotContain(-1, places, element.Name.LocalName);
            CollectionAssert.AreEqual(places.Order().ToArray(), places, element.Name.LocalName);
        }
    }

    [TestMethod]
    public void TheFile_IsUtf16WithItsMark_AndGoesAgain()
    {
        using ScheduleScene scene = ScheduleScene.Of("schtasks");
        scene.Tool = new ToolCommand(Program, [], new Dictionary<string, string>());
        ScheduleChange change = scene.Schedule.Install(scene.Workspace, new ScheduleWish(), preview: true);
        FileWritten file = change.Steps.Single().Steps.OfType<FileWritten>().Single();
        CollectionAssert.AreEqual(new byte[] { 0xFF, 0xFE }, file.Bytes[..2]);
        StringAssert.Contains(Encoding.Unicode.GetString(file.Bytes), Program);

        scene.Install();

        Assert.AreEqual(@"\Tidy.Build\PC_ann\Scheduled run", scene.System.Tasks.Keys.Single());
        Assert.IsFalse(File.Exists(file.Path));
    }

    /// <summary>Windows tells a task with its own order, spaces and defaults, and schtasks only the letters that the console has.</summary>
    [TestMethod]
    [DataRow("änn", "änn", true)]
    [DataRow("änn", "?nn", true)]
    [DataRow("<Command>C:\\Windows\\System32", "<Command>c:\\WINDOWS\\system32", true)]
    [DataRow("<Priority>7", "<Hidden>false</Hidden><Priority>7", true)]
    [DataRow("änn", "?xx", false)]
    [DataRow("änn", "ann", false)]
    [DataRow("T03:00", "T04:00", false)]
    [DataRow("<DisallowStartIfOnBatteries>false", "<DisallowStartIfOnBatteries>true", false)]
    [DataRow("LogonTrigger", "BootTrigger", false)]
    public void WhatWindowsTells_IsComparedByWhatItMeans(string there, string told, bool isSame)
    {
        string text = TaskXml.TextOf(Wanted(atLogon: true), @"PC\ann", @"C:\Windows\System32");
        Assert.AreEqual(isSame, TaskXml.IsSame("\r\n" + text.Replace(there, told, StringComparison.Ordinal), text));
    }

    [TestMethod]
    [DataRow("<Settings>", "<Settings><Enabled>false</Enabled>", false, "disabled")]
    [DataRow("<StopIfGoingOnBatteries>false", "<StopIfGoingOnBatteries>true", true, "battery")]
    public void ATaskThatSomebodyChanged_IsTold_AndInstallMendsIt(string there, string changed, bool willRun, string said)
    {
        using ScheduleScene scene = ScheduleScene.Of("schtasks");
        scene.Install();
        string name = scene.System.Tasks.Keys.Single();
        scene.System.Tasks[name] = scene.System.Tasks[name].Replace(there, changed, StringComparison.Ordinal);

        ScheduleStatus status = scene.Schedule.Status();

        Assert.AreEqual(willRun, status.WillRun);
        Assert.IsTrue(status.Findings.Any(f => f.Message.Contains(said, StringComparison.Ordinal)), string.Join('\n', status.Findings));
        scene.Install();
        Assert.IsEmpty(scene.Schedule.Status().Findings);
    }

    private static XElement Task(bool atLogon) => XDocument.Parse(TaskXml.TextOf(Wanted(atLogon), @"PC\ann", @"C:\Windows\System32")).Root!;

    private static WantedSchedule Wanted(bool atLogon) => new(new ToolCommand(Program, [], new Dictionary<string, string>()), DailyTime.Usual, atLogon);
}
