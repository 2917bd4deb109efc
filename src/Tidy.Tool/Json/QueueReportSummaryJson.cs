using Tidy.Core.Queue;
using Tidy.Core.Reports;

namespace Tidy.Tool.Json;

/// <param name="TotalBytesEstimate">Of all items, whatever their status.</param>
internal sealed record QueueReportSummaryJson(int TotalPending, long TotalBytesEstimate, int EligibleNow, int TopNShown)
{
    public required int Total { get; init; }

    public required int NeedsManual { get; init; }

    public required int Abandoned { get; init; }

    public required int Held { get; init; }

    public static QueueReportSummaryJson Of(QueueReport report)
    {
        QueueStats stats = report.Stats;
        return new(stats.Pending, stats.Bytes, stats.EligibleNow, report.TopItems.Count)
        {
            Total = stats.Total,
            NeedsManual = stats.NeedsManual,
            Abandoned = stats.Abandoned,
            Held = stats.Held,
        };
    }
}
