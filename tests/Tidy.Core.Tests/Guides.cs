namespace Tidy.Core.Tests;

/// <summary>The README and the guides of <c>docs/</c>, as a reader has them.</summary>
internal static class Guides
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "guides");

    public static IReadOnlyList<string> Names { get; } = [.. Directory.EnumerateFiles(Folder, "*.md").Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\n");

    /// <summary>The fenced blocks of one language; <c>jsonc</c> is a <c>tidy.json</c>.</summary>
    public static string[] Blocks(string guide, string language) => [.. guide.Split($"```{language}\n").Skip(1).Select(part => part.Split("```")[0])];

    /// <summary>The cells of every table row.</summary>
    public static IEnumerable<string[]> Rows(string guide) => guide.Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));
}
