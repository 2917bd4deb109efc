using Tidy.Core.Git;

namespace Tidy.Core.Rules;

/// <summary>What a rule may ask about one entry of a folder. All but its name is found out only when a rule asks.</summary>
internal interface IEntryFacts
{
    string Name { get; }

    /// <summary>A link to a folder counts as one.</summary>
    bool IsFolder { get; }

    /// <summary>Bytes; 0 for what is no file.</summary>
    long Size { get; }

    /// <summary>Null when git could not tell.</summary>
    GitState? Git { get; }

    /// <summary>The script, workflow or document of the repository that mentions the name, or null.</summary>
    string? MentionedBy { get; }

    /// <summary>Whether another entry of the same folder has a name of this pattern.</summary>
    bool HasSibling(NamePattern pattern);

    /// <summary>Whether the same folder has a file of this very name, without regard to case.</summary>
    bool HasSibling(string name);

    /// <summary>The beginning of a file as text, a few KiB at most; empty when it cannot be read, or is none.</summary>
    ReadOnlySpan<char> Beginning { get; }
}
