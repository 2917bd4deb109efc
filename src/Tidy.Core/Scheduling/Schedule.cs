using Tidy.Core.Locking;
using Tidy.Core.Planning;
using Tidy.Core.Platform;

namespace Tidy.Core.Scheduling;

/// <summary>A person's schedule on this machine: one registration with the system, which serves all registered workspaces.</summary>
public sealed class Schedule(SchedulerPlace place, ToolCommand tool, ISystemCommands commands, RunServices services)
{
    private readonly Schedulers schedulers = new(place, commands);
    private readonly WorkspaceRegistry registry = new(place.Folder, services.Files, services.Clock);

    private IOsFiles Files => services.Files;

    private ScheduleChanges Changes => new(schedulers, registry, services.Clock);

    /// <exception cref="TidyException">The system names no folder for this user.</exception>
    public static Schedule OfThisUser(RunServices services) => new(SchedulerPlace.OfThisUser(), ToolCommand.OfThisProcess(), new MachineCommands(), services);

    /// <summary>Registers a workspace, and Tidy with the system. Done again, it changes nothing.</summary>
    /// <param name="preview">Only say what would be done.</param>
    /// <exception cref="TidyException">It is not known what there is, so nothing was changed.</exception>
    public ScheduleChange Install(string workspace, ScheduleWish wish, bool preview) => Make(() => Changes.ToInstall(workspace, wish, tool), preview);

    /// <summary>Takes a workspace off the list; with the last one the registration goes.</summary>
    /// <param name="workspace">Null for all.</param>
    /// <param name="preview">Only say what would be done.</param>
    /// <exception cref="TidyException">The list cannot be read, or not be written.</exception>
    public ScheduleChange Uninstall(string? workspace, bool preview) => Make(() => Changes.ToUninstall(workspace), preview);

    /// <summary>Looks, and writes nothing.</summary>
    public ScheduleStatus Status() => new ScheduleStatusCheck(schedulers, tool, services.Clock).Check(registry, new ScheduleRunLog(place.Folder, Files, services.Clock));

    /// <inheritdoc cref="ScheduledRun.Execute"/>
    public ScheduleRun? Run(string startedBy, Action<WorkspaceRun> seen, CancellationToken cancel) =>
        new ScheduledRun(place.Folder, tool, commands, services).Execute(startedBy, seen, cancel);

    private ScheduleChange Make(Func<ScheduleChange> plan, bool preview)
    {
        if (preview)
            return plan();
        using OsLock held = registry.Lock();
        ScheduleChange change = plan();
        if (change.List is not null)
            registry.Write(change.After); // first: a registration that serves nobody does no harm, and a list says what was asked for
        IReadOnlyList<Finding> failures = new StepRunner(commands, Files, services.Clock).CarryOut(change.Steps.SelectMany(s => s.Steps));
        return change with { Failures = [.. change.Failures, .. failures] };
    }
}
