using System.Text.Json.Serialization;

namespace Tidy.Tool.Sarif;

/// <param name="CodeAndPath">The same in each run for the same thing at the same place: whoever keeps results knows it again.</param>
internal sealed record SarifFingerprints([property: JsonPropertyName("codeAndPath/v1")] string CodeAndPath);
