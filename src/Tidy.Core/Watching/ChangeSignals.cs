using System.Runtime.InteropServices;

namespace Tidy.Core.Watching;

/// <summary>The signal of the system this runs on.</summary>
internal static class ChangeSignals
{
    /// <param name="problem">Why it is not the one that this system has, as a sentence; or null.</param>
    public static IChangeSignal Open(out string? problem)
    {
        problem = null;
        if (!OperatingSystem.IsLinux())
            return new PollingSignal();
        if (InotifySignal.TryOpen() is { } told)
            return told;
        int errno = Marshal.GetLastPInvokeError();
        problem = $"the system gives no inotify instance: {Marshal.GetPInvokeErrorMessage(errno)} ({errno}); sysctl fs.inotify.max_user_instances bounds them";
        return new PollingSignal();
    }
}
