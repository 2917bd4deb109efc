using System.Text.Json.Serialization;

namespace Tidy.Core.Configuration;

internal sealed class BuildSection
{
    [JsonConverter(typeof(DurationConverter))]
    public TimeSpan? MinAge { get; set; }
}
