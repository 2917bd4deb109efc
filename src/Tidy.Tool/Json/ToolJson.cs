using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Tidy.Tool.Sarif;

namespace Tidy.Tool.Json;

/// <summary>Writes the tool's JSON: indented objects for people and files, one line for events.</summary>
/// <remarks>
/// It calls the generated write methods themselves: with <see cref="JsonSerializer"/> an encoder of one's own makes it fall back
/// to walking metadata.
/// </remarks>
internal static class ToolJson
{
    // The relaxed encoder keeps é and < readable; it still escapes control characters and quotes. Nothing of this goes into HTML.
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Indented = OneLine with { Indented = true, NewLine = "\n" };

    /// <summary>As <see cref="WriteObject"/>, for a file.</summary>
    public static byte[] Bytes<T>(T value) => Encoding.UTF8.GetBytes(Text(value, Indented, Handler<T>()) + "\n");

    public static void WriteObject<T>(TextWriter writer, T value)
    {
        writer.Write(Text(value, Indented, Handler<T>()));
        writer.Write('\n');
    }

    public static void WriteSarif(TextWriter writer, SarifLog log)
    {
        writer.Write(Text(log, Indented, SarifJsonContext.Default.SarifLog.SerializeHandler!));
        writer.Write('\n');
    }

    /// <summary>One line: the value's keys behind <c>"event":NAME</c>.</summary>
    public static void WriteEvent<T>(TextWriter writer, string name, T value)
    {
        writer.Write($"{{\"event\":\"{name}\",");
        writer.Write(Text(value, OneLine, Handler<T>()).AsSpan(1));
        writer.Write('\n');
    }

    /// <exception cref="JsonException">It is not JSON, or not that object.</exception>
    public static RunJson? ReadRun(Stream stream) => JsonSerializer.Deserialize(stream, ToolJsonContext.Default.RunJson);

    private static Action<Utf8JsonWriter, T> Handler<T>() => ((JsonTypeInfo<T>)ToolJsonContext.Default.GetTypeInfo(typeof(T))!).SerializeHandler!;

    private static string Text<T>(T value, JsonWriterOptions options, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, options))
            write(json, value);

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
