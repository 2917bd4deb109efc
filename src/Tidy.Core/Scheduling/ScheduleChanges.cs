using Tidy.Core.Planning;

namespace Tidy.Core.Scheduling;

/// <summary>Plans changes of the registration: what is to be written and run, by what there is now. Writes nothing.</summary>
internal sealed class ScheduleChanges(Schedulers schedulers, WorkspaceRegistry registry, TimeProvider clock)
{
    /// <summary>Nothing where all is as it should be already.</summary>
    /// <exception cref="TidyException">The list, or what the scheduler has, cannot be read; or the scheduler, or the tool's path, cannot be used.</exception>
    public ScheduleChange ToInstall(string workspace, ScheduleWish wish, ToolCommand tool)
    {
        RefuseLineBreaks(tool);
        WorkspaceList before = registry.Read();
        RegisteredSchedule? noted = before.Schedule;
        IScheduler scheduler = schedulers.Choose(wish.Backend ?? StillUsable(noted?.Backend) ?? Schedulers.Auto);
        var wanted = new WantedSchedule(tool, wish.At ?? noted?.Wanted.At ?? DailyTime.Usual, wish.AtLogon ?? noted?.Wanted.AtLogon ?? true);
        bool isAsBefore = noted?.Backend == scheduler.Name && noted.Wanted.At == wanted.At;
        DateTimeOffset now = clock.GetUtcNow();
        WorkspaceList after = before.With(workspace, now) with { Schedule = new RegisteredSchedule(scheduler.Name, wanted, isAsBefore ? noted!.InstalledAt : now) };
        List<Finding> failures = [];
        List<SchedulerSteps> steps = ToRemove(schedulers.All.Where(s => s != scheduler), failures);
        if (scheduler.Look(wanted).State != Registration.AsWanted)
            steps.Add(new SchedulerSteps(scheduler.Name, scheduler.StepsToInstall(wanted)));
        return Change(before, after, steps, failures);
    }

    /// <summary>With the last workspace goes the registration, from every scheduler.</summary>
    /// <param name="workspace">Null for all.</param>
    /// <exception cref="TidyException">The list cannot be read, and one workspace is to be taken out of it.</exception>
    public ScheduleChange ToUninstall(string? workspace)
    {
        List<Finding> failures = [];
        WorkspaceList? before = ReadOrTell(failures, mustRead: workspace is not null);
        WorkspaceList after = workspace is null || before is null ? WorkspaceList.Empty : before.Without(workspace);
        if (after.Workspaces.Count > 0)
            return Change(before!, after, [], failures);
        return Change(before ?? WorkspaceList.Empty, WorkspaceList.Empty, ToRemove(schedulers.All, failures), failures);
    }

    /// <summary>None of the files that schedulers read can have one in a command.</summary>
    private static void RefuseLineBreaks(ToolCommand tool)
    {
        if (tool.Files.Concat(tool.Environment.Values).FirstOrDefault(word => word.Any(char.IsControl)) is { } word)
            throw new TidyException(Codes.Usage, ExitCode.Usage, $"'{word}' has a line break or another control character in it, which no scheduler takes. Install the tool, or what it needs, elsewhere.");
    }

    private string? StillUsable(string? name) => name is not null && schedulers.Named(name)?.WhyNot() is null ? name : null;

    /// <summary>A list that cannot be read must not keep the system from being told to stop; it is left as it is then.</summary>
    private WorkspaceList? ReadOrTell(List<Finding> failures, bool mustRead)
    {
        try
        {
            return registry.Read();
        }
        catch (TidyException e) when (!mustRead)
        {
            failures.Add(new Finding(e.Code, FindingLevel.Error, Path: null, e.Message));
            return null;
        }
    }

    private static List<SchedulerSteps> ToRemove(IEnumerable<IScheduler> others, List<Finding> failures)
    {
        List<SchedulerSteps> all = [];
        foreach (IScheduler scheduler in others)
        {
            try
            {
                if (scheduler.StepsToRemove() is { Count: > 0 } steps)
                    all.Add(new SchedulerSteps(scheduler.Name, steps));
            }
            catch (TidyException e)
            {
                failures.Add(new Finding(e.Code, FindingLevel.Error, Path: null, e.Message));
            }
        }

        return all;
    }

    private ScheduleChange Change(WorkspaceList before, WorkspaceList after, List<SchedulerSteps> steps, List<Finding> failures)
    {
        string text = WorkspaceRegistry.TextOf(after);
        return new ScheduleChange(after, steps)
        {
            List = text == WorkspaceRegistry.TextOf(before) ? null : new FileWritten(registry.FullPath, text),
            Failures = failures,
        };
    }
}
