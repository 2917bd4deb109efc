using System.Globalization;

namespace Tidy.Core.Metrics;

/// <summary>Metrics as text, each metric once with the values of all workspaces.</summary>
/// <param name="isOpenMetrics">
/// OpenMetrics 1.0; else the older text format of Prometheus, which the textfile collector of node_exporter reads. They differ in how a counter is
/// called, and in the end.
/// </param>
public sealed class MetricsText(TextWriter text, bool isOpenMetrics)
{
    public void Write(IReadOnlyList<WorkspaceFigures> workspaces)
    {
        foreach (Metric metric in MetricTable.All)
            Write(metric, workspaces);
        if (isOpenMetrics)
            text.Write("# EOF\n");
    }

    private void Write(Metric metric, IReadOnlyList<WorkspaceFigures> workspaces)
    {
        string name = isOpenMetrics ? metric.FamilyName : metric.PrometheusName;
        text.Write($"# HELP {name} {metric.Meaning}\n# TYPE {name} {(metric.Kind == MetricKind.Counter ? "counter" : "gauge")}\n");
        if (isOpenMetrics && metric.PrometheusUnit.Length > 0)
            text.Write($"# UNIT {name} {metric.PrometheusUnit}\n");
        foreach (WorkspaceFigures workspace in workspaces)
        {
            foreach (Sample sample in metric.Read(workspace))
                Write(metric.PrometheusName, workspace.Name, sample);
        }
    }

    /// <summary>No value needs escaping: labels are words of this program and names that were checked.</summary>
    private void Write(string name, string workspace, Sample sample)
    {
        text.Write($"{name}{{workspace=\"{workspace}\"");
        foreach (Label label in sample.Labels)
            text.Write($",{label.Name}=\"{label.Value}\"");
        text.Write(string.Create(CultureInfo.InvariantCulture, $"}} {sample.Value:R}\n"));
    }
}
