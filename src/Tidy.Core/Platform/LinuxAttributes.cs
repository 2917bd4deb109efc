using System.Runtime.Versioning;
using static Tidy.Core.Platform.LinuxNative;

namespace Tidy.Core.Platform;

/// <summary>
/// Owner, extended attributes, mode and times of a copy, in this order: a change of owner drops capabilities and set-id bits,
/// a read-only mode forbids extended attributes, and everything before would spoil the times.
/// </summary>
[SupportedOSPlatform("linux")]
internal static unsafe class LinuxAttributes
{
    private const int SetIdBits = 0xC00; // S_ISUID | S_ISGID

    public static OsCode Copy(string source, string destination)
    {
        OsCode code = LinuxFiles.Statx(source, out LinuxStatx from);
        if (!code.IsOk)
            return code;
        // Only root may give a file away: the copy then belongs to who runs this, and must not run with that person's rights.
        bool isOwnerKept = lchown(destination, from.Owner, from.Group) == 0;
        CopyExtended(source, destination);
        if (from.Kind != FileKind.Link)
        {
            code = Code(chmod(destination, (uint)(isOwnerKept ? from.Permissions : from.Permissions & ~SetIdBits)));
            if (!code.IsOk)
                return code;
        }

        nint* times = stackalloc nint[4];
        (times[0], times[1]) = ((nint)from.AccessSeconds, (nint)from.AccessNanoseconds);
        (times[2], times[3]) = ((nint)from.ModifiedSeconds, (nint)from.ModifiedNanoseconds);
        return Code(utimensat(CurrentDirectory, destination, times, SymlinkNoFollow));
    }

    /// <summary>Best effort: the other file system may not have them, and some names are for root only.</summary>
    private static void CopyExtended(string source, string destination)
    {
        nint size = llistxattr(source, null, 0);
        if (size <= 0)
            return;
        // One more than needed: whatever the kernel wrote, the last name then ends with a NUL.
        byte[] names = new byte[size + 1];
        fixed (byte* list = names)
        {
            size = llistxattr(source, list, (nuint)size);
            for (nint start = 0; start < size; start += names.AsSpan((int)start).IndexOf((byte)0) + 1)
            {
                CopyOne(source, destination, list + start);
            }
        }
    }

    private static void CopyOne(string source, string destination, byte* name)
    {
        nint size = lgetxattr(source, name, null, 0);
        if (size < 0)
            return;
        // One more than needed: the address of an empty array is null, and a null value of size 0 only asks for the size.
        byte[] value = new byte[size + 1];
        fixed (byte* address = value)
        {
            nint got = lgetxattr(source, name, address, (nuint)value.Length);
            if (got >= 0)
                _ = lsetxattr(destination, name, address, (nuint)got, 0);
        }
    }
}
