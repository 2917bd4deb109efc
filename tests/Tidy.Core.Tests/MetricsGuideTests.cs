using Tidy.Core.Metrics;

namespace Tidy.Core.Tests;

/// <summary>The table in <c>docs/metrics.md</c> is made of the code.</summary>
[TestClass]
public sealed class MetricsGuideTests
{
    private const string Begin = "<!-- metrics -->\n";
    private const string End = "<!-- end of metrics -->";

    [TestMethod]
    public void TheTableInTheGuide_IsThatOfTheCode()
    {
        string guide = Guides.Read("metrics.md");
        string table = "| Prometheus | Labels besides `workspace` | OpenTelemetry | Meaning |\n|---|---|---|---|\n" + string.Concat(MetricTable.All.Select(Row));
        int from = guide.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        GeneratedFile.IsInStep("docs/metrics.md", "guides/metrics.md", guide[..from] + table + guide[guide.IndexOf(End, StringComparison.Ordinal)..]);
    }

    private static string Row(Metric metric)
    {
        string labels = metric.LabelNames.Count == 0 ? "" : string.Join(", ", metric.LabelNames.Select(l => $"`{l}`"));
        string unit = metric.Unit.Length == 0 ? "" : $", `{metric.Unit}`";
        return $"| `{metric.PrometheusName}` | {labels} | `{metric.Name}`{unit} | {metric.Meaning} |\n";
    }
}
