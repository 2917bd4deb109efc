using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Pages.Overviews;

/// <summary>Reads what there is to see of a workspace, once through each of its files. Takes no lock and writes nothing.</summary>
public sealed class OverviewReader(WorkspaceRoot root, TidyConfig config, RunServices services)
{
    private readonly ShownText text = new(root);

    /// <param name="top">At most so many items; the numbers are about all.</param>
    /// <exception cref="TidyException">The queue cannot be read.</exception>
    public WorkspaceOverview Read(int top, string toolVersion)
    {
        DateTimeOffset now = services.Clock.GetUtcNow();
        QueueReading reading = new QueueStore(root, services.Files, services.Clock, config.Queue).Read();
        PastRuns past = PastRuns.Read(root);
        return new WorkspaceOverview
        {
            Workspace = Path.GetFileName(root.FullPath),
            At = now.UtcDateTime,
            ToolVersion = toolVersion,
            Health = HealthOverview.Of(QueueHealth.Of(reading, now, new HealthThresholds()), text),
            Queue = QueueOverview.Of(reading.Queue, now),
            Items = [.. ItemOrder.Of(reading.Queue.Items, now).Take(top).Select(i => ItemOverview.Of(i, config.Queue, text))],
            Attempts = past.Attempts,
            Days = DayOverview.Of(past.Runs, now),
            Runs = [.. past.Runs.Take(PastRuns.Shown)],
            Waits = WaitOverview.Of(past.Runs),
        };
    }
}
