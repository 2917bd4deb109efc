using Tidy.Core.Git;
using Tidy.Core.Rules;

namespace Tidy.Core.Tests;

/// <summary>An entry of which a test says all that a rule may ask.</summary>
internal sealed record NamedEntry(string Name, bool IsFolder = false) : IEntryFacts
{
    public IReadOnlyList<string> Siblings { get; init; } = [];

    public long Size { get; init; }

    public GitState? Git { get; init; } = GitState.Untracked;

    public string? MentionedBy { get; init; }

    public string Content { get; init; } = "";

    public ReadOnlySpan<char> Beginning => Content;

    public bool HasSibling(NamePattern pattern) => Siblings.Any(name => name.EndsWith('/') == pattern.IsFolder && pattern.Matches(name.TrimEnd('/')));

    public bool HasSibling(string name) => Siblings.Contains(name, StringComparer.OrdinalIgnoreCase);
}
