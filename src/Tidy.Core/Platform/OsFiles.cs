namespace Tidy.Core.Platform;

/// <summary>The file calls of the system this runs on.</summary>
public static class OsFiles
{
    public static IOsFiles Current { get; } = Choose();

    private static IOsFiles Choose()
    {
        if (OperatingSystem.IsLinux())
            return new LinuxFiles();
        if (OperatingSystem.IsMacOS())
            return new MacFiles();
        if (OperatingSystem.IsWindows())
            return new WindowsFiles();
        throw new PlatformNotSupportedException("Tidy runs on Linux, macOS and Windows.");
    }
}
