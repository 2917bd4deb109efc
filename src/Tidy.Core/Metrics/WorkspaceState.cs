using Tidy.Core.Activity;
using Tidy.Core.Queue;

namespace Tidy.Core.Metrics;

/// <summary>What the disk tells of one workspace.</summary>
/// <param name="Totals">Of all recorded runs.</param>
/// <param name="LastRecorded">The newest run that did something, or waited for something; null when there is none.</param>
/// <param name="LastWorked">When Tidy last wrote anything of its own: a run that found nothing to do does, too. Null when it never ran.</param>
public sealed record WorkspaceState(ActivityTotals Totals, RunActivity? LastRecorded, DateTimeOffset? LastWorked, QueueHealth Health)
{
    public QueueStats Queue => Health.Stats!;
}
