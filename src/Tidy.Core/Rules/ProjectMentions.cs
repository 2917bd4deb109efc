using System.Buffers;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Rules;

/// <summary>
/// The names that the project, solution, props and targets files at the workspace root mention: such a file is needed where it is,
/// whatever it looks like. Those files are read at the first question, so a workspace without candidates pays nothing.
/// </summary>
/// <remarks>The text is split, not understood: a comment counts as a mention. That errs on the side of leaving a file alone.</remarks>
public sealed class ProjectMentions(WorkspaceRoot root, RootListing listing)
{
    private const int MaxBytes = 1 << 20;

    /// <summary>What ends a file name in XML, in a solution and in an MSBuild expression; a blank may be part of one.</summary>
    private static readonly SearchValues<char> Separators = SearchValues.Create("\"'<>;=\\/|,\r\n\t");

    private static readonly SearchValues<char> InnerSeparators = SearchValues.Create(" ()");

    private readonly Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(NamePattern Pattern, string By)> patterns = [];
    private bool read;

    /// <param name="by">The name of a file that mentions it.</param>
    public bool Mentions(string name, out string? by)
    {
        if (!read)
            ReadAll();
        if (names.TryGetValue(name, out by))
            return true;
        foreach (var (pattern, source) in patterns)
        {
            by = source;
            if (pattern.Matches(name))
                return true;
        }

        by = null;
        return false;
    }

    private static bool IsProjectFile(string name)
    {
        string extension = Path.GetExtension(name);
        return extension.EndsWith("proj", StringComparison.OrdinalIgnoreCase)
            || extension.ToLowerInvariant() is ".sln" or ".slnx" or ".slnf" or ".props" or ".targets" or ".nuspec"
            || name.StartsWith("Directory.", StringComparison.OrdinalIgnoreCase)
            || name.Equals("nuget.config", StringComparison.OrdinalIgnoreCase)
            || name.Equals("global.json", StringComparison.OrdinalIgnoreCase);
    }

    private void ReadAll()
    {
        read = true;
        // Sorted, so that the same file is named as the reason in every run.
        foreach (string name in listing.Entries.Where(e => !e.IsFolder && IsProjectFile(e.Name)).Select(e => e.Name).Order(StringComparer.Ordinal))
        {
            if (Text(Path.Combine(root.FullPath, name)) is { } text)
                Collect(text, name);
        }
    }

    /// <summary>The beginning of a huge file is better than nothing of it.</summary>
    private static string? Text(string path)
    {
        try
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            char[] buffer = new char[Math.Min(MaxBytes, reader.BaseStream.Length)];
            return new string(buffer, 0, reader.ReadBlock(buffer));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Collect(ReadOnlySpan<char> text, string by)
    {
        foreach (Range range in text.SplitAny(Separators))
        {
            ReadOnlySpan<char> token = text[range].Trim();
            Add(token, by);
            if (!token.ContainsAny(InnerSeparators))
                continue;
            foreach (Range inner in token.SplitAny(InnerSeparators))
                Add(token[inner], by);
        }
    }

    private void Add(ReadOnlySpan<char> token, string by)
    {
        if (token.IsEmpty)
            return;
        if (!token.ContainsAny('*', '?'))
            names.TryAdd(token.ToString(), by);
        else if (token.ContainsAnyExcept("*?."))
            patterns.Add((new NamePattern(token.ToString()), by));
    }
}
