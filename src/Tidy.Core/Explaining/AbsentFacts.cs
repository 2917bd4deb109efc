using Tidy.Core.Git;
using Tidy.Core.Rules;

namespace Tidy.Core.Explaining;

/// <summary>The name alone, of something that is not there, or that nobody wants looked at: neither git nor its content is asked.</summary>
internal sealed class AbsentFacts(IEntryFacts entry) : IEntryFacts
{
    public string Name => entry.Name;

    public bool IsFolder => entry.IsFolder;

    public long Size => 0;

    public GitState? Git => null;

    public string? MentionedBy => null;

    public ReadOnlySpan<char> Beginning => [];

    public bool HasSibling(NamePattern pattern) => entry.HasSibling(pattern);

    public bool HasSibling(string name) => entry.HasSibling(name);
}
