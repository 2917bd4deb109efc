using System.Text.Json.Serialization;

namespace Tidy.Core.Configuration;

internal sealed class GitSection
{
    [JsonConverter(typeof(EnumConverter<TrackedFilesPolicy>))]
    public TrackedFilesPolicy? Tracked { get; set; }
}
