using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>
/// A SQLite database and its <c>-wal</c>, <c>-shm</c> and <c>-journal</c> files are one thing: apart, committed transactions are
/// lost (sqlite.org/howtocorrupt.html, 1.4). They move together, or not at all.
/// </summary>
/// <param name="has">Whether the folder has an entry of this name.</param>
/// <param name="folder">Null for the workspace root.</param>
internal sealed class SqliteUnits(Func<string, bool> has, WorkspacePath? folder)
{
    private static readonly string[] Suffixes = ["-wal", "-shm", "-journal"];

    public SqliteUnits(RootListing root)
        : this(root.Has, folder: null)
    {
    }

    public SqliteUnits(FolderListing listing)
        : this(listing.Has, listing.Path)
    {
    }

    /// <summary>For what is no file.</summary>
    public static SqliteUnits None { get; } = new(static _ => false, folder: null);

    /// <summary>The companions of <paramref name="database"/> that lie beside it in the folder.</summary>
    public IEnumerable<WorkspacePath> CompanionsOf(WorkspacePath database)
    {
        if (!Equals(database.Parent, folder))
            yield break;
        foreach (string suffix in Suffixes)
        {
            if (has(database.Name + suffix))
                yield return WorkspacePath.Parse(database.Value + suffix);
        }
    }

    /// <summary>Whether <paramref name="path"/> is a companion whose database is there: then it goes where the database goes.</summary>
    public bool Follows(WorkspacePath path)
    {
        foreach (string suffix in Suffixes)
        {
            if (path.Name.Length > suffix.Length && path.Name.EndsWith(suffix, StringComparison.Ordinal) && has(path.Name[..^suffix.Length]))
                return true;
        }

        return false;
    }
}
