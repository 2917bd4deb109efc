using System.Text.Json.Serialization;

namespace Tidy.Core.Configuration;

internal sealed class BuildSection
{
    [JsonConverter(typeof(NumberOrTextConverter))]
    public string? MinAge { get; set; }
}
