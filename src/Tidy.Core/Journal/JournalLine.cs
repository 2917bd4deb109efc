using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Tidy.Core.Journal;

/// <summary>A journal line is <c>crc32c SP json LF</c>: eight lower-case hex digits over the JSON bytes.</summary>
internal static class JournalLine
{
    private const int CrcLength = 8;
    private const int PrefixLength = CrcLength + 1;
    private static readonly StandardFormat Hex = new('x', CrcLength);

    public static void Write(ArrayBufferWriter<byte> buffer, Utf8JsonWriter json, JournalRecord record)
    {
        int start = buffer.WrittenCount;
        buffer.GetSpan(PrefixLength);
        buffer.Advance(PrefixLength);
        json.Reset(buffer);
        JsonSerializer.Serialize(json, record, JournalJson.Default.JournalRecord);
        json.Flush();
        Span<byte> line = System.Runtime.InteropServices.MemoryMarshal.AsMemory(buffer.WrittenMemory)[start..].Span;
        Utf8Formatter.TryFormat(Crc32C.Of(line[PrefixLength..]), line, out _, Hex);
        line[CrcLength] = (byte)' ';
        buffer.Write("\n"u8);
    }

    /// <summary>A whole journal.</summary>
    public static byte[] Bytes(IReadOnlyList<JournalRecord> records)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer);
        foreach (JournalRecord record in records)
            Write(buffer, json, record);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads one line without its LF; null when it is torn, flipped or not ours.</summary>
    public static JournalRecord? Read(ReadOnlySpan<byte> line)
    {
        if (line.Length <= PrefixLength || line[CrcLength] != (byte)' '
            || !Utf8Parser.TryParse(line[..CrcLength], out uint crc, out int used, 'x') || used != CrcLength
            || crc != Crc32C.Of(line[PrefixLength..]))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(line[PrefixLength..], JournalJson.Default.JournalRecord) is { HasKnownValues: true } record ? record : null;
        }
        catch (JsonException)
        {
            return null; // the sum is right, so this is another version's line: it ends what can be believed
        }
    }
}
