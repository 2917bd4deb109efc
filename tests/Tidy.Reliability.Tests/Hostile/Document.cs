namespace Tidy.Reliability.Tests.Hostile;

/// <summary>A sound file to damage.</summary>
internal sealed record Document(string Name, byte[] Bytes)
{
    /// <summary>The files of a folder, and of the folders in it, whose names match.</summary>
    public static IReadOnlyList<Document> AllIn(string folder, string pattern) =>
        [.. Directory.GetFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(static f => new Document(Path.GetFileName(f), File.ReadAllBytes(f)))];
}
