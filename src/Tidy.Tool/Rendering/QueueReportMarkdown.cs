using Tidy.Core;
using Tidy.Core.Queue;
using Tidy.Core.Reports;

namespace Tidy.Tool.Rendering;

/// <summary>The report of the queue for an issue, a wiki or a chat.</summary>
internal sealed class QueueReportMarkdown(TextWriter data)
{
    private const int ErrorLength = 50;

    private readonly MarkdownPage page = new(data);

    public void Write(QueueReport report)
    {
        page.Line("### dotnet tidy queue report");
        page.Line();
        page.Line(report.Stats.Total == 0 ? "The queue is empty." : $"{Measures.Utc(report.At)}: {QueueReportText.SummaryOf(report.Stats)}.");
        page.Table("Top items", "| Priority | Attempts | Age | Size | Status | Reason | File | To | Held by | Last error | Next try | Id |",
            report.TopItems.Select(m => Row(m, report.At)));
        page.Table("Suggested actions", "| Priority | Action |", report.Suggestions.Select(s =>
            $"| {MarkOf(s.Priority)} {WireNames.Of(s.Priority)} | {SafeText.Markdown(SuggestionText.Of(s))} |"));
        if (WaitsText.Of(report) is { } waits)
        {
            page.Line();
            page.Line($"{waits}.");
        }
    }

    private static string Row(ReportedMove move, DateTimeOffset now)
    {
        PendingMove item = move.Item;
        string[] cells =
        [
            $"{move.Rank.Priority}",
            $"{item.AttemptCount} of {move.MaxAttempts}",
            $"{move.Rank.AgeDays} d",
            item.BytesEstimate is { } bytes ? Measures.Size(bytes) : "",
            SafeText.Markdown(WireNames.Of(item.Status)),
            SafeText.Markdown(WireNames.Of(item.Reason)),
            MarkdownPage.Code(item.Source.Value),
            MarkdownPage.Code(item.Destination.Value),
            SafeText.Markdown(string.Join(", ", move.Obstacle.Holders)),
            item.LastError is { } error ? SafeText.Markdown(SafeText.Shortened(error, ErrorLength)) : "",
            item.Status == PendingStatus.Pending ? Measures.When(item.NextEligibleAt, now) : "",
            MarkdownPage.Code(item.Id),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static string MarkOf(SuggestionPriority priority) => priority switch
    {
        SuggestionPriority.High => "🔴",
        SuggestionPriority.Medium => "🟡",
        _ => "⚪",
    };
}
