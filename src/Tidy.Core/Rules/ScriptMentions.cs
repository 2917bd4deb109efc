using System.Buffers;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Rules;

/// <summary>
/// Names that the scripts, workflows and documents of a repository mention: what they start or point to is no leftover. All are read at the
/// first question.
/// </summary>
/// <param name="listing">The workspace root.</param>
/// <param name="isCandidate">What a rule may move itself: leftovers mention each other.</param>
/// <remarks>The text is split, not understood, as with <see cref="ProjectMentions"/>.</remarks>
internal sealed class ScriptMentions(WorkspaceRoot root, RootListing listing, Func<RootEntry, bool> isCandidate)
{
    private static readonly string[] Folders = [".github", ".github/workflows", ".vscode", ".config", ".azuredevops", ".circleci", ".husky"];

    private static readonly NamePattern[] Sources =
    [
        .. from text in (string[])
        [
            "README*", "CONTRIBUTING*", "AGENTS.md", "CLAUDE*.md", "GEMINI.md", "*instructions.md", "Makefile", "*.mk", "justfile", "Taskfile*", "Dockerfile*", "Procfile",
            "package.json", "tasks.json", "launch.json", "pyproject.toml", "tox.ini", "*.yml", "*.yaml", "*.sh", "*.ps1", "*.psm1", "*.cmd", "*.bat", "*.cake", "*.fsx",
        ]
        select new NamePattern(text),
    ];

    private static readonly SearchValues<char> Separators = SearchValues.Create(" \t\r\n\"'`()[]{}<>/\\=,;|&:$@");

    private Dictionary<string, string>? mentioned;

    /// <summary>The path of a file that mentions the name, or null.</summary>
    public string? FirstMention(string name) => (mentioned ??= Read()).GetValueOrDefault(name);

    private Dictionary<string, string> Read()
    {
        Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (string path in Paths())
        {
            if (SourceText.Read(root, path) is { } text)
                Collect(text, path, names);
        }

        return names;
    }

    /// <summary>In a fixed order, so that the same file is named in every run.</summary>
    private IEnumerable<string> Paths()
    {
        foreach (string name in listing.Entries.Where(e => !e.IsFolder && IsSource(e.Name) && !isCandidate(e)).Select(e => e.Name).Order(StringComparer.Ordinal))
            yield return name;
        foreach (string folder in Folders.Where(f => listing.Has(f.Split('/')[0])))
        {
            foreach (string name in FilesIn(folder))
                yield return $"{folder}/{name}";
        }
    }

    private string[] FilesIn(string folder)
    {
        try
        {
            string[] paths = Directory.GetFiles(Path.Combine(root.FullPath, folder));
            Array.Sort(paths, StringComparer.Ordinal);
            return Array.ConvertAll(paths, path => Path.GetFileName(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // most repositories have few of them
        }
    }

    private static bool IsSource(string name) => Array.Exists(Sources, pattern => pattern.Matches(name));

    private static void Collect(ReadOnlySpan<char> text, string by, Dictionary<string, string> names)
    {
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        string own = Path.GetFileName(by);
        foreach (Range range in text.SplitAny(Separators))
        {
            ReadOnlySpan<char> token = text[range].Trim(".!?*");
            if (token.Contains('.') && !token.Equals(own, StringComparison.OrdinalIgnoreCase))
                lookup.TryAdd(token, by);
        }
    }
}
