using Tidy.Core.Locking;
using Tidy.Core.Settings;

namespace Tidy.Core.Scheduling;

/// <summary>What the system starts: every registered workspace in turn, those first that waited longest, within a bounded time.</summary>
public sealed class ScheduledRun(UserFolder folder, ToolCommand tool, ISystemCommands commands, RunServices services)
{
    /// <summary>All of it: the schedulers end what takes half an hour, and then nobody could write down what became of it.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(25);

    /// <summary>One workspace must not take the time of all.</summary>
    public static readonly TimeSpan WorkspaceLimit = TimeSpan.FromMinutes(10);

    private const string LockName = "schedule-run.lock";

    private readonly WorkspaceVisit visit = new(tool, commands);
    private readonly ScheduleRunLog log = new(folder, services.Files, services.Clock);
    private readonly TimeProvider clock = services.Clock;

    /// <summary>Null when another one is at work: it does what this one would.</summary>
    /// <param name="seen">Hears of each workspace once it is done.</param>
    /// <exception cref="TidyException">The list of workspaces cannot be read, or the record cannot be written.</exception>
    public ScheduleRun? Execute(string startedBy, Action<WorkspaceRun> seen, CancellationToken cancel)
    {
        folder.Ensure();
        using OsLock? held = OsLock.TryAcquire(folder.File(LockName), TimeSpan.Zero, clock);
        if (held is null)
            return null;
        IReadOnlyList<string> paths = InTurn(new WorkspaceRegistry(folder, services.Files, clock).Read().Workspaces, log.Read());
        DateTimeOffset now = clock.GetUtcNow();
        var run = new ScheduleRun($"{now.UtcDateTime:yyyyMMdd-HHmmssfff}-{Environment.ProcessId}", startedBy, now, EndedAt: null, []);
        log.Append(run);
        run = run with { Workspaces = Visit(paths, seen, cancel), EndedAt = clock.GetUtcNow() };
        log.Append(run);
        return run;
    }

    /// <summary>Those whose last turn is longest ago come first, so that a lack of time does not always hit the same.</summary>
    private static IReadOnlyList<string> InTurn(IReadOnlyList<RegisteredWorkspace> workspaces, IReadOnlyList<ScheduleRun> runs)
    {
        var served = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (ScheduleRun run in runs)
        {
            foreach (WorkspaceRun visited in run.Workspaces.Where(w => w.State != WorkspaceRunState.Skipped))
                served[visited.Path] = run.StartedAt;
        }

        return [.. workspaces.Select(w => w.Path).OrderBy(path => served.GetValueOrDefault(path))];
    }

    private List<WorkspaceRun> Visit(IReadOnlyList<string> paths, Action<WorkspaceRun> seen, CancellationToken cancel)
    {
        long start = clock.GetTimestamp();
        List<WorkspaceRun> visited = [];
        foreach (string path in paths)
        {
            TimeSpan left = TimeLimit - clock.GetElapsedTime(start);
            WorkspaceRun run = cancel.IsCancellationRequested ? new WorkspaceRun(path, WorkspaceRunState.Skipped, Message: "The run was cancelled before its turn came.")
                : left <= TimeSpan.Zero ? new WorkspaceRun(path, WorkspaceRunState.Skipped, Message: "The time was up before its turn came; it is the first next time.")
                : visit.Run(path, left < WorkspaceLimit ? left : WorkspaceLimit, cancel);
            visited.Add(run);
            seen(run);
        }

        return visited;
    }
}
