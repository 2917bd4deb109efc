using Tidy.Core.Planning;

namespace Tidy.Core.Scheduling;

/// <summary>Finds out whether it will run: what the system has, whether the tool is there, and what the record of past runs says against both.</summary>
internal sealed class ScheduleStatusCheck(Schedulers schedulers, ToolCommand tool, TimeProvider clock)
{
    /// <summary>A start takes its time, and systemd may be late by a minute.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    private readonly List<Finding> findings = [];

    public ScheduleStatus Check(WorkspaceRegistry registry, ScheduleRunLog log)
    {
        WorkspaceList list = registry.Read();
        IReadOnlyList<ScheduleRun> runs = log.Read();
        SchedulerStatus[] all = [.. schedulers.All.Select(s => StatusOf(s, list.Schedule))];
        JudgeRegistration(list.Schedule, all);
        if (list.Schedule is { } schedule)
            JudgeTool(schedule.Wanted.Tool);
        IReadOnlyList<DateTimeOffset> missed = list.Schedule is { } noted ? MissedTimes(noted, runs) : [];
        JudgeRuns(missed, runs);
        WorkspaceStatus[] workspaces = [.. list.Workspaces.Select(w => StatusOf(w.Path, runs))];
        JudgeWorkspaces(workspaces);
        return new ScheduleStatus
        {
            Schedule = list.Schedule,
            AlsoStarts = list.Schedule is { Wanted.AtLogon: true } s ? schedulers.Named(s.Backend)?.LogonWords : null,
            NextAt = list.Schedule?.Wanted.At.After(clock.GetUtcNow(), clock.LocalTimeZone),
            LastRun = runs.Count > 0 ? runs[^1] : null,
            Missed = missed,
            Workspaces = workspaces,
            Schedulers = all,
            Findings = [.. findings.OrderByDescending(f => f.Level)],
        };
    }

    /// <summary>A scheduler other than the one in use says no more than that something of Tidy's is there.</summary>
    private SchedulerStatus StatusOf(IScheduler scheduler, RegisteredSchedule? noted)
    {
        bool isInUse = scheduler.Name == noted?.Backend;
        try
        {
            SchedulerLook look = scheduler.Look(isInUse ? noted!.Wanted : null);
            if (isInUse)
                findings.AddRange(look.Problems);
            return new SchedulerStatus(scheduler.Name, scheduler.WhyNot(), look.State);
        }
        catch (TidyException e)
        {
            findings.Add(isInUse ? SchedulerLook.WillNotRun(e.Message, "") with { Remedy = null } : SchedulerLook.MayNotRun(e.Message, "") with { Remedy = null });
            return new SchedulerStatus(scheduler.Name, e.Message, Registration.None);
        }
    }

    private void JudgeRegistration(RegisteredSchedule? noted, SchedulerStatus[] all)
    {
        SchedulerStatus? inUse = Array.Find(all, s => s.Name == noted?.Backend);
        if (inUse?.State is null or Registration.None)
        {
            string message = noted is null ? "Nothing starts Tidy by itself here." : $"It was registered with {noted.Backend}, and is there no more.";
            findings.Add(new Finding(Codes.NotScheduled, FindingLevel.Error, Path: null, message) { Remedy = "Run 'dotnet tidy schedule install' in the workspace." });
        }
        else if (inUse.State == Registration.Other && !findings.Exists(f => f.Code == Codes.WillNotRun))
        {
            findings.Add(SchedulerLook.MayNotRun($"What {inUse.Name} has is not what was installed: somebody changed it, or another version did.", "Run 'dotnet tidy schedule install' again."));
        }

        foreach (SchedulerStatus left in all.Where(s => s != inUse && s.State != Registration.None))
            findings.Add(SchedulerLook.MayNotRun($"{left.Name} has a registration too.", "Run 'dotnet tidy schedule install' again: it takes that one away."));
    }

