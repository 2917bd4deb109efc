using System.Text.Json;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>Where a value stands in the bytes of a JSON text; with its key, when it has one.</summary>
/// <param name="Start">Of its key, or of the value itself.</param>
/// <param name="Depth">0 is the text itself.</param>
/// <param name="KeyEnd">Behind the key; <paramref name="Start"/> when there is none.</param>
internal readonly record struct JsonPart(int Start, int KeyEnd, int ValueStart, int End, int Depth)
{
    /// <summary>All values, also those of lines that are each a JSON text; of a text that is damaged, those before the damage.</summary>
    public static List<JsonPart> Of(byte[] json)
    {
        List<JsonPart> parts = [];
        Stack<JsonPart> open = [];
        (int Start, int End) key = (-1, -1);
        Utf8JsonReader reader = new(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowMultipleValues = true, MaxDepth = 1000 });
        try
        {
            while (reader.Read())
            {
                int start = (int)reader.TokenStartIndex, end = (int)reader.BytesConsumed;
                JsonPart part = key.Start >= 0 ? new JsonPart(key.Start, key.End, start, end, open.Count) : new JsonPart(start, start, start, end, open.Count);
                key = reader.TokenType == JsonTokenType.PropertyName ? (start, start + reader.ValueSpan.Length + 2) : (-1, -1);
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    open.Push(part);
                else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                    parts.Add(open.Pop() with { End = end });
                else if (reader.TokenType != JsonTokenType.PropertyName)
                    parts.Add(part);
            }
        }
        catch (JsonException)
        {
            // what was read until there is what can be edited
        }

        return parts;
    }
}
