using System.Text.Json.Serialization;

namespace Tidy.Core.Configuration;

internal sealed class RootSection
{
    [JsonConverter(typeof(EnumConverter<RootPolicy>))]
    public RootPolicy? Policy { get; set; }

    public List<AllowedEntry?>? Allow { get; set; }
}
