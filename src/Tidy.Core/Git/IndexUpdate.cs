using System.Text;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Git;

/// <summary>
/// Brings git's index to where files have moved, as <c>git mv</c> would: mode, content and stage stay, only the path is another. So what was
/// staged stays staged, and what was changed in the file alone stays a change that is not staged.
/// </summary>
internal sealed class IndexUpdate(WorkspaceRoot root, GitProgram git)
{
    /// <summary>One call for all. Git replaces its index as a whole, so a call that fails or is killed changes nothing.</summary>
    /// <param name="index">What the index has of both ends of each move.</param>
    /// <returns>Why the index did not follow, or null when it did, or has nothing to follow.</returns>
    public string? Tell(IEnumerable<IndexMove> moves, GitIndex index)
    {
        StringBuilder gone = new(), come = new();
        string prefix = GitFolder.Prefix(root);
        foreach (IndexMove move in moves.Where(m => MayFollow(m, index)))
        {
            foreach (IndexEntry entry in index.In(move.From))
            {
                // git-update-index(1): mode 0 takes an entry out, with any hash of the right length. Paths count from the top of the repository.
                gone.Append("0 ").Append(entry.Id).Append('\t').Append(prefix).Append(entry.Path).Append('\0');
                come.Append(entry.Mode).Append(' ').Append(entry.Id).Append('\t').Append(prefix).Append(move.To.Value).Append(entry.Path.AsSpan(move.From.Value.Length)).Append('\0');
            }
        }

        if (gone.Length == 0)
            return null;
        string[] arguments = [.. GitProgram.At(root), "update-index", "-z", "--index-info"];
        return git.Run(arguments, Encoding.UTF8.GetBytes(gone.Append(come).ToString())).Problem;
    }

    /// <summary>What changed in the index meanwhile is somebody's work: a conflict, a file that is staged at the new place already.</summary>
    private static bool MayFollow(IndexMove move, GitIndex index) => index.In(move.From).All(e => e.Hold is null) && !index.In(move.To).Any();
}
