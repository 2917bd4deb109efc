namespace Tidy.Core.Platform;

/// <summary>What <c>lstat</c> tells of one directory entry; links are not followed.</summary>
/// <param name="Device">Volume of the file: st_dev, or the volume serial number on Windows.</param>
/// <param name="Inode">Identity on that volume: st_ino, or the file index on Windows.</param>
/// <param name="Size">Bytes; 0 for a folder.</param>
/// <param name="ModifiedTicks">Last write time as UTC <see cref="DateTime.Ticks"/> (100 ns).</param>
/// <param name="Mode">Unix permission bits, or the attribute bits on Windows.</param>
/// <param name="Links">Number of hard links.</param>
public readonly record struct FileStat(FileKind Kind, ulong Device, ulong Inode, long Size, long ModifiedTicks, int Mode, int Links)
{
    public DateTimeOffset ModifiedAt => new(ModifiedTicks, TimeSpan.Zero);

    /// <summary>The same inode on the same volume, whatever its name.</summary>
    public bool IsSameFile(in FileStat other) => Device == other.Device && Inode == other.Inode;

    /// <summary>Nobody wrote to it since <paramref name="other"/> was taken.</summary>
    public bool IsUnchanged(in FileStat other) => Kind == other.Kind && Size == other.Size && ModifiedTicks == other.ModifiedTicks;
}
