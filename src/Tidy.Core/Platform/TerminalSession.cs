using System.Runtime.InteropServices;

namespace Tidy.Core.Platform;

/// <summary>The session of processes that share a terminal, and get its signals.</summary>
public static partial class TerminalSession
{
    /// <summary>So that this process outlives the terminal that it was started in. On Windows, where there is no such thing, nothing.</summary>
    public static void Leave()
    {
        if (!OperatingSystem.IsWindows())
            _ = setsid(); // refused to the leader of a group, as a shell with job control makes it; then it stays
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int setsid();
}
