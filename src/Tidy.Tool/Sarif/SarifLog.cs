using System.Text.Json.Serialization;

namespace Tidy.Tool.Sarif;

/// <summary>A file of the Static Analysis Results Interchange Format, version 2.1.0 (OASIS): what the tool needs of it, under its own names.</summary>
internal sealed record SarifLog(SarifRun[] Runs)
{
    [JsonPropertyOrder(-2)]
    [JsonPropertyName("$schema")]
    public string Schema { get; } = "https://json.schemastore.org/sarif-2.1.0.json";

    [JsonPropertyOrder(-1)]
    public string Version { get; } = "2.1.0";
}
