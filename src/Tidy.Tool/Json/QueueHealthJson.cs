using Tidy.Core;
using Tidy.Core.Queue;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Json;

/// <summary>The one object of <c>queue health --format json</c>.</summary>
/// <param name="Status"><c>healthy</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Stats">Null when the queue could not be read.</param>
/// <param name="Findings">The issues once more, as other commands tell of them.</param>
internal sealed record QueueHealthJson(int SchemaVersion, string Command, string Status, HealthIssueJson[] Issues, StatsJson? Stats, FindingJson[] Findings)
{
    public required HealthValuesJson Values { get; init; }

    public required HealthValuesJson Thresholds { get; init; }

    public required LockWaitsJson LockWaits { get; init; }

    public required int ExitCode { get; init; }

    public static QueueHealthJson Of(QueueHealth health, ExitCode exit) => new(
        RunJson.Version,
        "queue health",
        WireNames.Of(health.Status),
        [.. health.Issues.Select(i => new HealthIssueJson(WireNames.Of(i.Check), WireNames.Of(i.Severity), i.Message))],
        health.Stats is { } stats ? StatsJson.Of(stats) : null,
        [.. health.Issues.Select(i => FindingJson.Of(HealthFindings.Of(i)))])
    {
        Values = HealthValuesJson.Of(health),
        Thresholds = HealthValuesJson.Of(health.Thresholds),
        LockWaits = LockWaitsJson.Of(health.Waits, health.Thresholds.LookBack),
        ExitCode = (int)exit,
    };
}
