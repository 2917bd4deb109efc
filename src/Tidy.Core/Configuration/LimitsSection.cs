using System.Text.Json.Serialization;

namespace Tidy.Core.Configuration;

internal sealed class LimitsSection
{
    public int? MaxMoves { get; set; }

    [JsonConverter(typeof(ByteSizeConverter))]
    public long? MaxBytes { get; set; }
}
