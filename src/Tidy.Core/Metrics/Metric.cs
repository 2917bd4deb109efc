namespace Tidy.Core.Metrics;

/// <summary>One metric, and all there is to say about it; <c>docs/metrics.md</c> is written from it.</summary>
/// <param name="Name">As OpenTelemetry has it: words in lower case, with dots between.</param>
/// <param name="Unit">As UCUM has it: <c>s</c>, <c>By</c>; in braces for what is only counted: <c>{file}</c>; empty for a number that is no amount.</param>
/// <param name="Meaning">A sentence without quotes, for a person who sees the number.</param>
/// <param name="Read">The values for one workspace.</param>
public sealed record Metric(string Name, MetricKind Kind, string Unit, string Meaning, Func<WorkspaceFigures, IEnumerable<Sample>> Read)
{
    /// <summary>Names of the labels besides the workspace's.</summary>
    public IReadOnlyList<string> LabelNames { get; init; } = [];

    /// <summary>The unit as Prometheus writes it out; empty for counts.</summary>
    public string PrometheusUnit => Unit switch
    {
        "s" => "seconds",
        "By" => "bytes",
        _ => "",
    };

    /// <summary>
    /// The name in Prometheus without the <c>_total</c> of a counter. Collectors make the same of <see cref="Name"/> and <see cref="Unit"/>, so alerts
    /// fit whichever way a value came.
    /// </summary>
    /// <remarks>OpenTelemetry specification, "Prometheus and OpenMetrics Compatibility", OTLP to Prometheus.</remarks>
    public string FamilyName => $"{Name.Replace('.', '_')}{(PrometheusUnit.Length == 0 ? "" : "_")}{PrometheusUnit}";

    /// <summary>The name of its values in Prometheus.</summary>
    public string PrometheusName => Kind == MetricKind.Counter ? FamilyName + "_total" : FamilyName;
}
