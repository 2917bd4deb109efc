using System.IO.Enumeration;
using Tidy.Core.Platform;

namespace Tidy.Core.Workspaces;

/// <summary>
/// What one pass over a folder found: names, kinds, sizes and times, in the order of the file system. Kept in a few arrays, for an
/// archive may have a million files.
/// </summary>
public sealed class FolderListing
{
    private char[] names = [];
    private int[] nameEnds = [];
    private byte[] kinds = [];
    private long[] sizes = [];
    private long[] times = [];
    private HashSet<string>? set;

    private FolderListing(WorkspacePath path) => Path = path;

    public WorkspacePath Path { get; }

    public int Count { get; private set; }

    /// <summary>False: there is no such folder, or a link or a file has its name.</summary>
    public bool Exists { get; private init; } = true;

    /// <summary>Why it could not be read, or not to its end; then it may have more entries than are known.</summary>
    public string? Problem { get; private set; }

    public FolderEntry this[int index]
    {
        get
        {
            int start = index == 0 ? 0 : nameEnds[index - 1];
            return new FolderEntry(names.AsSpan(start..nameEnds[index]), (FileKind)kinds[index], sizes[index], times[index]);
        }
    }

    public static FolderListing Missing(WorkspacePath path) => new(path) { Exists = false };

    public static FolderListing Read(WorkspaceRoot root, WorkspacePath path)
    {
        FolderListing listing = new(path);
        try
        {
            using Pass pass = new(root.Resolve(path), listing);
            while (pass.MoveNext())
            {
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            listing.Problem = e.Message;
        }

        listing.Resize(listing.Count, listing.Count == 0 ? 0 : listing.nameEnds[listing.Count - 1]);
        return listing;
    }

    /// <summary>Entries that nobody read together: what a plan brings into a folder one by one.</summary>
    public static FolderListing Of(WorkspacePath path, IEnumerable<KeyValuePair<string, FileStat>> entries)
    {
        FolderListing listing = new(path);
        foreach ((string name, FileStat stat) in entries)
            listing.Add(name, stat.Kind, stat.Size, stat.ModifiedTicks);
        return listing;
    }

    /// <summary>Whether it has an entry of this name, as the file system compares names.</summary>
    public bool Has(string name)
    {
        if (set is null)
        {
            set = new HashSet<string>(Count, WorkspacePath.Comparer);
            for (int i = 0; i < Count; i++)
                set.Add(this[i].Name.ToString());
        }

        return set.Contains(name);
    }

    private void Add(ref FileSystemEntry entry)
    {
        FileKind kind = KindOf(ref entry);
        Add(entry.FileName, kind, kind == FileKind.File ? entry.Length : 0, entry.LastWriteTimeUtc.Ticks);
    }

    private void Add(ReadOnlySpan<char> name, FileKind kind, long size, long modifiedTicks)
    {
        int start = Count == 0 ? 0 : nameEnds[Count - 1];
        if (Count == kinds.Length || start + name.Length > names.Length)
            Resize(Math.Max(16, Count * 2), Math.Max(256, (start + name.Length) * 2));
        name.CopyTo(names.AsSpan(start));
        nameEnds[Count] = start + name.Length;
        kinds[Count] = (byte)kind;
        sizes[Count] = size;
        times[Count] = modifiedTicks;
        Count++;
    }

    private static FileKind KindOf(ref FileSystemEntry entry) =>
        entry.Attributes.HasFlag(FileAttributes.ReparsePoint) ? FileKind.Link : entry.IsDirectory ? FileKind.Directory : FileKind.File;

    private void Resize(int entries, int characters)
    {
        Array.Resize(ref names, characters);
        Array.Resize(ref nameEnds, entries);
        Array.Resize(ref kinds, entries);
        Array.Resize(ref sizes, entries);
        Array.Resize(ref times, entries);
    }

    private sealed class Pass(string folder, FolderListing listing) : FileSystemEnumerator<bool>(folder, Everything)
    {
        private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

        protected override bool TransformEntry(ref FileSystemEntry entry)
        {
            listing.Add(ref entry);
            return true;
        }
    }
}
