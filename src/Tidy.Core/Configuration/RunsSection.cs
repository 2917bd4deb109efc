using System.Text.Json.Serialization;

namespace Tidy.Core.Configuration;

internal sealed class RunsSection
{
    public string? Path { get; set; }

    public int? KeepLast { get; set; }

    [JsonConverter(typeof(NumberOrTextConverter))]
    public string? MinAge { get; set; }

    public List<string?>? Protect { get; set; }

    public string? ArchiveTo { get; set; }
}
