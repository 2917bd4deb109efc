namespace Tidy.Core.Platform;

/// <summary>Gives a file or folder the mode that <see cref="FileStat.Mode"/> had.</summary>
internal static class ModeBits
{
    /// <param name="mode">On Windows only those attributes count that a person sets.</param>
    /// <exception cref="IOException">The system refuses.</exception>
    public static void Give(string path, int mode)
    {
        const FileAttributes Settable = FileAttributes.ReadOnly | FileAttributes.Hidden | FileAttributes.System | FileAttributes.Archive;
        if (OperatingSystem.IsWindows())
            File.SetAttributes(path, (FileAttributes)mode & Settable);
        else
            File.SetUnixFileMode(path, (UnixFileMode)(mode & 0xFFF));
    }
}
