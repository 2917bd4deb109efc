namespace Tidy.Core.Metrics;

public enum MetricKind
{
    /// <summary>A sum that only grows.</summary>
    Counter,

    /// <summary>What is so now.</summary>
    Gauge,
}
