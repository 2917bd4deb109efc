using Tidy.Core.Git;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Journal;

/// <summary>
/// Moves of tracked files that git's index has not followed yet, on disk until it has. Whoever writes holds the workspace lock.
/// </summary>
internal sealed class IndexDebts(WorkspaceRoot root, IOsFiles files, TimeProvider clock)
{
    public const string Name = "git-index-owed.jsonl";

    private readonly StateFile file = new(root, root.State(Name), clock, files);

    /// <summary>In the order of the moves; what cannot be read is no debt any more.</summary>
    public IReadOnlyList<IndexMove> Read()
    {
        List<IndexMove> moves = [];
        foreach (JournalRecord record in file.Read() is { } bytes ? JournalFile.Of(bytes).Records : [])
        {
            if (WorkspacePath.TryParse(record.Source, out WorkspacePath? from, out _) && WorkspacePath.TryParse(record.Destination, out WorkspacePath? to, out _))
                moves.Add(new IndexMove(from, to));
        }

        return moves;
    }

    /// <summary>Durable once this returns.</summary>
    /// <exception cref="TidyException">It cannot be written.</exception>
    public void Add(IReadOnlyCollection<IndexMove> moves)
    {
        if (moves.Count > 0)
            Keep([.. Read().Concat(moves).Distinct()]);
    }

    /// <summary>These are left, and no others.</summary>
    /// <exception cref="TidyException">It cannot be written.</exception>
    public void Keep(IReadOnlyCollection<IndexMove> moves)
    {
        if (moves.Count == 0)
            files.Remove(file.FullPath);
        else
            file.Replace(JournalLine.Bytes([.. moves.Select(m => new JournalRecord { Type = JournalTypes.Index, Source = m.From.Value, Destination = m.To.Value })]));
    }
}
