using System.Buffers.Text;
using Tidy.Core.Platform;

namespace Tidy.Core.Holders;

/// <summary>One line of /proc/PID/maps: <c>start-end perms offset major:minor inode   path</c> (proc_pid_maps(5)).</summary>
internal readonly ref struct LinuxMapping
{
    private LinuxMapping(ulong device, ulong inode, ReadOnlySpan<byte> path)
    {
        Device = device;
        Inode = inode;
        Path = path;
    }

    public ulong Device { get; }

    /// <summary>0 where no file is mapped.</summary>
    public ulong Inode { get; }

    public ReadOnlySpan<byte> Path { get; }

    public static bool TryParse(ReadOnlySpan<byte> line, out LinuxMapping mapping)
    {
        mapping = default;
        // Past addresses, permissions and offset: three blanks.
        for (int blank = 0; blank < 3; blank++)
        {
            int at = line.IndexOf((byte)' ');
            if (at < 0)
                return false;
            line = line[(at + 1)..];
        }

        if (!Utf8Parser.TryParse(line, out uint major, out int used, 'x') || used >= line.Length || line[used] != ':')
            return false;
        line = line[(used + 1)..];
        if (!Utf8Parser.TryParse(line, out uint minor, out used, 'x') || used >= line.Length)
            return false;
        line = line[(used + 1)..];
        if (!Utf8Parser.TryParse(line, out ulong inode, out used))
            return false;
        mapping = new LinuxMapping(LinuxStatx.DeviceNumber(major, minor), inode, line[used..].TrimStart((byte)' '));
        return true;
    }
}
