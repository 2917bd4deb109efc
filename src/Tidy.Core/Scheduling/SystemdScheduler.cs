using Tidy.Core.Planning;

namespace Tidy.Core.Scheduling;

/// <summary>A timer and a service of the person's own systemd.</summary>
internal sealed class SystemdScheduler(SchedulerPlace place, ISystemCommands commands) : IScheduler
{
    public const string SystemdName = "systemd";

    private const string Control = "systemctl";

    private readonly string folder = Path.Combine(place.ConfigFolder, "systemd", "user");

    public string Name => SystemdName;

    public string LogonWords => "when you log on";

    private string ServicePath => Path.Combine(folder, SystemdUnits.Service);

    private string TimerPath => Path.Combine(folder, SystemdUnits.Timer);

    public string? WhyNot()
    {
        if (!commands.Has(Control))
            return "there is no systemctl";
        CommandAnswer answer = Ask("list-timers");
        return answer.IsGood ? null : $"no systemd of this user answers ({answer.Complaint})";
    }

    public IReadOnlyList<ScheduleStep> StepsToInstall(WantedSchedule wanted) =>
    [
        new FileWritten(ServicePath, SystemdUnits.ServiceText(wanted)),
        new FileWritten(TimerPath, SystemdUnits.TimerText(wanted)),
        Do("daemon-reload"),
        .. wanted.AtLogon ? [Do("enable", SystemdUnits.Service)] : LinkGone(ServiceLink),
        Do("enable", SystemdUnits.Timer),
        Do("restart", SystemdUnits.Timer), // starts it too; one that runs already would keep the old time
    ];

    /// <summary>Without a systemd to tell, the files go all the same: the next one that starts does not find them.</summary>
    public IReadOnlyList<ScheduleStep> StepsToRemove()
    {
        string[] left = [.. new[] { ServiceLink, TimerLink, ServicePath, TimerPath }.Where(IsThere)];
        if (left.Length == 0)
            return [];
        bool answers = WhyNot() is null;
        IEnumerable<ScheduleStep> stop = answers && File.Exists(TimerPath) ? [Do("stop", SystemdUnits.Timer)] : [];
        IEnumerable<ScheduleStep> tell = answers ? [Do("daemon-reload")] : [];
        return [.. stop, .. left.Select(path => new FileGone(path)), .. tell];
    }

    public SchedulerLook Look(WantedSchedule? wanted)
    {
        if (!IsThere(ServicePath) && !IsThere(TimerPath))
            return new SchedulerLook(Registration.None);
        if (WhyNot() is { } why)
            return new SchedulerLook(StateOfFiles(wanted), SchedulerLook.WillNotRun($"The timer is there, but {why}.", "Log on to a session with systemd, or use --backend cron."));
        List<Finding> problems = [];
        bool isActive = Ask("is-enabled", SystemdUnits.Timer).IsGood && Ask("is-active", SystemdUnits.Timer).IsGood;
        if (!isActive)
            problems.Add(SchedulerLook.WillNotRun($"The timer '{SystemdUnits.Timer}' is not enabled, or not active.", "Run 'dotnet tidy schedule install' again."));
        if (!File.Exists(Path.Combine(place.LingerFolder, place.UserName)))
        {
            string remedy = $"A time that passes meanwhile is made up for at the next log-on. To have it run without you: loginctl enable-linger {place.UserName}";
            problems.Add(SchedulerLook.MayNotRun("Timers of a user stop when that user logs out.", remedy));
        }

        return new SchedulerLook(isActive ? StateOfFiles(wanted) : Registration.Other, problems);
    }

    private string ServiceLink => Path.Combine(folder, "default.target.wants", SystemdUnits.Service);

    private string TimerLink => Path.Combine(folder, "timers.target.wants", SystemdUnits.Timer);

    private Registration StateOfFiles(WantedSchedule? wanted)
    {
        if (wanted is null || !File.Exists(ServicePath) || !File.Exists(TimerPath) || IsThere(ServiceLink) != wanted.AtLogon)
            return Registration.Other;
        bool isSame = File.ReadAllText(ServicePath) == SystemdUnits.ServiceText(wanted) && File.ReadAllText(TimerPath) == SystemdUnits.TimerText(wanted);
        return isSame ? Registration.AsWanted : Registration.Other;
    }

    private static ScheduleStep[] LinkGone(string link) => IsThere(link) ? [new FileGone(link)] : [];

    /// <summary>Also a link whose target is gone.</summary>
    private static bool IsThere(string path) => File.Exists(path) || new FileInfo(path).LinkTarget is not null;

    private CommandAnswer Ask(params string[] words) => commands.Run(Command(words));

    private static ProgramRun Do(params string[] words) => new(Command(words));

    private static SystemCommand Command(string[] words) => new(Control, ["--user", .. words]);
}
