using Tidy.Core.Platform;

namespace Tidy.Core.Workspaces;

/// <summary>Opens files that anybody may have put there. A pipe of that name would keep the reader waiting for ever, and a device has no end.</summary>
internal static class RegularFile
{
    /// <summary>For reading, whoever else has it open. A link is followed.</summary>
    /// <exception cref="IOException">It is not there, is a pipe, socket or device, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It is a folder, or may not be read.</exception>
    public static FileStream Open(string path)
    {
        if (KindOf(path) == FileKind.Special)
            throw new IOException($"'{path}' is a pipe, socket or device.");
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
    }

    /// <summary>Only of a link it takes more than one call to find out. What is not there is for the opening to say.</summary>
    private static FileKind KindOf(string path)
    {
        if (OsFiles.Current.Stat(path, out FileStat stat).IsOk && stat.Kind == FileKind.Link)
            _ = OsFiles.Current.Stat(File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName, out stat);
        return stat.Kind;
    }
}
