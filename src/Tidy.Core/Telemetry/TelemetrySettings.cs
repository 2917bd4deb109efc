using Tidy.Core.Metrics;

namespace Tidy.Core.Telemetry;

/// <summary>The section <c>telemetry</c> of <c>settings.json</c>.</summary>
public sealed record TelemetrySettings
{
    /// <summary>Null: nothing is sent to anybody.</summary>
    public OtlpSettings? Otlp { get; init; }

    public IReadOnlyList<NamedWorkspace> Workspaces { get; init; } = [];
}
