namespace Tidy.Core.Platform;

/// <summary>Error codes in words, for messages: the name to search for, the number, and what it means.</summary>
public static class OsErrorNames
{
    /// <summary>For example <c>EBUSY (errno 16): Device or resource busy</c>, or <c>winerror 32: The file is being used by another process</c>.</summary>
    public static string Describe(OsFamily family, OsCode code)
    {
        if (code.IsOk)
            return "no error";
        if (family == OsFamily.Windows)
            return Windows(code.Value) is { } text ? $"winerror {code.Value}: {text}" : $"winerror {code.Value}";
        (string Name, string Text)? known = Common(code.Value) ?? (family == OsFamily.Linux ? Linux(code.Value) : Mac(code.Value));
        return known is { } error ? $"{error.Name} (errno {code.Value}): {error.Text}" : $"errno {code.Value}";
    }

    /// <summary>The numbers that Unix had before the systems parted.</summary>
    private static (string Name, string Text)? Common(int errno) => errno switch
    {
        1 => ("EPERM", "Operation not permitted"),
        2 => ("ENOENT", "No such file or directory"),
        4 => ("EINTR", "Interrupted system call"),
        5 => ("EIO", "Input/output error"),
        6 => ("ENXIO", "No such device or address"),
        9 => ("EBADF", "Bad file descriptor"),
        12 => ("ENOMEM", "Cannot allocate memory"),
        13 => ("EACCES", "Permission denied"),
        16 => ("EBUSY", "Device or resource busy"),
        17 => ("EEXIST", "File exists"),
        18 => ("EXDEV", "Source and destination are on different file systems"),
        20 => ("ENOTDIR", "Not a directory"),
        21 => ("EISDIR", "Is a directory"),
        22 => ("EINVAL", "Invalid argument"),
        23 => ("ENFILE", "Too many open files in system"),
        24 => ("EMFILE", "Too many open files"),
        26 => ("ETXTBSY", "The program is running"),
        27 => ("EFBIG", "File too large"),
        28 => ("ENOSPC", "No space left on device"),
        30 => ("EROFS", "Read-only file system"),
        31 => ("EMLINK", "Too many links"),
        _ => null,
    };

    private static (string Name, string Text)? Linux(int errno) => errno switch
    {
        11 => ("EAGAIN", "Resource temporarily unavailable"),
        36 => ("ENAMETOOLONG", "File name too long"),
        37 => ("ENOLCK", "No locks available"),
        38 => ("ENOSYS", "Function not implemented"),
        39 => ("ENOTEMPTY", "Directory not empty"),
        40 => ("ELOOP", "Too many levels of symbolic links"),
        75 => ("EOVERFLOW", "Value too large for defined data type"),
        95 => ("EOPNOTSUPP", "Operation not supported"),
        116 => ("ESTALE", "Stale file handle"),
        122 => ("EDQUOT", "Disk quota exceeded"),
        _ => null,
    };

    private static (string Name, string Text)? Mac(int errno) => errno switch
    {
        35 => ("EAGAIN", "Resource temporarily unavailable"),
        45 => ("ENOTSUP", "Operation not supported"),
        62 => ("ELOOP", "Too many levels of symbolic links"),
        63 => ("ENAMETOOLONG", "File name too long"),
        66 => ("ENOTEMPTY", "Directory not empty"),
        69 => ("EDQUOT", "Disk quota exceeded"),
        70 => ("ESTALE", "Stale file handle"),
        77 => ("ENOLCK", "No locks available"),
        78 => ("ENOSYS", "Function not implemented"),
        84 => ("EOVERFLOW", "Value too large for defined data type"),
        _ => null,
    };

    private static string? Windows(int code) => code switch
    {
        2 => "The file was not found",
        3 => "The path was not found",
        5 => "Access is denied",
        17 => "Source and destination are on different volumes",
        19 => "The media is write protected",
        31 => "A device attached to the system is not functioning",
        32 => "The file is being used by another process",
        33 => "Another process has locked a portion of the file",
        39 or 112 => "There is not enough space on the disk",
        80 or 183 => "The file already exists",
        87 => "The parameter is incorrect",
        108 => "The disk is in use or locked by another process",
        111 => "The file name is too long",
        123 => "The file name, directory name, or volume label syntax is incorrect",
        145 => "The directory is not empty",
        170 => "The requested resource is in use",
        206 => "The file name or extension is too long",
        303 => "The file is being deleted",
        1224 => "The file has a section mapped by another process",
        1295 => "The disk quota is exceeded",
        1314 => "A required privilege is not held",
        _ => null,
    };
}
