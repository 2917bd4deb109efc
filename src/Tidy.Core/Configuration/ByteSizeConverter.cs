using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tidy.Core.Configuration;

internal sealed class ByteSizeConverter : JsonConverter<long>
{
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long bytes))
            return bytes;
        if (reader.TokenType != JsonTokenType.String)
            throw new BadValueException($"should be a size. {ByteSize.ValidValues}");
        string given = reader.GetString()!;
        return ByteSize.TryParse(given, out bytes) ? bytes : throw new BadValueException($"cannot be '{given}'. {ByteSize.ValidValues}");
    }

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
