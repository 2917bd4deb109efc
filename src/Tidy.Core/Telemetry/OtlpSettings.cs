namespace Tidy.Core.Telemetry;

/// <summary>What <c>telemetry.otlp</c> says; the standard environment variables fill in what is left out.</summary>
public sealed record OtlpSettings
{
    /// <summary>An absolute http or https address without a password; of HTTP the part before <c>/v1/metrics</c>.</summary>
    public Uri? Endpoint { get; init; }

    public OtlpProtocol? Protocol { get; init; }
}
