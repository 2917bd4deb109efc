using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Tidy.Tool.Json;

/// <summary>Writes the tool's JSON: indented objects for people and files, one line for events.</summary>
internal static class ToolJson
{
    /// <remarks>
    /// The relaxed encoder keeps <c>é</c> and <c>&lt;</c> readable; it still escapes control characters and quotes. Nothing of this
    /// goes into HTML.
    /// </remarks>
    private static readonly ToolJsonContext Indented = new(Options(indented: true));

    private static readonly ToolJsonContext OneLine = new(Options(indented: false));

    public static void WriteObject<T>(TextWriter writer, T value)
    {
        writer.Write(Text(Indented, value));
        writer.Write('\n');
    }

    /// <summary>One line: the value's keys behind <c>"event":NAME</c>.</summary>
    public static void WriteEvent<T>(TextWriter writer, string name, T value)
    {
        writer.Write($"{{\"event\":\"{name}\",");
        writer.Write(Text(OneLine, value).AsSpan(1));
        writer.Write('\n');
    }

    /// <exception cref="JsonException">It is not JSON, or not that object.</exception>
    public static RunJson? ReadRun(Stream stream) => JsonSerializer.Deserialize(stream, Indented.RunJson);

    private static string Text<T>(ToolJsonContext context, T value) =>
        JsonSerializer.Serialize(value, (JsonTypeInfo<T>)context.GetTypeInfo(typeof(T))!);

    private static JsonSerializerOptions Options(bool indented) => new()
    {
        WriteIndented = indented,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
    };
}
