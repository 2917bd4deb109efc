using Tidy.Core.Configuration;

namespace Tidy.Core.Rules;

/// <summary>The entries of <c>root.allow</c>, prepared for many names.</summary>
public sealed class AllowIndex
{
    private readonly IReadOnlyList<AllowedEntry> entries;
    private readonly PatternTable files = new();
    private readonly PatternTable folders = new();

    public AllowIndex(IReadOnlyList<AllowedEntry> entries)
    {
        this.entries = entries;
        for (int rank = 0; rank < entries.Count; rank++)
        {
            var pattern = new NamePattern(entries[rank].Path);
            (pattern.IsFolder ? folders : files).Add(pattern, rank);
        }
    }

    /// <summary>The first entry that allows the name, or null.</summary>
    public AllowedEntry? FirstMatch(ReadOnlySpan<char> name, bool isFolder) =>
        (isFolder ? folders : files).FirstMatch(name) is >= 0 and var rank ? entries[rank] : null;
}
