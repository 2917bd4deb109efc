using System.Text;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>One damage to the bytes of a document. Every number is fit to the document, so that each edit does something to any of them.</summary>
/// <param name="At">Where: a byte, a line or a value, by kind.</param>
/// <param name="Length">Of how much, for those that have an extent.</param>
/// <param name="Pick">Which odd value.</param>
internal sealed record Edit(EditKind Kind, int At, int Length, int Pick)
{
    public byte[] Of(byte[] bytes) => Kind switch
    {
        _ when bytes.Length == 0 => OddValues.Pick(Pick),
        EditKind.Cut => bytes[..(At % bytes.Length)],
        EditKind.FlipBit => Flipped(bytes),
        EditKind.InsertBytes => Spliced(bytes, At % (bytes.Length + 1), 0, OddValues.Bytes(Pick)),
        EditKind.DeleteBytes => Spliced(bytes, At % bytes.Length, Extent(bytes), []),
        EditKind.RepeatBytes => Spliced(bytes, At % bytes.Length, 0, bytes.AsSpan(At % bytes.Length, Extent(bytes))),
        EditKind.SwapLines => Swapped(bytes),
        _ => OfJson(bytes),
    };

    private int Extent(byte[] bytes) => Math.Min(1 + Length, bytes.Length - (At % bytes.Length));

    private byte[] Flipped(byte[] bytes)
    {
        byte[] flipped = [.. bytes];
        flipped[At % bytes.Length] ^= (byte)(1 << (Pick % 8));
        return flipped;
    }

    private byte[] Swapped(byte[] bytes)
    {
        string[] lines = Encoding.Latin1.GetString(bytes).Split('\n');
        int one = At % lines.Length, other = Pick % lines.Length;
        (lines[one], lines[other]) = (lines[other], lines[one]);
        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    private byte[] OfJson(byte[] bytes)
    {
        List<JsonPart> parts = JsonPart.Of(bytes);
        if (Kind is EditKind.RemoveProperty or EditKind.RepeatProperty or EditKind.RenameProperty)
            parts.RemoveAll(static p => p.KeyEnd == p.Start);
        if (parts.Count == 0)
            return Flipped(bytes);
        List<JsonPart> shallow = parts.FindAll(static p => p.Depth <= 1); // few among many, and what they break is the whole
        JsonPart part = At % 3 == 0 && shallow.Count > 0 ? shallow[At / 3 % shallow.Count] : parts[At % parts.Count];
        return Kind switch
        {
            EditKind.ReplaceValue => Spliced(bytes, part.ValueStart, part.End - part.ValueStart, OddValues.Pick(Pick)),
            EditKind.RemoveProperty => Spliced(bytes, part.Start, EndWithComma(bytes, part) - part.Start, []),
            EditKind.RepeatProperty => Spliced(bytes, part.Start, 0, [.. bytes.AsSpan(part.Start, part.KeyEnd - part.Start), (byte)':', .. OddValues.Pick(Pick), (byte)',']),
            EditKind.RenameProperty => Spliced(bytes, part.Start, part.KeyEnd - part.Start, OddValues.Key(Pick)),
            _ => Spliced(bytes, part.Start, 0, [.. bytes.AsSpan(part.Start, part.End - part.Start), (byte)',']),
        };
    }

    private static int EndWithComma(byte[] bytes, JsonPart part) => part.End < bytes.Length && bytes[part.End] == ',' ? part.End + 1 : part.End;

    private static byte[] Spliced(byte[] bytes, int at, int without, ReadOnlySpan<byte> with) => [.. bytes.AsSpan(0, at), .. with, .. bytes.AsSpan(at + without)];
}
