using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Tidy.Core.Platform;

/// <summary>The kernel32 calls used for files on Windows.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe partial class WindowsNative
{
    public const int FileNotFound = 2, PathNotFound = 3, AccessDenied = 5, SharingViolation = 32;

    public const uint MoveReplaceExisting = 1, MoveWriteThrough = 8;
    public const uint ReadAttributes = 0x80, WriteAttributes = 0x100, DeleteAccess = 0x10000, GenericWrite = 0x40000000;
    public const uint OpenReparsePoint = 0x00200000, BackupSemantics = 0x02000000;
    public const uint AttributeReadOnly = 0x1, AttributeDirectory = 0x10, AttributeNormal = 0x80, AttributeReparsePoint = 0x400;
    public const uint InvalidAttributes = 0xFFFFFFFF;
    public const int BasicInfo = 0, AttributeTagInfo = 9; // FILE_INFO_BY_HANDLE_CLASS

    private const uint ShareAll = 7, OpenExisting = 3;

    /// <summary>0 or the error of the call just made on this thread.</summary>
    public static OsCode Code(bool succeeded) => succeeded ? OsCode.Ok : new OsCode(Marshal.GetLastPInvokeError());

    /// <summary>Opens what exists, shared with everybody, links as themselves. An invalid handle: see <see cref="Code"/>.</summary>
    public static SafeFileHandle Open(string path, uint access, uint flags) =>
        CreateFileW(path, access, ShareAll, 0, OpenExisting, flags | OpenReparsePoint, 0);

    /// <summary>The folder or file that a path leads to in the end.</summary>
    public static SafeFileHandle OpenTarget(string path) => CreateFileW(path, ReadAttributes, ShareAll, 0, OpenExisting, BackupSemantics, 0);

    [LibraryImport("kernel32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    private static partial SafeFileHandle CreateFileW(
        string path, uint access, uint share, nint security, uint disposition, uint flags, nint template);

    [LibraryImport("kernel32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool MoveFileExW(string source, string destination, uint flags);

    [LibraryImport("kernel32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool DeleteFileW(string path);

    [LibraryImport("kernel32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool RemoveDirectoryW(string path);

    [LibraryImport("kernel32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool CreateDirectoryW(string path, nint security);

    [LibraryImport("kernel32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    public static partial uint GetFileAttributesW(string path);

    [LibraryImport("kernel32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool SetFileAttributesW(string path, uint attributes);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetFileInformationByHandle(SafeFileHandle file, WindowsFileInformation* information);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetFileInformationByHandleEx(SafeFileHandle file, int kind, void* information, uint size);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool SetFileInformationByHandle(SafeFileHandle file, int kind, void* information, uint size);

    [LibraryImport("kernel32", SetLastError = true)]
    public static partial uint GetFinalPathNameByHandleW(SafeFileHandle file, char* path, uint size, uint flags);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool FlushFileBuffers(SafeFileHandle file);
}
