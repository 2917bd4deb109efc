using System.Runtime.Versioning;
using System.Text;
using Tidy.Core.Platform;

namespace Tidy.Core.Holders;

/// <summary>
/// Reads entries of /proc without exceptions: processes end while they are looked at and most belong to others, so failing is the
/// ordinary case here.
/// </summary>
[SupportedOSPlatform("linux")]
internal static unsafe class LinuxProcFile
{
    /// <summary>The whole content, or null when it cannot be read. /proc files have no size: read until there is no more.</summary>
    public static byte[]? Read(string path, out int length)
    {
        length = 0;
        int descriptor = LinuxNative.Open(path, LinuxNative.OpenReadOnly | LinuxNative.OpenCloseOnExec);
        if (descriptor < 0)
            return null;
        byte[] content = new byte[4096];
        nint got;
        do
        {
            if (length == content.Length)
                Array.Resize(ref content, content.Length * 4);
            fixed (byte* address = content)
            {
                got = LinuxNative.read(descriptor, address + length, (nuint)(content.Length - length));
            }

            length += (int)Math.Max(got, 0);
        }
        while (got > 0);
        _ = LinuxNative.close(descriptor);
        return got < 0 ? null : content;
    }

    public static string? ReadText(string path) =>
        Read(path, out int length) is { } content ? Encoding.UTF8.GetString(content, 0, length) : null;

    /// <summary>Where a link of /proc points, as text: a path, or for example <c>socket:[123]</c>; <c>x (deleted)</c> after removal.</summary>
    public static string? ReadLink(string path)
    {
        byte* target = stackalloc byte[4096]; // PATH_MAX
        fixed (byte* name = Encoding.UTF8.GetBytes(path + '\0'))
        {
            nint length = LinuxNative.readlink(name, target, 4096);
            return length < 0 ? null : Encoding.UTF8.GetString(target, (int)length);
        }
    }

    /// <summary>stat of what a link of /proc points at. Whatever a network file system remembers will do: a dead server must not hang us.</summary>
    public static bool StatTarget(string path, out LinuxStatx stat)
    {
        fixed (LinuxStatx* address = &stat)
        {
            return LinuxNative.statx(
                LinuxNative.CurrentDirectory, path, LinuxNative.StatxDontSync, LinuxNative.StatxBasicStats, address) >= 0;
        }
    }

    /// <summary>The entries of a folder of /proc whose names are numbers: processes, or open files of one. Empty when it cannot be read.</summary>
    public static IEnumerable<int> Numbers(string folder)
    {
        // No attributes are looked at (that would be one stat per entry), and no access is an empty folder.
        EnumerationOptions options = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };
        IEnumerator<int> entries;
        try
        {
            entries = new System.IO.Enumeration.FileSystemEnumerable<int>(
                folder,
                static (ref entry) => int.TryParse(entry.FileName, out int number) ? number : -1,
                options).GetEnumerator();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            yield break;
        }

        using (entries)
        {
            while (MoveNext(entries))
            {
                if (entries.Current >= 0)
                    yield return entries.Current;
            }
        }
    }

    private static bool MoveNext(IEnumerator<int> entries)
    {
        try
        {
            return entries.MoveNext();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // the process has ended
        }
    }
}
