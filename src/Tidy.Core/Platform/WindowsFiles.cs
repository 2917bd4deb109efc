using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;
using static Tidy.Core.Platform.WindowsNative;

namespace Tidy.Core.Platform;

/// <summary>Windows system calls.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class WindowsFiles : IOsFiles
{
    public OsFamily Family => OsFamily.Windows;

    public OsCode Stat(string path, out FileStat stat)
    {
        stat = default;
        using SafeFileHandle handle = Open(WindowsPath.Verbatim(path), ReadAttributes, BackupSemantics);
        if (handle.IsInvalid)
            return Code(false);
        WindowsFileInformation information;
        if (!GetFileInformationByHandle(handle, &information))
            return Code(false);
        stat = information.ToFileStat(KindOf(handle, information.Attributes));
        return OsCode.Ok;
    }

    /// <summary>No MOVEFILE_COPY_ALLOWED: another volume is error 17, not a copy behind our back.</summary>
    public OsCode RenameNoReplace(string source, string destination) =>
        Code(MoveFileExW(WindowsPath.Verbatim(source), WindowsPath.Verbatim(destination), 0));

    public OsCode Replace(string source, string destination) =>
        Code(MoveFileExW(WindowsPath.Verbatim(source), WindowsPath.Verbatim(destination), MoveReplaceExisting | MoveWriteThrough));

    public OsCode Remove(string path)
    {
        string name = WindowsPath.Verbatim(path);
        OsCode code = Code(DeleteFileW(name));
        return code.Value == AccessDenied ? RemoveRefused(name, code) : code;
    }

    public OsCode RemoveEmptyDirectory(string path) => Code(RemoveDirectoryW(WindowsPath.Verbatim(path)));

    public OsCode CreateDirectory(string path) => Code(CreateDirectoryW(WindowsPath.Verbatim(path), 0));

    /// <summary>Flushing a folder is not documented but works on NTFS; where it is refused there is nothing else to be done.</summary>
    public OsCode FlushDirectory(string path)
    {
        using SafeFileHandle handle = Open(WindowsPath.Verbatim(path), GenericWrite, BackupSemantics);
        OsCode code = Code(!handle.IsInvalid && FlushFileBuffers(handle));
        const int InvalidFunction = 1, NotSupported = 50, InvalidParameter = 87;
        return code.Value is AccessDenied or InvalidFunction or NotSupported or InvalidParameter ? OsCode.Ok : code;
    }

    public OsCode CopyAttributes(string source, string destination)
    {
        // READONLY | HIDDEN | SYSTEM | ARCHIVE | TEMPORARY | NOT_CONTENT_INDEXED: the others describe how a file is stored.
        const uint Settable = 0x1 | 0x2 | 0x4 | 0x20 | 0x100 | 0x2000;
        using SafeFileHandle from = Open(WindowsPath.Verbatim(source), ReadAttributes, BackupSemantics);
        WindowsBasicInfo basic;
        if (from.IsInvalid || !GetFileInformationByHandleEx(from, BasicInfo, &basic, (uint)sizeof(WindowsBasicInfo)))
            return Code(false);
        // No attribute at all is written as NORMAL: 0 would mean "leave as it is".
        basic.Attributes = (basic.Attributes & Settable) is > 0 and uint some ? some : AttributeNormal;
        basic.Changed = 0;
        using SafeFileHandle to = Open(WindowsPath.Verbatim(destination), WriteAttributes, BackupSemantics);
        return Code(!to.IsInvalid && SetFileInformationByHandle(to, BasicInfo, &basic, (uint)sizeof(WindowsBasicInfo)));
    }

    /// <summary>The rename itself refuses what is in use here, whatever the policy; this asks for the right that it would need.</summary>
    public FileUse ProbeUse(string path, InUsePolicy policy)
    {
        if (policy == InUsePolicy.Off)
            return FileUse.Free;
        using SafeFileHandle handle = Open(WindowsPath.Verbatim(path), DeleteAccess, BackupSemantics);
        if (!handle.IsInvalid)
            return FileUse.Free;
        return Marshal.GetLastPInvokeError() switch
        {
            SharingViolation => FileUse.InUse,
            FileNotFound or PathNotFound => FileUse.Free,
            _ => FileUse.Unknown,
        };
    }

    /// <summary>Error 5 has two causes that other systems do not know: a link to a folder is removed as a folder, and a read-only file not at all.</summary>
    private static OsCode RemoveRefused(string name, OsCode refused)
    {
        uint attributes = GetFileAttributesW(name);
        if (attributes == InvalidAttributes)
            return refused;
        if ((attributes & AttributeDirectory) != 0)
            return (attributes & AttributeReparsePoint) != 0 ? Code(RemoveDirectoryW(name)) : refused;
        if ((attributes & AttributeReadOnly) == 0 || !SetFileAttributesW(name, Writable(attributes)))
            return refused;
        OsCode code = Code(DeleteFileW(name));
        if (!code.IsOk)
            _ = SetFileAttributesW(name, attributes);
        return code;
    }

    private static uint Writable(uint attributes) => (attributes & ~AttributeReadOnly) is > 0 and uint rest ? rest : AttributeNormal;

    private static FileKind KindOf(SafeFileHandle handle, uint attributes)
    {
        const uint NameSurrogate = 0x20000000; // the bit by which a tag says that it stands for another name (ntifs.h)
        if ((attributes & AttributeReparsePoint) != 0)
        {
            uint* tag = stackalloc uint[2]; // FILE_ATTRIBUTE_TAG_INFO: attributes, tag
            if (!GetFileInformationByHandleEx(handle, AttributeTagInfo, tag, 2 * sizeof(uint)) || (tag[1] & NameSurrogate) != 0)
                return FileKind.Link;
            // AF_UNIX sockets and the pipes and devices that WSL makes. Other tags (cloud files, deduplication) are ordinary files.
            if (tag[1] is >= 0x80000023 and <= 0x80000026)
                return FileKind.Special;
        }

        return (attributes & AttributeDirectory) != 0 ? FileKind.Directory : FileKind.File;
    }
}
