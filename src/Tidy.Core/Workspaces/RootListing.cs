using System.IO.Enumeration;

namespace Tidy.Core.Workspaces;

/// <summary>The names in the workspace root, read once a run: one pass over the directory, no <c>stat</c> per entry.</summary>
public sealed class RootListing
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private HashSet<string>? names;

    private RootListing(List<RootEntry> entries) => Entries = entries;

    public IReadOnlyList<RootEntry> Entries { get; }

    public static RootListing Read(WorkspaceRoot root) =>
        new([.. new FileSystemEnumerable<RootEntry>(
            root.FullPath,
            (ref FileSystemEntry entry) => new RootEntry(entry.FileName.ToString(), entry.IsDirectory),
            Everything)]);

    public bool Has(string name) => (names ??= Entries.Select(e => e.Name).ToHashSet(WorkspacePath.Comparer)).Contains(name);
}
