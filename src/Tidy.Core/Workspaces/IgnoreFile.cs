using Tidy.Core.Platform;

namespace Tidy.Core.Workspaces;

/// <summary>The <c>.gitignore</c> that keeps a folder Tidy created out of version control.</summary>
internal static class IgnoreFile
{
    public const string Name = ".gitignore";

    private const string Content = "*\n";

    /// <summary>Writes it unless it is there; an empty one, which hides nothing, is what a crash left of an earlier try.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Ensure(string path, IOsFiles files)
    {
        if (files.Stat(path, out FileStat there).IsOk)
        {
            if (there.Kind != FileKind.File || there.Size > 0)
                return;
            files.Remove(path);
        }

        using FileStream stream = new(path, FileMode.CreateNew, FileAccess.Write);
        stream.Write("*\n"u8);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Nobody changed it since Tidy wrote it.</summary>
    public static bool IsOurs(string path) => new FileInfo(path) is { Exists: true, Length: 2 } && File.ReadAllText(path) == Content;

    /// <summary>It is ours, and nothing else is in the folder. While anything else is, it keeps that out of version control.</summary>
    public static bool IsAllOf(string folder) =>
        IsOurs(Path.Combine(folder, Name)) && Directory.EnumerateFileSystemEntries(folder).Take(2).Count() == 1;
}
