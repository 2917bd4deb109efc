using System.Globalization;
using Tidy.Core.Reports;

namespace Tidy.Tool.Rendering;

/// <summary>What runs waited for locks, in a sentence.</summary>
internal static class WaitsText
{
    /// <summary>Null when nobody waited.</summary>
    public static string? Of(QueueReport report) => report.Waits is { Waited: > 0 } or { GaveUp: > 0 } && report.Waits is var waits
        ? $"Locks, last {Measures.Span(report.LookBack)}: {waits.Waited} of {Measures.Count(waits.Runs, "run", "runs")} waited, {waits.GaveUp} gave up; "
            + $"p50 {Time(waits.Median)}, p95 {Time(waits.Percentile95)}, longest {Time(waits.Longest)}"
        : null;

    private static string Time(TimeSpan wait) => wait.TotalSeconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{wait.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{wait.TotalSeconds:0.0} s");
}
