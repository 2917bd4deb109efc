using Tidy.Core.Platform;

namespace Tidy.Core.Workspaces;

/// <summary>
/// The workspace as one run sees it. Each folder is read when a phase first asks for it, and once, whatever the number of phases
/// and rules; what nobody asks for is not read. Links are never followed.
/// </summary>
public sealed class WorkspaceTree(WorkspaceRoot root, LinkGuard guard)
{
    private readonly Dictionary<string, FolderListing> folders = new(WorkspacePath.Comparer);
    private readonly FolderBlock scratch = new();
    private RootListing? rootListing;

    /// <summary>The entries of the workspace root: names alone, without a <c>stat</c> of each.</summary>
    public RootListing Root => rootListing ??= RootListing.Read(root);

    /// <summary>Folders read so far, the root not counted.</summary>
    public int FoldersRead { get; private set; }

    /// <summary>A folder that cannot be read has a problem; one that is missing or a link does not exist.</summary>
    public FolderListing Folder(WorkspacePath path)
    {
        if (folders.TryGetValue(path.Value, out FolderListing? known))
            return known;
        FolderListing listing = guard.Exists(path) ? Read(path) : FolderListing.Missing(path);
        folders.Add(path.Value, listing);
        return listing;
    }

    /// <summary>
    /// The folder and all real folders below it, a folder before what is in it, siblings in the order of their names. Tidy's own state and
    /// <c>.git</c> are no paths of the workspace and are left out, as are folders whose name is no text.
    /// </summary>
    public IEnumerable<FolderListing> Walk(WorkspacePath path)
    {
        Stack<WorkspacePath> ahead = new([path]);
        while (ahead.TryPop(out WorkspacePath? next))
        {
            FolderListing listing = Folder(next);
            if (!listing.Exists)
                continue;
            List<WorkspacePath> below = FoldersIn(listing);
            below.Sort(static (a, b) => string.CompareOrdinal(b.Value, a.Value)); // the first one on top of the stack
            below.ForEach(ahead.Push);
            yield return listing;
        }
    }

    /// <summary>The real folders directly in a listed folder, unsorted.</summary>
    public static List<WorkspacePath> FoldersIn(FolderListing listing)
    {
        List<WorkspacePath> found = [];
        for (int i = 0; i < listing.Count; i++)
        {
            FolderEntry entry = listing[i];
            if (entry.Kind == FileKind.Directory && WorkspacePath.TryParse($"{listing.Path}/{entry.Name}", out WorkspacePath? folder, out _))
                found.Add(folder);
        }

        return found;
    }

    private FolderListing Read(WorkspacePath path)
    {
        FoldersRead++;
        return FolderListing.Read(root, path, scratch);
    }
}
