using Tidy.Core.Platform;

namespace Tidy.Core.Moving;

/// <summary>
/// Puts raw error codes into classes. Some codes are ambiguous (ENOENT does not say whose name is missing, Windows' 5 has five
/// causes): given the two paths, the disk is looked at to tell them apart.
/// </summary>
public static class FailureClassifier
{
    private const int Eperm = 1, Eacces = 13, Exdev = 18, Enotdir = 20; // the same on Linux and macOS
    private const int AccessDenied = 5, InvalidName = 123;

    /// <summary>What the code alone says; where it is ambiguous, the likeliest.</summary>
    public static FailureReason Classify(OsFamily family, OsCode code) => family switch
    {
        OsFamily.Windows => OfWindows(code.Value),
        OsFamily.MacOS => OfUnix(code.Value) ?? OfMac(code.Value),
        _ => OfUnix(code.Value) ?? OfLinux(code.Value),
    };

    /// <summary>What the code says of a failed move from <paramref name="source"/> to <paramref name="destination"/> (absolute paths).</summary>
    /// <param name="detail">A clause for a person about what was found out beyond the code, or null.</param>
    public static FailureReason Classify(IOsFiles files, OsCode code, string source, string destination, out string? detail)
    {
        detail = null;
        FailureReason reason = Classify(files.Family, code);
        if (reason == FailureReason.MissingSource)
            return WhatIsMissing(files, code, source, destination, out detail);
        if (files.Family == OsFamily.Windows)
        {
            return code.Value switch
            {
                AccessDenied => WindowsRefusal.Explain(files, source, destination, out detail),
                InvalidName when HasLongName(source) || HasLongName(destination) => FailureReason.PathTooLong,
                _ => reason,
            };
        }

        detail = UnixRefusal.Explain(files, code, source, destination, ref reason);
        return reason;
    }

    /// <summary>Either end may be missing. Not being allowed to look (EACCES) is no proof that the source is gone.</summary>
    private static FailureReason WhatIsMissing(IOsFiles files, OsCode code, string source, string destination, out string? detail)
    {
        detail = null;
        OsCode atSource = files.Stat(source, out _);
        if (!atSource.IsOk)
            return Classify(files.Family, atSource);
        string folder = Path.GetDirectoryName(destination) ?? destination;
        bool isInTheWay = files.Family != OsFamily.Windows && code.Value == Enotdir;
        detail = isInTheWay ? $"something that is not a folder is in the way of '{folder}'" : $"the destination folder '{folder}' does not exist";
        return isInTheWay ? FailureReason.DestExists : FailureReason.Unknown;
    }

    private static bool HasLongName(string path)
    {
        const int MaxNameLength = 255; // UTF-16 units
        foreach (Range name in path.AsSpan().SplitAny('\\', '/'))
        {
            if (name.GetOffsetAndLength(path.Length).Length > MaxNameLength)
                return true;
        }

        return false;
    }

    /// <summary>The numbers that Unix had before the systems parted.</summary>
    private static FailureReason? OfUnix(int errno) => errno switch
    {
        16 or 26 => FailureReason.Locked, // EBUSY, ETXTBSY
        Eacces or Eperm => FailureReason.Permission,
        17 or 21 => FailureReason.DestExists, // EEXIST, EISDIR
        2 or Enotdir => FailureReason.MissingSource, // ENOENT
        Exdev => FailureReason.CrossDevice,
        30 => FailureReason.ReadOnlyFs, // EROFS
        28 or 27 => FailureReason.DiskFull, // ENOSPC, EFBIG
        _ => null,
    };

    private static FailureReason OfLinux(int errno) => errno switch
    {
        11 => FailureReason.Locked, // EAGAIN
        39 => FailureReason.DestExists, // ENOTEMPTY
        36 => FailureReason.PathTooLong, // ENAMETOOLONG
        122 => FailureReason.DiskFull, // EDQUOT
        _ => FailureReason.Unknown,
    };

    private static FailureReason OfMac(int errno) => errno switch
    {
        35 => FailureReason.Locked, // EAGAIN
        66 => FailureReason.DestExists, // ENOTEMPTY
        63 => FailureReason.PathTooLong, // ENAMETOOLONG
        69 => FailureReason.DiskFull, // EDQUOT
        _ => FailureReason.Unknown,
    };

    private static FailureReason OfWindows(int error) => error switch
    {
        // Sharing and lock violation, mapped section, busy, drive locked, delete pending.
        32 or 33 or 1224 or 170 or 108 or 303 => FailureReason.Locked,
        AccessDenied or 1314 => FailureReason.Permission, // 1314: a privilege is missing
        183 or 80 or 145 => FailureReason.DestExists, // already exists, file exists, folder not empty
        2 or 3 => FailureReason.MissingSource,
        17 => FailureReason.CrossDevice,
        19 => FailureReason.ReadOnlyFs, // write protected
        206 or 111 => FailureReason.PathTooLong,
        112 or 39 or 1295 => FailureReason.DiskFull, // 1295: quota
        _ => FailureReason.Unknown,
    };
}
