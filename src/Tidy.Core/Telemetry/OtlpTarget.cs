using System.Globalization;

namespace Tidy.Core.Telemetry;

/// <summary>A collector, and how to speak to it: what the settings say, and for what they leave out the standard variables of OpenTelemetry.</summary>
/// <param name="Address">Of the call itself.</param>
/// <param name="Headers">Secrets: never shown.</param>
/// <param name="Timeout">For connecting, sending and the answer together.</param>
public sealed record OtlpTarget(Uri Address, OtlpProtocol Protocol, IReadOnlyList<KeyValuePair<string, string>> Headers, TimeSpan Timeout)
{
    /// <summary>In the order of <see cref="OtlpProtocol"/>.</summary>
    public static readonly string[] Protocols = ["http/protobuf", "grpc"];

    private const string GrpcPath = "opentelemetry.proto.collector.metrics.v1.MetricsService/Export";
    private const string HttpPath = "v1/metrics";
    private const string Prefix = "OTEL_EXPORTER_OTLP_";

    /// <summary>The address without what may be a secret in it, for messages.</summary>
    public string Name => Address.GetLeftPart(UriPartial.Path);

    /// <param name="environment">Reads an environment variable.</param>
    /// <exception cref="TidyException">A variable is not what it should be.</exception>
    public static OtlpTarget Of(OtlpSettings settings, Func<string, string?> environment)
    {
        OtlpProtocol protocol = settings.Protocol ?? ProtocolOf(environment);
        (string variable, string? headers) = Find("HEADERS", environment);
        return new OtlpTarget(AddressOf(settings, protocol, environment), protocol, EnvironmentList.Parse(headers, variable), TimeoutOf(environment));
    }

    /// <summary>Whether the environment names a collector: enough for a person who asks to send, and not for sending unasked.</summary>
    public static bool IsInEnvironment(Func<string, string?> environment) => Find("ENDPOINT", environment).Value is not null;

    /// <summary>The standard variables that switch telemetry off.</summary>
    public static bool IsSwitchedOff(Func<string, string?> environment) =>
        string.Equals(environment("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase) || environment("OTEL_METRICS_EXPORTER") == "none";

    /// <returns>Null for one that is fine.</returns>
    public static string? ProblemOfEndpoint(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            return "it should be an absolute address with http or https, such as http://localhost:4318";
        if (uri.UserInfo.Length > 0)
            return $"a password has no place in it; put it into the environment variable {Prefix}HEADERS";
        return uri.Query.Length > 0 || uri.Fragment.Length > 0 ? "it should have no '?' and no '#'" : null;
    }

    /// <remarks>Specification of the OTLP exporter: the address for metrics is taken as it is, that for all signals gets the path.</remarks>
    private static Uri AddressOf(OtlpSettings settings, OtlpProtocol protocol, Func<string, string?> environment)
    {
        if (settings.Endpoint is { } said)
            return WithPath(said, protocol);
        (string variable, string? text) = Find("ENDPOINT", environment);
        if (text is null)
            return WithPath(new Uri(protocol == OtlpProtocol.Grpc ? "http://localhost:4317" : "http://localhost:4318"), protocol);
        if (ProblemOfEndpoint(text) is { } problem)
            throw Wrong(variable, problem);
        bool isWhole = variable == Prefix + "METRICS_ENDPOINT" && protocol == OtlpProtocol.HttpProtobuf;
        return isWhole ? new Uri(text) : WithPath(new Uri(text), protocol);
    }

    private static Uri WithPath(Uri endpoint, OtlpProtocol protocol)
    {
        string parent = endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/');
        string path = protocol == OtlpProtocol.Grpc ? GrpcPath : HttpPath;
        return new Uri(parent.EndsWith('/' + path, StringComparison.Ordinal) ? parent : $"{parent}/{path}");
    }

    private static OtlpProtocol ProtocolOf(Func<string, string?> environment)
    {
        (string variable, string? word) = Find("PROTOCOL", environment);
        int at = word is null ? 0 : Array.IndexOf(Protocols, word);
        return at >= 0 ? (OtlpProtocol)at : throw Wrong(variable, $"'{word}' is not spoken here. Valid values are {string.Join(", ", Protocols)}");
    }

    private static TimeSpan TimeoutOf(Func<string, string?> environment)
    {
        (string variable, string? text) = Find("TIMEOUT", environment);
        if (text is null)
            return TimeSpan.FromSeconds(10);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int milliseconds) && milliseconds > 0
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw Wrong(variable, "it should be a whole number of milliseconds above 0");
    }

    /// <summary>The variable for metrics goes before that for all signals; an empty one counts as not set.</summary>
    private static (string Variable, string? Value) Find(string name, Func<string, string?> environment)
    {
        foreach (string variable in (string[])[$"{Prefix}METRICS_{name}", Prefix + name])
        {
            if (environment(variable) is { Length: > 0 } value)
                return (variable, value);
        }

        return (Prefix + name, null);
    }

    private static TidyException Wrong(string variable, string problem) =>
        new(Codes.TelemetryMisconfigured, ExitCode.Usage, $"The environment variable {variable} cannot be used: {problem}.");
}
