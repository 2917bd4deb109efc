using System.Text.Json.Serialization;

namespace Tidy.Core.Configuration;

internal sealed class LimitsSection
{
    public int? MaxMoves { get; set; }

    [JsonConverter(typeof(NumberOrTextConverter))]
    public string? MaxBytes { get; set; }
}
