using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tidy.Core.Queue;

/// <summary>The bounds in force, for whoever reads the file; Tidy itself goes by its configuration.</summary>
internal sealed class QueueFileDefaults
{
    public int? MaxAttempts { get; set; }

    public double? AbandonAfterDays { get; set; }

    public double? BaseBackoffSeconds { get; set; }

    public double? MaxBackoffSeconds { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? UnknownFields { get; set; }
}
