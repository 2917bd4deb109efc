using Tidy.Core.Reports;

namespace Tidy.Tool.Json;

/// <summary>The one object of <c>queue report --format json</c>. Where the reference system's report has the same, so are the names.</summary>
internal sealed record QueueReportJson(int SchemaVersion, string Command, DateTime Timestamp, QueueReportSummaryJson Summary)
{
    public required ReportedMoveJson[] TopItems { get; init; }

    public required SuggestionJson[] SuggestedActions { get; init; }

    public required LockWaitsJson LockWaits { get; init; }

    public required FindingJson[] Findings { get; init; }

    public required int ExitCode { get; init; }

    public static QueueReportJson Of(QueueReport report) =>
        new(RunJson.Version, "queue report", report.At.UtcDateTime, QueueReportSummaryJson.Of(report))
        {
            TopItems = [.. report.TopItems.Select(ReportedMoveJson.Of)],
            SuggestedActions = [.. report.Suggestions.Select(SuggestionJson.Of)],
            LockWaits = LockWaitsJson.Of(report.Waits, report.LookBack),
            Findings = [.. report.Findings.Select(FindingJson.Of)],
            ExitCode = 0,
        };
}
