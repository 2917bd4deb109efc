namespace Tidy.Core.Configuration;

/// <summary>What belongs into the documentation folder. Only its own entries are judged, not what lies in allowed folders.</summary>
public sealed record DocsConfig
{
    /// <summary>Workspace-relative, without a <c>/</c> at the end.</summary>
    public string Path { get; init; } = "docs";

    /// <summary>File names that must be there, and of which the root has no other version.</summary>
    public IReadOnlyList<string> TruthSources { get; init; } = [];

    /// <summary>Patterns of file names that may be there.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>Patterns of folder names that may be there.</summary>
    public IReadOnlyList<string> AllowDirs { get; init; } = [];

    public DocsMode Mode { get; init; }
}
