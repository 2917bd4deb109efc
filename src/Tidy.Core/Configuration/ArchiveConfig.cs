namespace Tidy.Core.Configuration;

/// <summary>The archive folder, and what a run does about its content.</summary>
public sealed record ArchiveConfig
{
    /// <summary>Workspace-relative, without a <c>/</c> at the end.</summary>
    public string Path { get; init; } = "archive";

    /// <summary>False: Tidy creates the folder with a <c>.gitignore</c>, so that a file git ignored does not become visible.</summary>
    public bool Commit { get; init; }

    /// <summary>Folders to have in it, without a <c>/</c> at the end.</summary>
    public IReadOnlyList<string> Buckets { get; init; } = [];

    /// <summary>Of files with the same content one stays.</summary>
    public bool Deduplicate { get; init; }

    /// <summary>Keep <c>ARCHIVE_INDEX.json</c> and <c>.md</c> in it.</summary>
    public bool Index { get; init; }

    /// <summary>What happens to files that grew old in it; null for nothing.</summary>
    public RetentionConfig? Retention { get; init; }

    /// <summary>A phase has something to look at in the archive.</summary>
    public bool IsTended => Deduplicate || Index || Retention is not null;

    /// <summary>A folder of the archive, ending in <c>/</c>.</summary>
    public string Folder(string bucket) => $"{Path}/{bucket}/";
}
