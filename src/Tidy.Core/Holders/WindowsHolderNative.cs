using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Tidy.Core.Holders;

/// <summary>The ntdll and Restart Manager calls that tell who uses a file. Status 0 is success for all of them.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe partial class WindowsHolderNative
{
    public const int LengthMismatch = unchecked((int)0xC0000004); // STATUS_INFO_LENGTH_MISMATCH
    public const int ProcessIdsUsingFile = 47; // FileProcessIdsUsingFileInformation
    public const int ProcessBasicInformation = 0;
    public const int MoreData = 234; // ERROR_MORE_DATA
    public const int SessionKeyLength = 33; // CCH_RM_SESSION_KEY and the NUL

    /// <param name="status">IO_STATUS_BLOCK: two pointers, not used here.</param>
    [LibraryImport("ntdll")]
    public static partial int NtQueryInformationFile(SafeFileHandle file, nint* status, void* buffer, uint size, int kind);

    [LibraryImport("ntdll")]
    public static partial int NtQueryInformationProcess(SafeProcessHandle process, int kind, void* buffer, uint size, uint* written);

    [LibraryImport("rstrtmgr")]
    public static partial int RmStartSession(uint* session, uint flags, char* key);

    [LibraryImport("rstrtmgr")]
    public static partial int RmRegisterResources(
        uint session, uint fileCount, char** files, uint applicationCount, void* applications, uint serviceCount, void* services);

    [LibraryImport("rstrtmgr")]
    public static partial int RmGetList(uint session, uint* needed, uint* count, WindowsUsingProcess* processes, uint* rebootReasons);

    [LibraryImport("rstrtmgr")]
    public static partial int RmEndSession(uint session);
}
