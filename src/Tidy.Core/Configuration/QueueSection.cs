using System.Text.Json.Serialization;

namespace Tidy.Core.Configuration;

internal sealed class QueueSection
{
    [JsonConverter(typeof(NumberOrTextConverter))]
    public string? BaseBackoff { get; set; }

    [JsonConverter(typeof(NumberOrTextConverter))]
    public string? MaxBackoff { get; set; }

    public int? MaxAttempts { get; set; }

    [JsonConverter(typeof(NumberOrTextConverter))]
    public string? AbandonAfter { get; set; }

    public string? Order { get; set; }

    public int? MaxItems { get; set; }

    [JsonConverter(typeof(NumberOrTextConverter))]
    public string? MaxBytes { get; set; }
}
