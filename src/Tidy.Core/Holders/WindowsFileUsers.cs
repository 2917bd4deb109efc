using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;
using Tidy.Core.Platform;
using static Tidy.Core.Holders.WindowsHolderNative;

namespace Tidy.Core.Holders;

/// <summary>
/// The ids of the processes that use one file: from the file system, else from the Restart Manager. Written from documentation:
/// Wine has neither (STATUS_NOT_IMPLEMENTED, and a list that is always empty).
/// </summary>
[SupportedOSPlatform("windows")]
internal static unsafe class WindowsFileUsers
{
    private const int MostTries = 6;

    public static IReadOnlyList<int> Of(string path)
    {
        List<int> users = FromFileSystem(path);
        // The question is asked through a handle of ours, so we are always in the answer. The Restart Manager needs no handle:
        // it is the second source, and the one that knows whether we really hold the file.
        users.Remove(Environment.ProcessId);
        return users.Count > 0 ? users : FromRestartManager(WindowsPath.Verbatim(path));
    }

    /// <summary>FILE_PROCESS_IDS_USING_FILE_INFORMATION: a 32-bit count in the first slot, then one id per pointer-sized slot.</summary>
    private static List<int> FromFileSystem(string path)
    {
        List<int> users = [];
        using SafeFileHandle handle = WindowsNative.Open(WindowsPath.Verbatim(path), WindowsNative.ReadAttributes, WindowsNative.BackupSemantics);
        if (handle.IsInvalid)
            return users;
        int size = 64;
        for (int round = 0; round < MostTries; round++, size *= 4)
        {
            nint[] slots = new nint[size];
            nint* status = stackalloc nint[2];
            fixed (nint* buffer = slots)
            {
                int result = NtQueryInformationFile(handle, status, buffer, (uint)(size * sizeof(nint)), ProcessIdsUsingFile);
                if (result == LengthMismatch)
                    continue;
                for (int i = 1; result == 0 && i <= *(int*)buffer; i++)
                {
                    users.Add((int)buffer[i]);
                }
            }

            break;
        }

        return users;
    }

    private static List<int> FromRestartManager(string path)
    {
        uint session;
        char* key = stackalloc char[SessionKeyLength];
        new Span<char>(key, SessionKeyLength).Clear();
        // At most 64 sessions per user: one that cannot be had is "unknown".
        if (RmStartSession(&session, 0, key) != 0)
            return [];
        try
        {
            fixed (char* name = path)
            {
                char* file = name;
                return RmRegisterResources(session, 1, &file, 0, null, 0, null) == 0 ? ListOf(session) : [];
            }
        }
        finally
        {
            _ = RmEndSession(session);
        }
    }

    /// <summary>The list may grow between asking for its length and asking for it.</summary>
    private static List<int> ListOf(uint session)
    {
        uint needed = 4;
        for (int round = 0; round < MostTries; round++)
        {
            uint count = needed;
            uint reasons;
            WindowsUsingProcess[] processes = new WindowsUsingProcess[count];
            int result;
            fixed (WindowsUsingProcess* list = processes)
            {
                result = RmGetList(session, &needed, &count, list, &reasons);
            }

            if (result == 0)
                return [.. processes.Take((int)count).Select(process => process.ProcessId)];
            if (result != MoreData)
                break;
        }

        return [];
    }
}
