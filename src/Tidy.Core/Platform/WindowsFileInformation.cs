using System.Runtime.InteropServices;

namespace Tidy.Core.Platform;

/// <summary><c>BY_HANDLE_FILE_INFORMATION</c>.</summary>
[StructLayout(LayoutKind.Explicit, Size = 52)]
internal struct WindowsFileInformation
{
    [FieldOffset(0)] public uint Attributes;
    [FieldOffset(20)] public uint WrittenLow;
    [FieldOffset(24)] public uint WrittenHigh;
    [FieldOffset(28)] public uint VolumeSerial;
    [FieldOffset(32)] public uint SizeHigh;
    [FieldOffset(36)] public uint SizeLow;
    [FieldOffset(40)] public uint Links;
    [FieldOffset(44)] public uint IndexHigh;
    [FieldOffset(48)] public uint IndexLow;

    public readonly FileStat ToFileStat(FileKind kind) => new(
        kind,
        VolumeSerial,
        ((ulong)IndexHigh << 32) | IndexLow,
        kind == FileKind.Directory ? 0 : (long)(((ulong)SizeHigh << 32) | SizeLow),
        WrittenTicks,
        (int)Attributes,
        (int)Links);

    /// <summary>FILETIME counts the same 100 ns from 1601 on; a value past the year 9999 is clamped.</summary>
    private readonly long WrittenTicks
    {
        get
        {
            const long Ticks1601 = 504_911_232_000_000_000;
            long fileTime = (long)(((ulong)WrittenHigh << 32) | WrittenLow);
            return Ticks1601 + Math.Clamp(fileTime, 0, DateTime.MaxValue.Ticks - Ticks1601);
        }
    }
}
