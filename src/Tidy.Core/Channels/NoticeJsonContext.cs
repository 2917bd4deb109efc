using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tidy.Core.Notices;

namespace Tidy.Core.Channels;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(NoticeJson))]
[JsonSerializable(typeof(ItemJson[]))]
[JsonSerializable(typeof(IReadOnlyList<WorkspaceSummary>))]
internal sealed partial class NoticeJsonContext : JsonSerializerContext
{
    /// <summary>Keeps é and &lt; readable; nothing of this goes into HTML.</summary>
    public static NoticeJsonContext Relaxed { get; } =
        new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
