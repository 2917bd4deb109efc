using System.Runtime.InteropServices;

namespace Tidy.Core.Platform;

/// <summary><c>struct stat</c> of Darwin with 64-bit inode numbers (sys/stat.h); only the fields that are used.</summary>
[StructLayout(LayoutKind.Explicit, Size = 144)]
internal struct MacStat
{
    [FieldOffset(0)] public int Device;
    [FieldOffset(4)] public ushort Mode;
    [FieldOffset(6)] public ushort Links;
    [FieldOffset(8)] public ulong Inode;
    [FieldOffset(48)] public long ModifiedSeconds;
    [FieldOffset(56)] public long ModifiedNanoseconds;
    [FieldOffset(96)] public long Size;
    [FieldOffset(116)] public uint Flags;

    public readonly FileKind Kind => (Mode & 0xF000) switch
    {
        0x8000 => FileKind.File,
        0x4000 => FileKind.Directory,
        0xA000 => FileKind.Link,
        _ => FileKind.Special,
    };

    public readonly FileStat ToFileStat() => new(
        Kind,
        (uint)Device,
        Inode,
        Kind == FileKind.Directory ? 0 : Size,
        UnixTime.Ticks(ModifiedSeconds, ModifiedNanoseconds),
        Mode & 0xFFF,
        Links);
}
