using System.Buffers.Binary;
using System.Numerics;

namespace Tidy.Core.Journal;

/// <summary>CRC-32C (Castagnoli, RFC 3720 appendix B.4) of one journal line: a torn or flipped line is never believed.</summary>
internal static class Crc32C
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (byte b in bytes)
            crc = BitOperations.Crc32C(crc, b);
        return ~crc;
    }
}
