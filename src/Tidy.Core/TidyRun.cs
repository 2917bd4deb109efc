using Tidy.Core.Activity;
using Tidy.Core.Builds;
using Tidy.Core.Journal;
using Tidy.Core.Locking;
using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;

namespace Tidy.Core;

/// <summary>
/// One run, top to bottom: lock the workspace, recover what an interrupted run left, read the queue, let the phases plan,
/// carry the plan out, save the queue. A preview plans the same and stops there, without lock and without a single write.
/// </summary>
public sealed class TidyRun(RunRequest request, RunServices services, IRunObserver? observer = null)
{
    private readonly DateTimeOffset startedAt = services.Clock.GetUtcNow();
    private readonly long startedTicks = services.Clock.GetTimestamp();
    private readonly string runId = RunFolder.NewId(services.Clock.GetUtcNow());
    private readonly List<Finding> findings = [];
    private readonly StepClock steps = new(observer, services.Clock);
    private readonly ActivityLog activity = new(request.Root, services.Files, services.Clock);

    /// <summary>In the order of a run; valid values of <see cref="RunRequest.Phases"/>.</summary>
    public static IReadOnlyList<string> PhaseNames => Planner.PhaseNames;

    /// <exception cref="TidyException">The run cannot go on; nothing was lost, and its code and exit code say why.</exception>
    public RunResult Execute(CancellationToken cancel = default)
    {
        try
        {
            return ExecuteAlone(cancel);
        }
        catch (TidyException e) when (e.Exit == ExitCode.Busy && request.Writes)
        {
            RunActivity gaveUp = new() { RunId = runId, Command = WireNames.Of(request.Command), StartedAt = startedAt, Duration = Elapsed, Exit = e.Exit, GaveUp = true };
            activity.Append(gaveUp);
            throw;
        }
    }

    private RunResult ExecuteAlone(CancellationToken cancel)
    {
        using WorkspaceLock? held = LockWorkspace();
        steps.Over("lock", () => held is null ? "a preview takes no lock" : "the workspace is this run's");
        BuildGate? gate = BuildGate.Open(request, services);
        QueueStore store = new(request.Root, services.Files, services.Clock, request.Config.Queue);
        RecoverInterruptedRuns(store);
        PendingQueue queue = ReadQueue(store);
        steps.Over("queue", () => $"{queue.Count} items");
        Plan plan = MakePlan(queue);
        Announce(plan);
        RunResult result = Limits.ProblemOf(plan, request.Config.Limits) is { } tooMuch ? TooMuch(plan, queue, tooMuch)
            : request.Writes ? CarryOut(plan, store, queue, cancel) : Preview(plan, queue);
        if (held is not null)
            result = Account(result, plan, held.Waited, store.WaitedForLock);
        gate?.Close(result, plan);
        return result;
    }

    private TimeSpan Elapsed => services.Clock.GetElapsedTime(startedTicks);

    private WorkspaceLock? LockWorkspace() => request.Writes
        ? WorkspaceLock.Acquire(request.Root, services.Files, services.Clock, request.LockTimeout, WireNames.Of(request.Command))
        : null;

    private void RecoverInterruptedRuns(QueueStore store)
    {
        if (!request.Writes)
            return;
        findings.AddRange(new Recovery(request, services, store).Run());
        steps.Over("recover", () => $"{findings.Count} findings");
    }

    private PendingQueue ReadQueue(QueueStore store)
    {
        QueueReading reading = request.Writes ? store.ReadRepaired(request.QueueTimeout) : store.Read();
        findings.AddRange(reading.Findings);
        return reading.Queue;
    }

    private Plan MakePlan(PendingQueue queue)
    {
        Plan plan = new Planner(request, services, steps).Plan(queue);
        if (request.PlanFile is { } file)
            plan = PlanAgreement.Of(plan, file);
        findings.AddRange(plan.Findings);
        return plan;
    }

    /// <summary>An observer hears of the run first, and then of what was found on the way to the plan.</summary>
    private void Announce(Plan plan)
    {
        observer?.Started(runId, plan.Actions.Count());
        findings.ForEach(f => observer?.Found(f));
    }

    private RunResult Preview(Plan plan, PendingQueue queue)
    {
        List<Outcome> outcomes = [.. plan.Entries.Select(Previewed)];
        if (request.Command == RunCommand.Verify)
            Say(PendingFindings.Of(queue));
        outcomes.ForEach(o => observer?.Decided(o));
        return Result(outcomes, queue.Stats(startedAt), RunVerdict.OfPreview(request.Command, plan, findings));
    }

    /// <summary>To <c>verify</c>, what a run would move is a finding; but not what is being written while the build that asks goes on.</summary>
    private Outcome Previewed(PlanEntry entry) => new(entry)
    {
        Code = request.Command == RunCommand.Verify && entry is { Status: EntryStatus.Planned, Pending: null } && !(request.IsOfBuild && IsInUse(entry)) ? Codes.Stray : null,
    };

    private bool IsInUse(PlanEntry entry) => Probe.Use(services.Files, request, entry.Source, entry.Stat) == FileUse.InUse;

    private RunResult TooMuch(Plan plan, PendingQueue queue, Finding tooMuch)
    {
        Say([tooMuch]);
        return Result([.. plan.Entries.Select(e => new Outcome(e))], queue.Stats(startedAt), ExitCode.Usage);
    }

    private RunResult CarryOut(Plan plan, QueueStore store, PendingQueue queue, CancellationToken cancel)
    {
        if (plan.HasWork)
            store.EnsureLockable(request.QueueTimeout); // before anything moves: a run must be able to queue what it cannot move
        using Execution execution = new(request, services, runId, plan);
        execution.Move(observer, cancel);
        steps.Over("move", () => $"{execution.Outcomes.Count(o => o.Status is EntryStatus.Moved or EntryStatus.Removed)} of {plan.Actions.Count()} carried out");
        QueueStats stats = execution.SaveQueue(store, queue);
        steps.Over("save", () => $"{stats.Pending} pending");
        execution.Finish();
        steps.Over("close", () => plan.HasWork ? $"run {runId}" : "nothing to keep");
        Say(execution.Findings);
        foreach (Outcome outcome in execution.Outcomes)
            observer?.Decided(outcome);
        ExitCode exit = cancel.IsCancellationRequested ? ExitCode.Cancelled : RunVerdict.OfRun(execution.Outcomes, stats, findings);
        return Result(execution.Outcomes, stats, exit) with
        {
            MovedFromQueue = execution.Outcomes.Count(o => o.Code == Codes.MovedFromQueue),
            IsRecorded = execution.IsRecorded,
        };
    }

    private RunResult Account(RunResult result, Plan plan, TimeSpan forWorkspace, TimeSpan forQueue)
    {
        RunActivity run = RunAccount.Of(result, plan.Closings) with { WaitedForWorkspace = forWorkspace, WaitedForQueue = forQueue };
        if (!RunAccount.IsNotable(run, result.IsRecorded))
            return result;
        activity.Append(run);
        activity.Trim();
        return result with { IsNotable = true };
    }

    private void Say(IEnumerable<Finding> said)
    {
        foreach (Finding finding in said)
        {
            findings.Add(finding);
            observer?.Found(finding);
        }
    }

    private RunResult Result(IReadOnlyList<Outcome> outcomes, QueueStats queue, ExitCode exit) => new()
    {
        Command = request.Command,
        RunId = runId,
        Root = request.Root,
        StartedAt = startedAt,
        Duration = Elapsed,
        Entries = outcomes,
        Findings = findings,
        Queue = queue,
        Exit = exit,
    };
}
