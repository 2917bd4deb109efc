using System.IO.Enumeration;
using Tidy.Core.Platform;

namespace Tidy.Core.Workspaces;

/// <summary>
/// What one pass over a folder found: names, kinds, sizes and times, in the order of the file system. Without an object for each entry,
/// for an archive may have a million files.
/// </summary>
public sealed class FolderListing
{
    private readonly List<FolderBlock> blocks = [];
    private FolderNames? names;

    private FolderListing(WorkspacePath path) => Path = path;

    public WorkspacePath Path { get; }

    public int Count { get; private set; }

    /// <summary>False: there is no such folder, or a link or a file has its name.</summary>
    public bool Exists { get; private init; } = true;

    /// <summary>Why it could not be read, or not to its end; then it may have more entries than are known.</summary>
    public string? Problem { get; private set; }

    public FolderEntry this[int index] => blocks[index / FolderBlock.Most][index % FolderBlock.Most];

    public static FolderListing Missing(WorkspacePath path) => new(path) { Exists = false };

    /// <param name="scratch">Filled and emptied; the same one serves for every folder.</param>
    internal static FolderListing Read(WorkspaceRoot root, WorkspacePath path, FolderBlock scratch)
    {
        FolderListing listing = new(path);
        try
        {
            using Pass pass = new(root.Resolve(path), listing, scratch);
            while (pass.MoveNext())
            {
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            listing.Problem = e.Message;
        }

        listing.Keep(scratch);
        return listing;
    }

    /// <summary>Entries that nobody read together: what a plan brings into a folder one by one.</summary>
    public static FolderListing Of(WorkspacePath path, IEnumerable<KeyValuePair<string, FileStat>> entries)
    {
        FolderListing listing = new(path);
        FolderBlock scratch = new();
        foreach ((string name, FileStat stat) in entries)
            listing.Add(new FolderEntry(name, stat.Kind, stat.Size, stat.ModifiedTicks), scratch);
        listing.Keep(scratch);
        return listing;
    }

    /// <summary>Whether it has an entry of this name, as the file system compares names.</summary>
    public bool Has(string name) => (names ??= new FolderNames(this)).Contains(name);

    private void Add(FolderEntry entry, FolderBlock scratch)
    {
        scratch.Add(entry);
        if (scratch.IsFull)
            Keep(scratch);
    }

    private void Keep(FolderBlock scratch)
    {
        if (scratch.Count > 0)
            blocks.Add(scratch.Copy());
        Count += scratch.Count;
        scratch.Clear();
    }

    private static FileKind KindOf(ref FileSystemEntry entry) =>
        entry.Attributes.HasFlag(FileAttributes.ReparsePoint) ? FileKind.Link : entry.IsDirectory ? FileKind.Directory : FileKind.File;

    private sealed class Pass(string folder, FolderListing listing, FolderBlock scratch) : FileSystemEnumerator<bool>(folder, Everything)
    {
        private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

        protected override bool TransformEntry(ref FileSystemEntry entry)
        {
            FileKind kind = KindOf(ref entry);
            listing.Add(new FolderEntry(entry.FileName, kind, kind == FileKind.File ? entry.Length : 0, entry.LastWriteTimeUtc.Ticks), scratch);
            return true;
        }
    }
}
