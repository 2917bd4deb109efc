using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Tidy.Pages.Overviews;

/// <summary>The JSON of an overview, schema version 1. It can stand in an HTML page as it is: <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> are escaped.</summary>
/// <remarks>It calls the generated write method itself: with an encoder of one's own, <see cref="JsonSerializer"/> walks metadata instead.</remarks>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WorkspaceOverview))]
public sealed partial class OverviewJson : JsonSerializerContext
{
    public static ReadOnlyMemory<byte> Bytes(WorkspaceOverview overview, bool indented = false)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        // Letters of all scripts stay readable; of what can be mistaken for markup nothing stays.
        JsonWriterOptions options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = indented, NewLine = "\n" };
        using (var json = new Utf8JsonWriter(buffer, options))
            Default.WorkspaceOverview.SerializeHandler!(json, overview);
        return buffer.WrittenMemory;
    }
}
