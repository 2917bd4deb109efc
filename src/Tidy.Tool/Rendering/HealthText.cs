using System.Globalization;
using Tidy.Core.Queue;

namespace Tidy.Tool.Rendering;

/// <summary>Whether the queue is well, and the numbers beside what they may be.</summary>
internal sealed class HealthText(ILines lines, bool quiet)
{
    public void Write(QueueHealth health)
    {
        if (health.Issues.Count == 0)
            lines.Line("The queue is healthy.", Tone.Good);
        foreach (QueueIssue issue in health.Issues)
            FindingText.WriteOne(lines, HealthFindings.Of(issue));
        if (!quiet && health.Stats is { } stats)
            WriteNumbers(health, stats, health.Thresholds);
    }

    private void WriteNumbers(QueueHealth health, QueueStats stats, HealthThresholds most)
    {
        lines.Line();
        Row("pending", stats.Pending.ToString("N0", CultureInfo.InvariantCulture), most.PendingItems.ToString("N0", CultureInfo.InvariantCulture));
        Row("queue file", Measures.Size(stats.FileSize), Measures.Size(most.FileSize));
        Row("oldest", health.OldestAge is { } age ? Measures.Span(age) : "none", Measures.Span(most.OldestAge));
        Row("longest wait", Seconds(health.Waits.Longest), $"{Seconds(most.LockWait)} in the last {Measures.Span(most.LookBack)}");
        Row("gave up", $"{health.Waits.GaveUp} of {health.Waits.Runs} runs", "0");
    }

    private void Row(string what, string value, string most) => lines.Add($"  {what,-13}{value}").Add($"  (at most {most})", Tone.Faint).End();

    private static string Seconds(TimeSpan wait) => string.Create(CultureInfo.InvariantCulture, $"{wait.TotalSeconds:0.0} s");
}
