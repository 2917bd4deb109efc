using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Delivery;
using Tidy.Core.Metrics;
using Tidy.Core.Settings;
using Tidy.Core.Telemetry;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class MetricsPushCommand(CommandLineApplication app) : MetricsCommand(app)
{
    protected override void Execute(Invocation call, UserSettings settings, IReadOnlyList<WorkspaceFigures> figures)
    {
        Func<string, string?> environment = call.Console.Environment;
        if (OtlpTarget.IsSwitchedOff(environment))
        {
            Say(call, "Nothing was sent: the environment switches telemetry off (OTEL_SDK_DISABLED, OTEL_METRICS_EXPORTER).");
            return;
        }

        OtlpTarget target = OtlpTarget.Of(SettingsOf(settings, environment), environment);
        try
        {
            call.Engine.Send(target, figures, call.Cancellation);
        }
        catch (DeliveryException e)
        {
            throw new TidyException(Codes.TelemetryNotTaken, ExitCode.Unexpected, $"Metrics were not sent, or not all of them were taken: {e.Message}. No number is lost: the next push has them all.", e);
        }

        Say(call, $"Sent the metrics of {Measures.Count(figures.Count, "workspace", "workspaces")} to {target.Name}.");
    }

    /// <summary>Who asks to send need not say so in a file, too: in CI the environment is all there is.</summary>
    private static OtlpSettings SettingsOf(UserSettings settings, Func<string, string?> environment)
    {
        if (settings.Telemetry.Otlp is { } said)
            return said;
        return OtlpTarget.IsInEnvironment(environment) ? new OtlpSettings() : throw new TidyException(
            Codes.TelemetryMisconfigured,
            ExitCode.Usage,
            $"No collector is named: set OTEL_EXPORTER_OTLP_ENDPOINT, or \"telemetry\": {{ \"otlp\": {{ \"endpoint\": ... }} }} in '{UserSettings.PathOfThisUser()}'.");
    }

    private static void Say(Invocation call, string line)
    {
        if (!call.Common.Quiet)
            call.Lines().Line(line);
    }
}
