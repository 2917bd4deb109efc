using System.Text.Json.Nodes;
using Tidy.Core.Configuration;
using Tidy.Core.Metrics;

namespace Tidy.Core.Telemetry;

/// <summary>The keys of <c>telemetry</c> in <c>settings.json</c>. <c>otlp</c> is an object, or true for one in which nothing is said.</summary>
internal static class TelemetryKeys
{
    private static readonly KeyTable<OtlpSettings> OtlpKeys = new(
        "OTLP",
        new OtlpSettings(),
        Key<OtlpSettings>.Of("endpoint", new Value<Uri>(Endpoint, ValueSchemas.Text), (otlp, endpoint) => otlp with { Endpoint = endpoint }, _ => null,
            "The collector, such as `https://otel.example.com:4318`; for HTTP without `/v1/metrics`. Without it: `OTEL_EXPORTER_OTLP_ENDPOINT`, else port 4318 (`grpc`: 4317) of this machine."),
        Key<OtlpSettings>.Of("protocol", Values.Word(OtlpTarget.Protocols), (otlp, word) => otlp with { Protocol = (OtlpProtocol)word }, _ => null,
            "`http/protobuf` or `grpc`. Without it: `OTEL_EXPORTER_OTLP_PROTOCOL`, else `http/protobuf`."));

    private static readonly KeyTable<NamedWorkspace> WorkspaceKeys = new(
        "Named workspace",
        new NamedWorkspace("", ""),
        Key<NamedWorkspace>.Required("path", new Value<string>(AbsolutePath, ValueSchemas.Text), (workspace, path) => workspace with { Path = path },
            "Its absolute path on this machine."),
        Key<NamedWorkspace>.Required("name", new Value<string>(Name, ValueSchemas.Text), (workspace, name) => workspace with { Name = name },
            "What metrics call it: 1 to 64 letters, digits, `.`, `-` and `_`."));

    public static readonly KeyTable<TelemetrySettings> All = new(
        "Telemetry",
        new TelemetrySettings(),
        Key<TelemetrySettings>.Of("otlp", new Value<OtlpSettings?>(Otlp, OtlpSchema), (telemetry, otlp) => telemetry with { Otlp = otlp }, _ => null,
            "Sends metrics to a collector after each run that did something. `true`: to the one that the environment names."),
        Key<TelemetrySettings>.Of("workspaces", Values.List(new Value<NamedWorkspace>(Workspace, () => ObjectSchema.Of(WorkspaceKeys))), (telemetry, list) => telemetry with { Workspaces = list }, _ => null,
            "Names for workspaces: `{ \"path\": \"/home/ann/shop\", \"name\": \"shop\" }`. One without a name is called by eight hex digits."));

    private static OtlpSettings? Otlp(ref ValueReader json) => json.IsFlag
        ? (json.Flag() ? OtlpKeys.Empty : null)
        : json.Object(OtlpKeys, OtlpKeys.Empty, "true, or an object with 'endpoint' and 'protocol'.");

    private static JsonObject OtlpSchema()
    {
        JsonObject schema = ObjectSchema.Of(OtlpKeys);
        schema["type"] = new JsonArray("boolean", "object");
        return schema;
    }

    private static Uri Endpoint(ref ValueReader json)
    {
        string text = json.Text();
        return OtlpTarget.ProblemOfEndpoint(text) is { } problem ? throw json.Problem($"is no endpoint: {problem}.") : new Uri(text);
    }

    private static NamedWorkspace Workspace(ref ValueReader json)
    {
        NamedWorkspace named = json.Object(WorkspaceKeys, WorkspaceKeys.Empty, "an object with 'path' and 'name'.");
        if (named.Path.Length == 0)
            throw json.Problem("needs a 'path'.");
        return named.Name.Length > 0 ? named : throw json.Problem("needs a 'name'.");
    }

    private static string AbsolutePath(ref ValueReader json)
    {
        string path = json.Text();
        return Path.IsPathFullyQualified(path) ? path : throw json.Problem($"cannot be '{path}': it must be an absolute path.");
    }

    private static string Name(ref ValueReader json)
    {
        string name = json.Text();
        return NamedWorkspace.IsName(name) ? name : throw json.Problem($"cannot be '{name}'. {NamedWorkspace.ValidNames}");
    }
}
