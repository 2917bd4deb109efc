namespace Tidy.Core.Scheduling;

/// <summary>An agent of the person's own launchd.</summary>
internal sealed class LaunchdScheduler(SchedulerPlace place, ISystemCommands commands) : IScheduler
{
    public const string LaunchdName = "launchd";

    private const string Control = "launchctl";

    private readonly string plist = Path.Combine(place.Home, "Library", "LaunchAgents", $"{LaunchdPlist.Label}.plist");

    public string Name => LaunchdName;

    public string LogonWords => "when you log on";

    /// <summary>The session of the person at the screen.</summary>
    private string Domain => $"gui/{place.UserId}";

    private string Target => $"{Domain}/{LaunchdPlist.Label}";

    public string? WhyNot()
    {
        if (!commands.Has(Control))
            return "there is no launchctl";
        CommandAnswer answer = commands.Run(new SystemCommand(Control, "print", Domain));
        return answer.IsGood ? null : $"launchd has no session of this user at the screen ({answer.Complaint})";
    }

    /// <summary>An agent that is loaded must go before it can come anew.</summary>
    public IReadOnlyList<ScheduleStep> StepsToInstall(WantedSchedule wanted) =>
    [
        new FileWritten(plist, LaunchdPlist.TextOf(wanted)),
        .. IsLoaded() ? [Do("bootout", Target)] : Array.Empty<ScheduleStep>(),
        Do("enable", Target), // a person may have disabled it; bootstrap would then fail
        new ProgramRun(new SystemCommand(Control, "bootstrap", Domain, plist), "launchd may need a moment to let go of the old one: run the command again."),
    ];

    public IReadOnlyList<ScheduleStep> StepsToRemove()
    {
        IEnumerable<ScheduleStep> unload = commands.Has(Control) && IsLoaded() ? [Do("bootout", Target)] : [];
        IEnumerable<ScheduleStep> remove = File.Exists(plist) ? [new FileGone(plist)] : [];
        return [.. unload, .. remove];
    }

    public SchedulerLook Look(WantedSchedule? wanted)
    {
        bool isLoaded = commands.Has(Control) && IsLoaded();
        if (!File.Exists(plist))
            return new SchedulerLook(isLoaded ? Registration.Other : Registration.None);
        if (!isLoaded)
            return new SchedulerLook(Registration.Other, SchedulerLook.WillNotRun("The agent is there, but launchd has not loaded it.", "Run 'dotnet tidy schedule install' again, or log on anew."));
        bool isSame = wanted is not null && File.ReadAllText(plist) == LaunchdPlist.TextOf(wanted);
        return new SchedulerLook(isSame ? Registration.AsWanted : Registration.Other);
    }

    private bool IsLoaded() => commands.Run(new SystemCommand(Control, "print", Target)).IsGood;

    private static ProgramRun Do(params string[] words) => new(new SystemCommand(Control, words));
}
