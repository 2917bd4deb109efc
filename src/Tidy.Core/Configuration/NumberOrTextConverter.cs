using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tidy.Core.Configuration;

/// <summary>Keeps a size or a duration as it is written, a number included, so that one place says what is valid.</summary>
internal sealed class NumberOrTextConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => throw new BadValueException("should be a number or a text."),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
