using Tidy.Core.Activity;
using Tidy.Core.Moving;
using Tidy.Core.Queue;

namespace Tidy.Core.Metrics;

/// <summary>Every metric, in the order of the output. Names are a contract: alerts and pictures refer to them.</summary>
public static class MetricTable
{
    /// <summary>What <c>activity.jsonl</c> may say in place of a command of this version is no label.</summary>
    private static readonly string[] Commands = ["apply", "retry", "undo"];

    private static readonly PendingStatus[] Statuses = Enum.GetValues<PendingStatus>();
    private static readonly FailureReason[] Reasons = Enum.GetValues<FailureReason>();

    public static IReadOnlyList<Metric> All { get; } =
    [
        new("tidy.up", MetricKind.Gauge, "", "1 when the workspace's configuration and state can be read, else 0 and there is nothing else.",
            static figures => [new Sample(figures.State is null ? 0 : 1)]),

        Counter("tidy.runs", "{run}", "Runs that did something, or waited or failed; one that finds nothing to do is not counted.", RunCounts, "command", "result"),
        Counter("tidy.run.duration", "s", "How long these runs took, together.", static totals => totals.Duration.TotalSeconds),
        Counter("tidy.moved.files", "{file}", "Files that were moved, from the queue or at once.", static totals => totals.Moved),
        Counter("tidy.moved.size", "By", "Size of the files that were moved.", static totals => totals.Bytes),
        Counter("tidy.removed.files", "{file}", "Files that were removed, for an equal one is kept.", static totals => totals.Removed),
        Counter("tidy.queued.files", "{file}", "Files that were put into the queue.", static totals => totals.Queued),
        Counter("tidy.failed.files", "{file}", "Files that could neither be moved nor queued.", static totals => totals.Failed),
        Counter("tidy.attempts", "{attempt}", "Tries to move a queued file, the one that queued it included, by what came of it.", AttemptCounts, "result", "reason"),
        Counter("tidy.lock.wait", "s", "How long runs waited for a lock that another process had.", LockWaits, "lock"),
        Counter("tidy.lock.waits", "{run}", "Runs that waited for a lock that another process had.", LockWaitCounts, "lock"),
        Counter("tidy.lock.timeouts", "{run}", "Runs that did not get a lock in time.", static totals => totals.GaveUp),

        Gauge("tidy.queue.items", "{item}", "Items in the queue, by status.",
            static state => Statuses.Select(s => new Sample(CountOf(state.Queue, s), new Label("status", WireNames.Of(s)))), "status"),
        Gauge("tidy.queue.items_by_reason", "{item}", "Items in the queue, whatever their status, by why they could not be moved.",
            static state => Reasons.Select(r => new Sample(state.Queue.ByReason.GetValueOrDefault(WireNames.Of(r)), new Label("reason", WireNames.Of(r)))), "reason"),
        Gauge("tidy.queue.eligible.items", "{item}", "Pending items whose waiting time has passed.", static state => state.Queue.EligibleNow),
        new("tidy.queue.oldest.age", MetricKind.Gauge, "s", "Age of the pending item that waits longest; 0 when none waits.", OldestAge),
        Gauge("tidy.queue.waiting.size", "By", "Size of the files in the queue.", static state => state.Queue.Bytes),
        Gauge("tidy.queue.store.size", "By", "Size of the file that the queue is kept in.", static state => state.Queue.FileSize),
        Gauge("tidy.queue.health", "", "As dotnet tidy queue health says: 0 healthy, 1 warning, 2 error.", static state => (int)state.Health.Status),

        Gauge("tidy.last_run.timestamp", "s", "Unix time of when Tidy last worked in the workspace, with anything to do or nothing.", static state => Times(state.LastWorked)),
        Gauge("tidy.last_recorded_run.timestamp", "s", "Unix time of the start of the last run that is counted in tidy_runs_total.", static state => Times(state.LastRecorded?.StartedAt)),
        Gauge("tidy.last_recorded_run.exit_code", "", "Exit code of that run.",
            static state => state.LastRecorded is { } run ? [new Sample((int)run.Exit)] : []),
    ];

    private static Metric Counter(string name, string unit, string meaning, Func<ActivityTotals, double> value) =>
        Counter(name, unit, meaning, totals => [new Sample(value(totals))]);

    private static Metric Counter(string name, string unit, string meaning, Func<ActivityTotals, IEnumerable<Sample>> read, params string[] labels) =>
        new(name, MetricKind.Counter, unit, meaning, figures => figures.State is { } state ? read(state.Totals).Select(NotNegative) : []) { LabelNames = labels };

    private static Metric Gauge(string name, string unit, string meaning, Func<WorkspaceState, double> value) =>
        Gauge(name, unit, meaning, state => [new Sample(value(state))]);

    private static Metric Gauge(string name, string unit, string meaning, Func<WorkspaceState, IEnumerable<Sample>> read, params string[] labels) =>
        new(name, MetricKind.Gauge, unit, meaning, figures => figures.State is { } state ? read(state) : []) { LabelNames = labels };

    /// <summary>The log is a file that anybody may have written; a counter below 0 is none.</summary>
    private static Sample NotNegative(Sample sample) => sample.Value >= 0 ? sample : sample with { Value = 0 };

    private static IEnumerable<Sample> RunCounts(ActivityTotals totals) =>
        from run in totals.Runs
        group run.Value by (Command: Commands.Contains(run.Key.Command) ? run.Key.Command : "other", Result: WireNames.Of(run.Key.Exit)) into kind
        orderby kind.Key
        select new Sample(kind.Sum(static count => (double)count), new Label("command", kind.Key.Command), new Label("result", kind.Key.Result));

    private static IEnumerable<Sample> AttemptCounts(ActivityTotals totals) =>
        from attempt in totals.Attempts
        orderby attempt.Key.Result, attempt.Key.Reason
        select new Sample(attempt.Value, new Label("result", WireNames.Of(attempt.Key.Result)), new Label("reason", WireNames.Of(attempt.Key.Reason)));

    private static IEnumerable<Sample> LockWaits(ActivityTotals totals) =>
    [
        new(totals.WaitedForWorkspace.TotalSeconds, new Label("lock", "workspace")),
        new(totals.WaitedForQueue.TotalSeconds, new Label("lock", "queue")),
    ];

    private static IEnumerable<Sample> LockWaitCounts(ActivityTotals totals) =>
    [
        new(totals.WaitsForWorkspace, new Label("lock", "workspace")),
        new(totals.WaitsForQueue, new Label("lock", "queue")),
    ];

    private static IEnumerable<Sample> OldestAge(WorkspaceFigures figures) => figures.State is not { } state ? [] :
        [new Sample(state.Health.OldestAge is { } age && age > TimeSpan.Zero ? age.TotalSeconds : 0)];

    private static IEnumerable<Sample> Times(DateTimeOffset? time) => time is { } known ? [new Sample(known.ToUnixTimeMilliseconds() / 1000.0)] : [];

    private static int CountOf(QueueStats stats, PendingStatus status) => status switch
    {
        PendingStatus.Pending => stats.Pending,
        PendingStatus.Succeeded => stats.Succeeded,
        PendingStatus.NeedsManual => stats.NeedsManual,
        PendingStatus.Abandoned => stats.Abandoned,
        _ => stats.Held,
    };
}
