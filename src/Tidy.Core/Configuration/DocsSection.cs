using System.Text.Json.Serialization;

namespace Tidy.Core.Configuration;

internal sealed class DocsSection
{
    public string? Path { get; set; }

    public List<string?>? TruthSources { get; set; }

    public List<string?>? Allow { get; set; }

    public List<string?>? AllowDirs { get; set; }

    [JsonConverter(typeof(EnumConverter<DocsMode>))]
    public DocsMode? Mode { get; set; }
}
