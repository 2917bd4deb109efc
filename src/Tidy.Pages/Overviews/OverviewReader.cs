using Tidy.Core;
using Tidy.Core.Activity;
using Tidy.Core.Configuration;
using Tidy.Core.Journal;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Pages.Overviews;

/// <summary>Reads what there is to see of a workspace, once through each of its files. Takes no lock and writes nothing.</summary>
public sealed class OverviewReader(WorkspaceRoot root, TidyConfig config, RunServices services)
{
    /// <summary>Older runs are counted and not shown one by one.</summary>
    private const int RunsShown = 200;

    private readonly ShownText text = new(root);

    /// <param name="top">At most so many items; the numbers are about all.</param>
    /// <param name="toolVersion">See <see cref="WorkspaceOverview.ToolVersion"/>.</param>
    /// <exception cref="TidyException">The queue cannot be read.</exception>
    public WorkspaceOverview Read(int top, string toolVersion)
    {
        DateTimeOffset now = services.Clock.GetUtcNow();
        QueueReading reading = new QueueStore(root, services.Files, services.Clock, config.Queue).Read();
        ActivityReading activity = new ActivityLog(root, services.Files, services.Clock).Read();
        PastRuns past = PastRuns.Of(RunHistory.List(root), activity.Runs);
        IReadOnlyList<RunOverview> runs = past.NewestFirst;
        return new WorkspaceOverview
        {
            Workspace = Path.GetFileName(root.FullPath),
            At = now.UtcDateTime,
            ToolVersion = toolVersion,
            Health = HealthOverview.Of(QueueHealth.Of(reading, activity, now, config.Health), text),
            Queue = QueueOverview.Of(reading.Queue, now),
            Items = [.. ItemOrder.Of(reading.Queue.Items, now).Take(top).Select(i => ItemOverview.Of(i, config.Queue, text))],
            Attempts = past.Attempts,
            Days = DayOverview.Of(runs, now),
            Runs = [.. runs.Take(RunsShown)],
            Waits = WaitOverview.Of(runs),
        };
    }
}
