namespace Tidy.Core.Tests;

/// <summary>The README, the pages of <c>docs/</c> and the guides below it (<c>guides/CI.md</c>), as a reader has them.</summary>
internal static class Guides
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "guides");

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.md", SearchOption.AllDirectories).Select(p => Path.GetRelativePath(Folder, p).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\n");

    /// <summary>Where it is in the repository.</summary>
    public static string PathOf(string name) => name == "README.md" ? name : $"docs/{name}";

    /// <param name="path">In the repository.</param>
    public static bool HasPicture(string path) =>
        path.StartsWith("docs/images/", StringComparison.Ordinal) && File.Exists(Path.Combine(Folder, path["docs/".Length..]));

    /// <summary>The fenced blocks of one language; <c>jsonc</c> is a <c>tidy.json</c>.</summary>
    public static string[] Blocks(string guide, string language) => [.. guide.Split($"```{language}\n").Skip(1).Select(part => part.Split("```")[0])];

    /// <summary>The cells of every table row.</summary>
    public static IEnumerable<string[]> Rows(string guide) => guide.Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));
}
