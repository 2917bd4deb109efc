using System.Buffers.Binary;
using System.Text;

namespace Tidy.Core.Tests;

/// <summary>The fields of a Protocol Buffers message; whatever is no message fails the test.</summary>
internal sealed class ProtobufFields
{
    private readonly List<(int Field, ulong Number, byte[] Bytes)> fields = [];

    public ProtobufFields(ReadOnlySpan<byte> message)
    {
        while (message.Length > 0)
        {
            ulong tag = Varint(ref message);
            int length = (int)(tag & 7) switch
            {
                0 => 0,
                1 => 8,
                2 => (int)Varint(ref message),
                5 => 4,
                var kind => throw new AssertFailedException($"there is no kind {kind}"),
            };
            ulong number = (tag & 7) == 0 ? Varint(ref message) : (tag & 7) == 1 ? BinaryPrimitives.ReadUInt64LittleEndian(message) : 0;
            fields.Add(((int)(tag >> 3), number, message[..length].ToArray()));
            message = message[length..];
        }
    }

    public IEnumerable<ProtobufFields> Messages(int field) => fields.Where(f => f.Field == field).Select(f => new ProtobufFields(f.Bytes));

    public bool Has(int field) => fields.Exists(f => f.Field == field);

    /// <summary>0 when it is not there.</summary>
    public ulong Number(int field) => fields.LastOrDefault(f => f.Field == field).Number;

    public string Text(int field) => Encoding.UTF8.GetString(fields.LastOrDefault(f => f.Field == field).Bytes ?? []);

    private static ulong Varint(ref ReadOnlySpan<byte> message)
    {
        ulong value = 0;
        for (int at = 0; ; at++)
        {
            value |= (ulong)(message[at] & 0x7F) << (7 * at);
            if (message[at] >= 0x80)
                continue;
            message = message[(at + 1)..];
            return value;
        }
    }
}
