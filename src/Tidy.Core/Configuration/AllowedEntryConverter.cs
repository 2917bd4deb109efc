using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tidy.Core.Configuration;

/// <summary>An entry of <c>root.allow</c>: a pattern, or <c>{ "path": pattern, "reason": text }</c>.</summary>
internal sealed class AllowedEntryConverter : JsonConverter<AllowedEntry>
{
    public override AllowedEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <exception cref="JsonException">It is no such entry.</exception>
    public static AllowedEntry Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new AllowedEntry(reader.GetString()!, Reason: null);
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new BadValueException("should be a text, or an object with 'path' and 'reason'.");
        string? path = null;
        string? reason = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            if (key is "path")
                path = Text(ref reader, key, path);
            else if (key is "reason")
                reason = Text(ref reader, key, reason);
            else
                throw new BadValueException($"has the unknown key '{key}'{NearestWord.Hint(key, ["path", "reason"])} Valid keys are path, reason.");
        }

        return path is null ? throw new BadValueException("needs a 'path'.") : new AllowedEntry(path, reason);
    }

    public override void Write(Utf8JsonWriter writer, AllowedEntry value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("path", value.Path);
        writer.WriteString("reason", value.Reason);
        writer.WriteEndObject();
    }

    private static string Text(ref Utf8JsonReader reader, string key, string? before)
    {
        if (before is not null)
            throw new BadValueException($"has '{key}' twice.");
        return reader.Read() && reader.TokenType == JsonTokenType.String
            ? reader.GetString()!
            : throw new BadValueException($"needs a text as '{key}'.");
    }
}
