using Tidy.Tool.Rendering;

namespace Tidy.Tool.Demo;

/// <summary>A workspace at a glance: folders with their counts, then the names at the root in lines of bearable width.</summary>
internal static class DemoTree
{
    private const int Width = 96;

    public static void Write(ILines lines, IReadOnlyCollection<string> paths)
    {
        foreach (var folder in paths.Where(p => p.Contains('/', StringComparison.Ordinal)).GroupBy(FolderOf).OrderBy(g => g.Key, StringComparer.Ordinal))
            lines.Add($"  {folder.Key,-30}").Add($" {Measures.Files(folder.Count())}", Tone.Faint).End();
        string[] names = [.. paths.Where(p => !p.Contains('/', StringComparison.Ordinal))];
        lines.Add("  (workspace root)              ").Add($" {Measures.Files(names.Length)}", Tone.Faint).End();
        WriteFolded(lines, names);
    }

    private static void WriteFolded(ILines lines, string[] names)
    {
        int used = 0;
        foreach (string name in names)
        {
            if (used + name.Length > Width)
            {
                lines.End();
                used = 0;
            }

            lines.Add(used == 0 ? "      " : "  ").Add(name);
            used += name.Length + (used == 0 ? 6 : 2);
        }

        lines.End();
    }

    /// <summary>The folder, up to three levels deep.</summary>
    private static string FolderOf(string path) => string.Join('/', path.Split('/')[..^1].Take(3)) + "/";
}
