using Tidy.Core;
using Tidy.Core.Queue;

namespace Tidy.Pages.Overviews;

/// <param name="Status"><c>healthy</c>, <c>warning</c> or <c>error</c>.</param>
public sealed record HealthOverview(string Status, IReadOnlyList<IssueOverview> Issues)
{
    internal static HealthOverview Of(QueueHealth health, ShownText text) =>
        new(WireNames.Of(health.Status), [.. health.Issues.Select(i => new IssueOverview(Codes.QueueUnwell, WireNames.Of(i.Severity), text.Of(i.Message)))]);
}
