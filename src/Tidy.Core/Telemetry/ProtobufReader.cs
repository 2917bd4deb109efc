using System.Text;

namespace Tidy.Core.Telemetry;

/// <summary>Reads the fields of a Protocol Buffers message one by one.</summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> rest = message;

    public int Field { get; private set; }

    /// <summary>Of a field that is a number.</summary>
    public ulong Number { get; private set; }

    /// <summary>Of a field that is a text or a message.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    public readonly string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>To the next field; false at the end, and at what is no message.</summary>
    public bool Read()
    {
        if (!Varint(out ulong tag))
            return false;
        (Field, Number) = ((int)(tag >> 3), 0);
        Bytes = default;
        switch (tag & 7)
        {
            case 0:
                bool isNumber = Varint(out ulong number);
                Number = number;
                return isNumber;
            case 1:
                return Take(sizeof(ulong));
            case 2:
                return Varint(out ulong length) && Take(length);
            case 5:
                return Take(sizeof(uint));
            default:
                return false;
        }
    }

    private bool Take(ulong length)
    {
        if (length > (ulong)rest.Length)
            return false;
        Bytes = rest[..(int)length];
        rest = rest[(int)length..];
        return true;
    }

    private bool Varint(out ulong value)
    {
        value = 0;
        for (int at = 0; at < rest.Length && at < 10; at++)
        {
            value |= (ulong)(rest[at] & 0x7F) << (7 * at);
            if (rest[at] < 0x80)
            {
                rest = rest[(at + 1)..];
                return true;
            }
        }

        return false;
    }
}
