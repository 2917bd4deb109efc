namespace Tidy.Core.Telemetry;

/// <summary>Who sends: what a collector keeps beside all values. It has the name of the machine, and no path.</summary>
/// <param name="Attributes">Names of the semantic conventions of OpenTelemetry.</param>
public sealed record TelemetryResource(IReadOnlyList<KeyValuePair<string, string>> Attributes)
{
    /// <param name="version">Of the tool.</param>
    /// <param name="machine">A fleet needs to tell its machines apart; Prometheus makes the label <c>instance</c> of the instance's id.</param>
    /// <param name="environment">Reads an environment variable: what a person says in the standard ones wins.</param>
    /// <exception cref="TidyException">A variable is not what it should be.</exception>
    public static TelemetryResource Of(string version, string machine, Func<string, string?> environment)
    {
        const string Variable = "OTEL_RESOURCE_ATTRIBUTES";
        OrderedDictionary<string, string> attributes = new()
        {
            ["service.name"] = "tidy",
            ["service.version"] = version,
            ["service.instance.id"] = machine,
            ["host.name"] = machine,
        };
        foreach ((string name, string value) in EnvironmentList.Parse(environment(Variable), Variable))
            attributes[name] = value;
        if (environment("OTEL_SERVICE_NAME") is { Length: > 0 } service)
            attributes["service.name"] = service;
        return new TelemetryResource([.. attributes]);
    }
}
