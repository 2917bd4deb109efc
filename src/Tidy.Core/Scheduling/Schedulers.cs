using Tidy.Core.Platform;

namespace Tidy.Core.Scheduling;

/// <summary>The schedulers that a system of this kind can have, the best first.</summary>
public sealed class Schedulers
{
    /// <summary>Of <c>--backend</c>: the best that there is.</summary>
    public const string Auto = "auto";

    /// <summary>All values of <c>--backend</c>.</summary>
    public const string ValidNames = $"{Auto}, {WindowsTaskScheduler.TaskSchedulerName}, {SystemdScheduler.SystemdName}, {LaunchdScheduler.LaunchdName}, {CronScheduler.CronName}";

    public Schedulers(SchedulerPlace place, ISystemCommands commands) => All = place.Family switch
    {
        OsFamily.Windows => [new WindowsTaskScheduler(place, commands)],
        OsFamily.MacOS => [new LaunchdScheduler(place, commands), new CronScheduler(place, commands)],
        _ => [new SystemdScheduler(place, commands), new CronScheduler(place, commands)],
    };

    public IReadOnlyList<IScheduler> All { get; }

    public IScheduler? Named(string name) => All.FirstOrDefault(s => s.Name == name);

    /// <exception cref="TidyException">It cannot be used here, or none can.</exception>
    public IScheduler Choose(string name) => name == Auto ? Best() : Usable(name);

    private IScheduler Best() => All.FirstOrDefault(s => s.WhyNot() is null)
        ?? throw Missing($"No scheduler can be used here: {string.Join("; ", All.Select(s => $"{s.Name}: {s.WhyNot()}"))}. Start 'dotnet tidy schedule run' by other means.");

    private IScheduler Usable(string name)
    {
        string valid = string.Join(", ", All.Select(s => s.Name).Prepend(Auto));
        IScheduler scheduler = Named(name) ?? throw Missing($"This system has no scheduler '{name}'. Valid values here are {valid}.");
        return scheduler.WhyNot() is { } why ? throw Missing($"The scheduler '{name}' cannot be used here: {why}. Valid values here are {valid}.") : scheduler;
    }

    private static TidyException Missing(string message) => new(Codes.SchedulerMissing, ExitCode.Usage, message);
}
