using System.Text;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Git;

/// <summary>
/// Brings git's index to where files have moved, as <c>git mv</c> would: mode, content and stage stay, only the path is another. So what was
/// staged stays staged, and what was changed in the file alone stays a change that is not staged.
/// </summary>
/// <param name="index">What the index has of both ends of each move.</param>
internal sealed class IndexUpdate(WorkspaceRoot root, GitIndex index)
{
    private readonly string prefix = GitFolder.Prefix(root);
    private readonly StringBuilder gone = new();
    private readonly StringBuilder come = new();

    /// <summary>One call for all. Git replaces its index as a whole, so a call that fails or is killed changes nothing.</summary>
    /// <returns>Why the index did not follow, or null when it did, or has nothing to follow.</returns>
    public string? Tell(GitProgram git, IEnumerable<IndexMove> moves)
    {
        string? hold = null;
        foreach (IndexMove move in moves.Where(m => !index.In(m.To).Any())) // else somebody has told git already
        {
            if (index.In(move.From).FirstOrDefault(e => e.Hold is not null) is { } held)
                hold ??= $"'{held.Path}' stays in it: {held.Hold}";
            else
                Add(move);
        }

        if (gone.Length == 0)
            return hold;
        string[] arguments = [.. GitProgram.At(root), "update-index", "-z", "--index-info"];
        return git.Run(arguments, Encoding.UTF8.GetBytes($"{gone}{come}")).Problem ?? hold;
    }

    /// <summary>What is at the old place, again or still, is not what has moved.</summary>
    private void Add(IndexMove move)
    {
        foreach (IndexEntry entry in index.In(move.From).Where(e => !Path.Exists(Path.Combine(root.FullPath, e.Path))))
        {
            // git-update-index(1): mode 0 takes an entry out, with any hash of the right length. Paths count from the top of the repository.
            gone.Append("0 ").Append(entry.Id).Append('\t').Append(prefix).Append(entry.Path).Append('\0');
            come.Append(entry.Mode).Append(' ').Append(entry.Id).Append('\t').Append(prefix).Append(move.To.Value).Append(entry.Path.AsSpan(move.From.Value.Length)).Append('\0');
        }
    }
}
