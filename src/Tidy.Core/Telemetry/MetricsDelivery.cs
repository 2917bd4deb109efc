using Tidy.Core.Delivery;
using Tidy.Core.Metrics;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Telemetry;

/// <summary>
/// Brings the figures of a workspace to the collector of this user's settings. It remembers nothing: counters are cumulative, so there is always
/// something to deliver, and a crash at any moment costs nothing.
/// </summary>
/// <param name="version">Of the tool.</param>
public sealed class MetricsDelivery(WorkspaceRoot root, RunServices services, TelemetrySettings settings, string version) : IDelivery
{
    public const string DeliveryName = "metrics";

    public string Name => DeliveryName;

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Whether the settings ask for it, and no variable forbids it.</summary>
    public bool IsWanted => settings.Otlp is not null && !OtlpTarget.IsSwitchedOff(Variable);

    public bool Deliver(CancellationToken cancel)
    {
        if (settings.Otlp is not { } otlp || !IsWanted)
            return false;
        WorkspaceFigures figures = new FiguresReader(services).Read(root, WorkspaceNames.Of(root.FullPath, settings.Workspaces));
        TelemetryResource resource = TelemetryResource.Of(version, Environment.MachineName, Variable);
        new OtlpClient(OtlpTarget.Of(otlp, Variable), resource, version).Send([figures], cancel).GetAwaiter().GetResult();
        return true;
    }
}
