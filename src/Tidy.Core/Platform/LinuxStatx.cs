using System.Runtime.InteropServices;

namespace Tidy.Core.Platform;

/// <summary>
/// <c>struct statx</c> (statx(2), linux/stat.h): unlike <c>struct stat</c> it is laid out the same on every processor. Only the
/// fields that are used are named.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct LinuxStatx
{
    private const int TypeMask = 0xF000, Regular = 0x8000, Directory = 0x4000, Link = 0xA000;

    /// <summary>STATX_ATTR_*: 0x10 immutable, 0x20 append only.</summary>
    [FieldOffset(8)] public ulong Attributes;
    [FieldOffset(16)] public uint Links;
    [FieldOffset(20)] public uint Owner;
    [FieldOffset(24)] public uint Group;
    [FieldOffset(28)] public ushort Mode;
    [FieldOffset(32)] public ulong Inode;
    [FieldOffset(40)] public ulong Size;
    [FieldOffset(64)] public long AccessSeconds;
    [FieldOffset(72)] public uint AccessNanoseconds;
    [FieldOffset(112)] public long ModifiedSeconds;
    [FieldOffset(120)] public uint ModifiedNanoseconds;
    [FieldOffset(136)] public uint DeviceMajor;
    [FieldOffset(140)] public uint DeviceMinor;

    public readonly bool IsRegular => (Mode & TypeMask) == Regular;

    public readonly int Permissions => Mode & 0xFFF;

    /// <summary>As glibc's <c>makedev</c> puts st_dev together, so that the number is the one that <c>stat</c> prints.</summary>
    public readonly ulong Device => DeviceNumber(DeviceMajor, DeviceMinor);

    public readonly FileKind Kind => (Mode & TypeMask) switch
    {
        Regular => FileKind.File,
        Directory => FileKind.Directory,
        Link => FileKind.Link,
        _ => FileKind.Special,
    };

    public static ulong DeviceNumber(uint major, uint minor) =>
        ((ulong)(major & 0xFFFFF000) << 32) | ((ulong)(major & 0xFFF) << 8) | ((ulong)(minor & 0xFFFFFF00) << 12) | (minor & 0xFF);

    public readonly FileStat ToFileStat()
    {
        FileKind kind = Kind;
        return new FileStat(
            kind,
            Device,
            Inode,
            kind == FileKind.Directory ? 0 : (long)Size,
            UnixTime.Ticks(ModifiedSeconds, ModifiedNanoseconds),
            Permissions,
            (int)Links);
    }
}
