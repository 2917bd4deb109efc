namespace Tidy.Core.Holders;

/// <summary>The processes of the system this runs on.</summary>
public static class Processes
{
    public static IProcesses Current { get; } = Choose();

    private static IProcesses Choose()
    {
        if (OperatingSystem.IsLinux())
            return new LinuxProcesses(TimeProvider.System);
        if (OperatingSystem.IsMacOS())
            return new MacProcesses(TimeProvider.System);
        if (OperatingSystem.IsWindows())
            return new WindowsProcesses(TimeProvider.System);
        throw new PlatformNotSupportedException("Tidy runs on Linux, macOS and Windows.");
    }
}
