using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tidy.Core.Configuration;

/// <summary>A bare number is refused: nobody can tell whether 30 means seconds or days.</summary>
internal sealed class DurationConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new BadValueException($"should be a text with a unit. {Duration.ValidValues}");
        string given = reader.GetString()!;
        return Duration.TryParse(given, out var value) ? value : throw new BadValueException($"cannot be '{given}'. {Duration.ValidValues}");
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(Duration.Format(value));
}