    private void JudgeTool(ToolCommand registered)
    {
        if (registered.Files.FirstOrDefault(f => !File.Exists(f)) is { } missing)
            findings.Add(SchedulerLook.WillNotRun($"It would start '{missing}', which is not there.", "Run 'dotnet tidy schedule install' with the tool that is to run."));
        else if (!registered.IsSameTool(tool))
            findings.Add(SchedulerLook.MayNotRun($"It starts another tool than this one ('{string.Join(' ', tool.Files)}').", "Is that not meant? Run 'dotnet tidy schedule install' with this one."));
        else if (!registered.SurvivesUpdates)
            findings.Add(SchedulerLook.MayNotRun("The path of the tool may change with an update.", "Run 'dotnet tidy schedule install' again after one, or install the tool with --global.") with { Level = FindingLevel.Note });
    }

    private List<DateTimeOffset> MissedTimes(RegisteredSchedule noted, IReadOnlyList<ScheduleRun> runs)
    {
        DateTimeOffset since = runs.LastOrDefault(r => r.IsOfSystem) is { } last && last.StartedAt > noted.InstalledAt ? last.StartedAt : noted.InstalledAt;
        return [.. noted.Wanted.At.Between(since, clock.GetUtcNow() - Grace, clock.LocalTimeZone)];
    }

    /// <summary>Once, and the machine may have been off; twice, and a registration that looks well is none.</summary>
    private void JudgeRuns(IReadOnlyList<DateTimeOffset> missed, IReadOnlyList<ScheduleRun> runs)
    {
        if (missed.Count > 0)
        {
            string message = $"Nothing ran at {missed.Count} daily {(missed.Count == 1 ? "time" : "times")}, last on {missed[^1]:yyyy-MM-dd HH:mm}.";
            findings.Add(missed.Count == 1
                ? SchedulerLook.MayNotRun(message, "Was the machine off, or you logged out? Then all is well.")
                : SchedulerLook.WillNotRun(message, "If the machine was on: see docs/schedule.md."));
        }

        if (runs is [.., { EndedAt: null } last] && clock.GetUtcNow() - last.StartedAt > ScheduledRun.TimeLimit + Grace)
            findings.Add(SchedulerLook.MayNotRun($"The last run began on {last.StartedAt.LocalDateTime:yyyy-MM-dd HH:mm} and never ended: it was killed.", "What it had begun, the next one finishes."));
    }

    private static WorkspaceStatus StatusOf(string path, IReadOnlyList<ScheduleRun> runs)
    {
        WorkspaceRun? last = runs.LastOrDefault(r => r.EndedAt is not null)?.Workspaces.LastOrDefault(w => w.Path == path);
        WorkspaceRunState state = WorkspaceVisit.Obstacle(path) is { } obstacle ? obstacle.State : WorkspaceRunState.Done;
        return new WorkspaceStatus(path, state, last);
    }

    private void JudgeWorkspaces(WorkspaceStatus[] workspaces)
    {
        if (workspaces.Length == 0 && !findings.Exists(f => f.Code == Codes.NotScheduled))
            findings.Add(SchedulerLook.WillNotRun("No workspace is registered, so it would have nothing to do.", "Run 'dotnet tidy schedule install' in one."));
        foreach (WorkspaceStatus workspace in workspaces)
        {
            if ((WorkspaceVisit.Obstacle(workspace.Path) ?? workspace.Last) is { Message: not null } run)
                findings.Add(NotServed(run));
        }
    }

    /// <summary>What a person should know of a workspace that was not served.</summary>
    public static Finding NotServed(WorkspaceRun run) => new(
        Codes.WorkspaceNotServed,
        run.IsFailure ? FindingLevel.Warning : FindingLevel.Note,
        run.Path,
        run.Message ?? "")
    {
        Remedy = run.State is WorkspaceRunState.Missing or WorkspaceRunState.Away ? $"If it is gone for good: dotnet tidy schedule uninstall --workspace {SystemCommand.Quoted(run.Path)}" : null,
    };
}
