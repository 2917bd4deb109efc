using System.Text;
using Tidy.Core.Planning;

namespace Tidy.Core.Scheduling;

/// <summary>A task of Windows' Task Scheduler, in a folder with the person's name: names of tasks are the machine's.</summary>
internal sealed class WindowsTaskScheduler(SchedulerPlace place, ISystemCommands commands) : IScheduler
{
    public const string TaskSchedulerName = "schtasks";

    private const string Advice = "An administrator may have forbidden tasks, or starts at log-on: try --no-logon.";

    private static readonly char[] NotInNames = ['\\', '/', ':', '*', '?', '"', '<', '>', '|'];

    public string Name => TaskSchedulerName;

    public string LogonWords => "when you log on";

    private string Task => $@"\Tidy.Build\{string.Join('_', place.Account.Split(NotInNames))}\Scheduled run";

    /// <summary>Read by schtasks, and then of no more use.</summary>
    private string XmlPath => place.Folder.File("task.xml");

    public string? WhyNot() => commands.Has(TaskSchedulerName) ? null : "there is no schtasks program";

    /// <summary>UTF-16 with its mark, as Windows itself writes it: schtasks refuses UTF-8 that says so, and reads other letters wrongly where it does not.</summary>
    public IReadOnlyList<ScheduleStep> StepsToInstall(WantedSchedule wanted) =>
    [
        new FileWritten(XmlPath, TextOf(wanted)) { Encoding = Encoding.Unicode },
        new ProgramRun(new SystemCommand(TaskSchedulerName, "/create", "/tn", Task, "/xml", XmlPath, "/f"), Advice),
        new FileGone(XmlPath),
    ];

    public IReadOnlyList<ScheduleStep> StepsToRemove() =>
        Registered() is null ? [] : [new ProgramRun(new SystemCommand(TaskSchedulerName, "/delete", "/tn", Task, "/f"))];

    public SchedulerLook Look(WantedSchedule? wanted)
    {
        if (Registered() is not { } registered)
            return new SchedulerLook(Registration.None);
        List<Finding> problems = [];
        TaskFacts? facts = TaskFacts.TryRead(registered);
        if (facts is { IsEnabled: false })
            problems.Add(SchedulerLook.WillNotRun($"The task '{Task}' is disabled.", "Run 'dotnet tidy schedule install' again."));
        if (facts is { RunsOnBattery: false })
            problems.Add(SchedulerLook.MayNotRun($"The task '{Task}' does not run on battery.", "Run 'dotnet tidy schedule install' again."));
        bool isSame = wanted is not null && TaskXml.IsSame(registered, TextOf(wanted));
        return new SchedulerLook(isSame ? Registration.AsWanted : Registration.Other, problems);
    }

    private string TextOf(WantedSchedule wanted) => TaskXml.TextOf(wanted, place.Account, place.SystemFolder);

    /// <summary>
    /// The task as XML, or null. From the file in which Windows keeps it, where a person may read that: it has every letter. Else from schtasks, which
    /// prints only what the console's encoding has.
    /// </summary>
    private string? Registered()
    {
        if (WhyNot() is not null)
            return null;
        try
        {
            string file = $@"{place.SystemFolder}\Tasks{Task}".Replace('\\', Path.DirectorySeparatorChar);
            if (File.Exists(file))
                return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then schtasks tells.
        }

        CommandAnswer answer = commands.Run(new SystemCommand(TaskSchedulerName, "/query", "/tn", Task, "/xml"));
        return answer.IsGood && answer.Text.Contains("<Task", StringComparison.Ordinal) ? answer.Text : null;
    }
}
