using System.Buffers;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Rules;

/// <summary>
/// The names at the workspace root that projects need: such a file stays, whatever it looks like. They are the names that the project,
/// solution, props and targets files at the root mention, and those that project files further down can reach. All are read at the first
/// question, so a workspace without candidates pays nothing.
/// </summary>
/// <param name="nested">Project files below the root's own entries, as workspace paths.</param>
/// <remarks>The text is split, not understood: a comment counts as a mention. That errs on the side of leaving a file alone.</remarks>
public sealed class ProjectMentions(WorkspaceRoot root, RootListing listing, IReadOnlyList<string> nested)
{
    /// <summary>What ends a file name in XML, in a solution and in an MSBuild expression; a blank may be part of one.</summary>
    private static readonly SearchValues<char> Separators = SearchValues.Create("\"'<>;=\\/|,\r\n\t");

    private static readonly SearchValues<char> InnerSeparators = SearchValues.Create(" ()");

    private readonly MentionedNames names = new();
    private bool read;

    /// <param name="by">The path of a file that mentions it.</param>
    public bool Mentions(string name, out string? by)
    {
        if (!read)
            ReadAll();
        by = names.FirstMention(name);
        return by is not null;
    }

    private static bool IsProjectFile(string name)
    {
        return ProjectFile.Is(name)
            || Path.GetExtension(name).ToLowerInvariant() is ".sln" or ".slnx" or ".slnf" or ".nuspec"
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
            if (SourceText.Read(root, name) is { } text)
                Collect(text, name);
        }

        NestedMentions further = new(names);
        foreach (string path in nested.Order(StringComparer.Ordinal))
        {
            if (SourceText.Read(root, path) is { } text)
                further.Collect(text, path);
        }
    }

    private void Collect(ReadOnlySpan<char> text, string by)
    {
        foreach (Range range in text.SplitAny(Separators))
        {
            ReadOnlySpan<char> token = text[range].Trim();
            names.Add(token, by);
            if (!token.ContainsAny(InnerSeparators))
                continue;
            foreach (Range inner in token.SplitAny(InnerSeparators))
                names.Add(token[inner], by);
        }
    }
}
