namespace Tidy.Core.Telemetry;

/// <summary>How OTLP is spoken.</summary>
public enum OtlpProtocol
{
    /// <summary>A POST to <c>/v1/metrics</c>; usually port 4318.</summary>
    HttpProtobuf,

    /// <summary>A call over HTTP/2; usually port 4317.</summary>
    Grpc,
}
