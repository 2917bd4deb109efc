using System.Text;
using System.Text.Json;

namespace Tidy.Core.Configuration;

/// <summary>
/// Finds places in a JSON text again, by reading it a second time. Only errors pay for it: the serializer keeps no positions, and
/// those in its exceptions are after the token, not at it.
/// </summary>
internal sealed class JsonPlaces(byte[] json)
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Line and column, both from 1; the column counts UTF-16 units as editors do.</summary>
    public static (int Line, int Column) LineAndColumn(ReadOnlySpan<byte> json, long offset)
    {
        ReadOnlySpan<byte> before = json[..(int)Math.Min(offset, json.Length)];
        int lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    /// <summary>The offset of a line (from 0) and a number of bytes in it, as a <see cref="JsonException"/> has them.</summary>
    public long OfException(JsonException e)
    {
        int start = 0;
        for (long line = e.LineNumber ?? 0; line > 0; line--)
            start += json.AsSpan(start).IndexOf((byte)'\n') + 1;
        return start + (e.BytePositionInLine ?? 0);
    }

    /// <summary>The token that ends at <paramref name="end"/>: where it starts, and its name when it is a key.</summary>
    public (long Start, string? Key) TokenEndingAt(long end)
    {
        var reader = new Utf8JsonReader(json, Lenient);
        while (reader.Read())
        {
            if (reader.BytesConsumed >= end)
                return (reader.TokenStartIndex, reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null);
        }

        return (end, null);
    }

    /// <summary>Where the value of <paramref name="path"/> starts, or the nearest value around it that exists.</summary>
    public long OfPath(string path)
    {
        var reader = new Utf8JsonReader(json, Lenient);
        Enter(ref reader, Segments(path));
        return reader.TokenStartIndex;
    }

    /// <summary>Where the key at the end of <paramref name="path"/> is written for the second time, or null.</summary>
    public long? OfRepeatedKey(string path)
    {
        string[] segments = Segments(path);
        var reader = new Utf8JsonReader(json, Lenient);
        if (!Enter(ref reader, segments.AsSpan(..^1)) || reader.TokenType != JsonTokenType.StartObject)
            return null;
        bool seen = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool same = reader.ValueTextEquals(segments[^1]);
            if (same && seen)
                return reader.TokenStartIndex;
            seen |= same;
            reader.Skip();
        }

        return null;
    }

    public int? VersionOrNull()
    {
        try
        {
            var reader = new Utf8JsonReader(json, Lenient);
            return reader.Read() && EnterKey(ref reader, "version") && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int version)
                ? version
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary><c>rules[2].to</c> as <c>rules</c>, <c>2</c>, <c>to</c>.</summary>
    public static string[] Segments(string path) => path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reads up to the value at the end of the path; false, and at the value around it, when that is not there.</summary>
    private static bool Enter(ref Utf8JsonReader reader, ReadOnlySpan<string> segments)
    {
        reader.Read();
        foreach (string segment in segments)
        {
            Utf8JsonReader around = reader;
            if (int.TryParse(segment, out int index) ? EnterItem(ref reader, index) : EnterKey(ref reader, segment))
                continue;
            reader = around;
            return false;
        }

        return true;
    }

    private static bool EnterKey(ref Utf8JsonReader reader, string key)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool found = reader.ValueTextEquals(key);
            reader.Read();
            if (found)
                return true;
            reader.Skip();
        }

        return false;
    }

    private static bool EnterItem(ref Utf8JsonReader reader, int index)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (index-- == 0)
                return true;
            reader.Skip();
        }

        return false;
    }
}
