using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>
/// A SQLite database and its <c>-wal</c>, <c>-shm</c> and <c>-journal</c> files are one thing: apart, committed transactions are
/// lost (sqlite.org/howtocorrupt.html, 1.4). They move together, or not at all.
/// </summary>
internal sealed class SqliteUnits(RootListing root)
{
    private static readonly string[] Suffixes = ["-wal", "-shm", "-journal"];

    /// <summary>The companions of <paramref name="database"/> that lie beside it at the root.</summary>
    public IEnumerable<WorkspacePath> CompanionsOf(WorkspacePath database)
    {
        if (database.Parent is not null)
            yield break;
        foreach (string suffix in Suffixes)
        {
            if (root.Has(database.Name + suffix))
                yield return WorkspacePath.Parse(database.Name + suffix);
        }
    }

    /// <summary>Whether <paramref name="path"/> is a companion whose database is there: then it goes where the database goes.</summary>
    public bool Follows(WorkspacePath path)
    {
        foreach (string suffix in Suffixes)
        {
            if (path.Name.Length > suffix.Length && path.Name.EndsWith(suffix, StringComparison.Ordinal) && root.Has(path.Name[..^suffix.Length]))
                return true;
        }

        return false;
    }
}
