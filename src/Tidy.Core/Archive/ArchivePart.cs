using Tidy.Core.Workspaces;

namespace Tidy.Core.Archive;

/// <summary>Files that will lie in one folder of the archive, without an object for each of them.</summary>
/// <param name="folder">Where they will be.</param>
/// <param name="listing">Where they are now, or what brings them one by one.</param>
internal sealed class ArchivePart(WorkspacePath folder, FolderListing listing)
{
    private readonly List<HashSet<string>> left = [];

    public WorkspacePath Folder => folder;

    /// <summary>The top-level folder of the archive that they belong to, <c>.</c> for files directly in the archive.</summary>
    public required string Bucket { get; init; }

    /// <summary>The plan brings them.</summary>
    public bool IsArrival { get; init; }

    /// <summary>They belong to a repository that was archived as a whole, which is left as it is.</summary>
    public bool IsInRepository { get; init; }

    public int Count => listing.Count;

    public FolderEntry this[int index] => listing[index];

    /// <summary>These names leave, so they are no files of the archive.</summary>
    public void Leave(HashSet<string>? names)
    {
        if (names is not null)
            left.Add(names);
    }

    /// <summary>A file of the archive: no folder, no link, not the index itself nor a <c>.gitignore</c>.</summary>
    public bool IsFile(int index)
    {
        FolderEntry entry = listing[index];
        if (entry.Kind != Platform.FileKind.File || entry.Name.SequenceEqual(IgnoreFile.Name) || (Bucket == ArchiveFiles.TopBucket && IndexFiles.IsOne(entry.Name)))
            return false;
        foreach (HashSet<string> names in left)
        {
            if (names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(entry.Name))
                return false;
        }

        return true;
    }

    /// <summary>Null for a name that cannot be one of ours; it is left alone.</summary>
    public WorkspacePath? PathOf(int index) => WorkspacePath.TryParse($"{folder.Value}/{listing[index].Name}", out WorkspacePath? path, out _) ? path : null;

    /// <summary>An order of all files that does not depend on the file system: by folder, then by name.</summary>
    public int CompareNames(int index, ArchivePart other, int otherIndex)
    {
        int order = string.CompareOrdinal(folder.Value, other.Folder.Value);
        return order != 0 ? order : listing[index].Name.SequenceCompareTo(other[otherIndex].Name);
    }
}
