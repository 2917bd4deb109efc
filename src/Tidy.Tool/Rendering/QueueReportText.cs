using Tidy.Core;
using Tidy.Core.Queue;
using Tidy.Core.Reports;

namespace Tidy.Tool.Rendering;

/// <summary>The report of the queue for a person at a terminal.</summary>
internal sealed class QueueReportText(ILines lines)
{
    private const int ErrorLength = 120;

    public void Write(QueueReport report)
    {
        QueueStats stats = report.Stats;
        if (stats.Total == 0)
        {
            lines.Line("The queue is empty.", Tone.Good);
            WriteWaits(report);
            return;
        }

        lines.Add("Pending moves queue", Tone.Heading).Add($"  {Measures.Utc(report.At)}", Tone.Faint).End();
        lines.Line(SummaryOf(stats));
        if (report.TopItems.Count > 0)
            WriteItems(report);
        WriteSuggestions(report.Suggestions);
        WriteWaits(report);
    }

    public static string SummaryOf(QueueStats stats) =>
        $"{Measures.Count(stats.Total, "item", "items")} ({Measures.Size(stats.Bytes)}): {stats.Pending} pending, {stats.NeedsManual} in need of a person, "
        + $"{stats.Abandoned} abandoned, {stats.Held} held; {stats.EligibleNow} due now";

    private void WriteItems(QueueReport report)
    {
        lines.Line();
        lines.Add("Top items", Tone.Heading).Add($"  {report.TopItems.Count} of {report.Stats.Total}; priority is 10 for each attempt and 1 for each day", Tone.Faint).End();
        foreach (ReportedMove move in report.TopItems)
            WriteItem(move, report.At);
    }

    private void WriteItem(ReportedMove move, DateTimeOffset now)
    {
        PendingMove item = move.Item;
        Tone tone = item.Status is PendingStatus.Abandoned or PendingStatus.NeedsManual ? Tone.Bad : Tone.Warning;
        lines.Add($"{move.Rank.Priority,5}  ", Tone.Heading).Add(SafeText.Visible(item.Source.Value)).Add($" -> {SafeText.Visible(item.Destination.Value)}", Tone.Faint).End();
        lines.Add($"       {item.Id}  ", Tone.Faint).Add(WireNames.Of(item.Status), tone)
            .Add($"  {WireNames.Of(item.Reason)}, attempt {item.AttemptCount} of {move.MaxAttempts}, {Measures.Count(move.Rank.AgeDays, "day", "days")} old{SizeOf(item)}{NextOf(item, now)}").End();
        if (move.Obstacle.Holders.Count > 0)
            lines.Line($"       held by {SafeText.Visible(string.Join(", ", move.Obstacle.Holders))}");
        if (item.LastError is { } error)
            lines.Line($"       last error: {SafeText.Visible(SafeText.Shortened(error, ErrorLength))}", Tone.Faint);
    }

    private void WriteSuggestions(IReadOnlyList<Suggestion> suggestions)
    {
        if (suggestions.Count == 0)
            return;
        lines.Line();
        lines.Line("What to do", Tone.Heading);
        foreach (Suggestion suggestion in suggestions)
            lines.Add($"{WireNames.Of(suggestion.Priority),8}  ", ToneOf(suggestion.Priority)).Add(SafeText.Visible(SuggestionText.Of(suggestion))).End();
    }

    private void WriteWaits(QueueReport report)
    {
        if (WaitsText.Of(report) is not { } waits)
            return;
        lines.Line();
        lines.Line(waits, report.Waits.GaveUp > 0 ? Tone.Warning : Tone.Faint);
    }

    private static string SizeOf(PendingMove item) => item.BytesEstimate is { } bytes ? $", {Measures.Size(bytes)}" : "";

    private static string NextOf(PendingMove item, DateTimeOffset now) =>
        item.Status == PendingStatus.Pending ? $", next try {Measures.When(item.NextEligibleAt, now)}" : "";

    private static Tone ToneOf(SuggestionPriority priority) => priority switch
    {
        SuggestionPriority.High => Tone.Bad,
        SuggestionPriority.Medium => Tone.Warning,
        _ => Tone.Faint,
    };
}
