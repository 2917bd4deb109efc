using System.Text.Json.Serialization;

namespace Tidy.Tool.Sarif;

/// <summary>The folders that relative addresses are counted from.</summary>
internal sealed record SarifBases([property: JsonPropertyName(SarifBases.Root)] SarifArtifactLocation Workspace)
{
    public const string Root = "SRCROOT";
}
