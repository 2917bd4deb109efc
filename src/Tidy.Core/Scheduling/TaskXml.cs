using System.Xml.Linq;

namespace Tidy.Core.Scheduling;

/// <summary>
/// A task of Windows, by the Task Scheduler schema 1.2. What its defaults would spoil is said: by default a task does not start on battery, does
/// not make up for a time it missed, and may run for three days.
/// </summary>
internal static class TaskXml
{
    private static readonly XNamespace Schema = "http://schemas.microsoft.com/windows/2004/02/mit/task";

    /// <param name="account">Without it the start at log-on would be one of everybody, which only administrators may register.</param>
    public static string TextOf(WantedSchedule wanted, string account, string systemFolder)
    {
        XElement task = new(
            Schema + "Task",
            new XAttribute("version", "1.2"),
            Element("RegistrationInfo", Text("Description", "Moves stray files in the workspaces that are registered with Tidy.Build. Written by 'dotnet tidy schedule install'.")),
            Element("Triggers", [.. wanted.AtLogon ? [AtLogon(account)] : Array.Empty<XElement>(), Daily(wanted.At)]),
            Element("Principals", Principal(account)),
            Settings(),
            new XElement(Schema + "Actions", new XAttribute("Context", "Author"), Element("Exec", Command(wanted.Tool, systemFolder))));
        return $"<?xml version=\"1.0\" encoding=\"UTF-16\"?>\r\n{task.ToString().ReplaceLineEndings("\r\n")}\r\n";
    }

    /// <summary>Whether <paramref name="registered"/>, as Windows tells it, does what <paramref name="wanted"/> says; Windows changes order, spaces and defaults.</summary>
    public static bool IsSame(string registered, string wanted) =>
        TaskFacts.TryRead(registered) is { } there && TaskFacts.TryRead(wanted) is { } asked && there.IsSameAs(asked);

    private static XElement AtLogon(string account) => Element("LogonTrigger", Text("UserId", account), Text("Delay", "PT1M"));

    /// <summary>The date is only where the count of days begins.</summary>
    private static XElement Daily(DailyTime at) =>
        Element("CalendarTrigger", Text("StartBoundary", $"2026-01-01T{at}:00"), Element("ScheduleByDay", Text("DaysInterval", "1")));

    private static XElement Principal(string account) => new(
        Schema + "Principal",
        new XAttribute("id", "Author"),
        Text("UserId", account),
        Text("LogonType", "InteractiveToken"),
        Text("RunLevel", "LeastPrivilege"));

    private static XElement Settings() => Element(
        "Settings",
        Text("MultipleInstancesPolicy", "IgnoreNew"),
        Text("DisallowStartIfOnBatteries", "false"),
        Text("StopIfGoingOnBatteries", "false"),
        Text("StartWhenAvailable", "true"),
        Text("WakeToRun", "false"),
        Text("ExecutionTimeLimit", "PT30M"),
        Text("Priority", "7"));

    /// <summary>By conhost: a console program of its own would open a window each time.</summary>
    private static XElement[] Command(ToolCommand tool, string systemFolder)
    {
        string words = string.Join(' ', tool.RunBy(WindowsTaskScheduler.TaskSchedulerName).Select(Quoted));
        return [Text("Command", systemFolder + @"\conhost.exe"), Text("Arguments", $"--headless {words}")];
    }

    /// <summary>No path of Windows has a quotation mark in it, and none of a file ends in a backslash.</summary>
    private static string Quoted(string word) => word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word;

    private static XElement Element(string name, params object[] content) => new(Schema + name, content);

    private static XElement Text(string name, string text) => new(Schema + name, text);
}
