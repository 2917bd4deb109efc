using System.Text.Json.Serialization;

namespace Tidy.Core.Configuration;

internal sealed class QueueSection
{
    [JsonConverter(typeof(DurationConverter))]
    public TimeSpan? BaseBackoff { get; set; }

    [JsonConverter(typeof(DurationConverter))]
    public TimeSpan? MaxBackoff { get; set; }

    public int? MaxAttempts { get; set; }

    [JsonConverter(typeof(DurationConverter))]
    public TimeSpan? AbandonAfter { get; set; }

    [JsonConverter(typeof(EnumConverter<QueueOrder>))]
    public QueueOrder? Order { get; set; }

    public int? MaxItems { get; set; }

    [JsonConverter(typeof(ByteSizeConverter))]
    public long? MaxBytes { get; set; }
}
