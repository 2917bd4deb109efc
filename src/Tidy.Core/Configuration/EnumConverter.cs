using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tidy.Core.Configuration;

/// <summary>Reads a word of an enumeration in camelCase, exactly; the refusal lists the valid ones.</summary>
internal sealed class EnumConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        T[] values = Enum.GetValues<T>();
        string[] words = Array.ConvertAll(values, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
        if (reader.TokenType != JsonTokenType.String)
            throw new BadValueException($"should be a text. Valid values are {string.Join(", ", words)}.");
        string given = reader.GetString()!;
        int at = Array.IndexOf(words, given);
        return at >= 0 ? values[at] : throw new BadValueException($"cannot be '{given}'{NearestWord.Hint(given, words)} Valid values are {string.Join(", ", words)}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
}
