using Tidy.Core.Workspaces;

namespace Tidy.Core.Rules;

/// <summary>Reads files of the repository in which names are looked for.</summary>
internal static class SourceText
{
    private const int MaxBytes = 1 << 20;

    /// <summary>Null when it cannot be read. The beginning of a huge file is better than nothing of it.</summary>
    /// <param name="path">Relative to the root.</param>
    /// <param name="most">Bytes, and characters, to read at most.</param>
    public static string? Read(WorkspaceRoot root, string path, int most = MaxBytes)
    {
        try
        {
            using var reader = new StreamReader(RegularFile.Open(Path.Combine(root.FullPath, path)));
            char[] buffer = new char[Math.Min(most, reader.BaseStream.Length)];
            return new string(buffer, 0, reader.ReadBlock(buffer));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
