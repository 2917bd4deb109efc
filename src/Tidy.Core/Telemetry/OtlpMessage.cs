using Tidy.Core.Metrics;

namespace Tidy.Core.Telemetry;

/// <summary>
/// The figures of workspaces as an <c>ExportMetricsServiceRequest</c>. Counters are sent as they are on disk, cumulative since the first run: sent
/// twice they count once, and a push that was lost is made good by the next. There is nothing to remember between two pushes.
/// </summary>
/// <remarks>
/// Not by the SDK of OpenTelemetry for .NET: in it a counter begins when the process does, and cannot be told otherwise. To a collector each push would
/// be a restart, and a total since ever would be added up again; increments would not adjoin, which the Collector's Prometheus exporter takes for a
/// restart, too. Numbers of fields: opentelemetry-proto 1.x, metrics.proto and metrics_service.proto.
/// </remarks>
internal static class OtlpMessage
{
    private const ulong Cumulative = 2;

    public static byte[] Of(IReadOnlyList<WorkspaceFigures> workspaces, TelemetryResource resource, string version)
    {
        ProtobufWriter request = new();
        request.Message(1, resourceMetrics =>
        {
            resourceMetrics.Message(1, r => Attributes(r, 1, resource.Attributes));
            resourceMetrics.Message(2, scopeMetrics =>
            {
                scopeMetrics.Message(1, scope => Scope(scope, version));
                foreach (Metric metric in MetricTable.All)
                    scopeMetrics.Message(2, m => Write(m, metric, workspaces));
            });
        });
        return request.ToArray();
    }

    private static void Scope(ProtobufWriter scope, string version)
    {
        scope.Text(1, "tidy");
        scope.Text(2, version);
    }

    private static void Write(ProtobufWriter message, Metric metric, IReadOnlyList<WorkspaceFigures> workspaces)
    {
        message.Text(1, metric.Name);
        message.Text(2, metric.Meaning);
        message.Text(3, metric.Unit);
        if (metric.Kind == MetricKind.Gauge)
            message.Message(5, gauge => Points(gauge, metric, workspaces));
        else
            message.Message(7, sum => Sum(sum, metric, workspaces));
    }

    private static void Sum(ProtobufWriter sum, Metric metric, IReadOnlyList<WorkspaceFigures> workspaces)
    {
        Points(sum, metric, workspaces);
        sum.Number(2, Cumulative);
        sum.Number(3, 1); // monotonic
    }

    private static void Points(ProtobufWriter message, Metric metric, IReadOnlyList<WorkspaceFigures> workspaces)
    {
        foreach (WorkspaceFigures workspace in workspaces)
        {
            foreach (Sample sample in metric.Read(workspace))
                message.Message(1, point => Point(point, metric.Kind, workspace, sample));
        }
    }

    private static void Point(ProtobufWriter point, MetricKind kind, WorkspaceFigures workspace, Sample sample)
    {
        if (kind == MetricKind.Counter)
            point.Fixed(2, Nanoseconds(workspace.CountedSince));
        point.Fixed(3, Nanoseconds(workspace.At));
        point.Fraction(4, sample.Value);
        Attributes(point, 7, [new("workspace", workspace.Name), .. sample.Labels.Select(l => new KeyValuePair<string, string>(l.Name, l.Value))]);
    }

    private static void Attributes(ProtobufWriter message, int field, IEnumerable<KeyValuePair<string, string>> attributes)
    {
        foreach ((string name, string value) in attributes)
        {
            message.Message(field, attribute =>
            {
                attribute.Text(1, name);
                attribute.Message(2, v => v.Text(1, value));
            });
        }
    }

    private static ulong Nanoseconds(DateTimeOffset time) => (ulong)Math.Max(0, (time - DateTimeOffset.UnixEpoch).Ticks) * 100;
}
