using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>
/// Which destination names are free: on the disk, and not promised to another entry of the same plan (two sources with one
/// destination are never planned onto each other).
/// </summary>
internal sealed class Destinations(WorkspaceRoot root, IOsFiles files, LinkGuard guard)
{
    private readonly HashSet<WorkspacePath> promised = [];

    /// <summary>Folders that will have been made for what is promised, when a later entry's turn comes.</summary>
    private readonly HashSet<WorkspacePath> made = [];

    /// <summary>Chooses the destination of <paramref name="source"/>, or says what is in the way.</summary>
    public DestinationChoice Choose(WorkspacePath source, WorkspacePath wanted, in FileStat stat, ConflictMode conflict)
    {
        if (guard.ProblemOf(wanted) is { } problem)
            return new(DestinationVerdict.Refused, wanted, problem);
        if (IsFree(wanted))
            return Promise(wanted);
        return conflict switch
        {
            ConflictMode.Skip => new(DestinationVerdict.Skip, wanted, $"'{wanted}' exists already and the rule says to skip"),
            ConflictMode.Fail => new(DestinationVerdict.Taken, wanted, $"'{wanted}' exists already and the rule says to fail"),
            ConflictMode.Deduplicate when HasSameContent(source, wanted, stat) => new(DestinationVerdict.Duplicate, wanted, null),
            _ => Promise(NextFree(wanted, stat.ModifiedAt)),
        };
    }

    /// <summary>The first free name after <paramref name="wanted"/>.</summary>
    public WorkspacePath NextFree(WorkspacePath wanted, DateTimeOffset modifiedAt)
    {
        for (int number = 1; ; number++)
        {
            WorkspacePath candidate = ConflictName.Of(wanted, modifiedAt, number);
            if (IsFree(candidate))
                return candidate;
        }
    }

    private DestinationChoice Promise(WorkspacePath path)
    {
        promised.Add(path);
        for (WorkspacePath? folder = path.Parent; folder is not null && made.Add(folder);)
            folder = folder.Parent;
        return new(DestinationVerdict.Free, path, null);
    }

    private bool IsFree(WorkspacePath path)
    {
        if (promised.Contains(path) || made.Contains(path))
            return false;
        return (path.Parent is { } folder && !guard.Exists(folder)) || !files.Stat(root.Resolve(path), out _).IsOk;
    }

    private bool HasSameContent(WorkspacePath source, WorkspacePath other, in FileStat stat)
    {
        return stat.Kind == FileKind.File
            && files.Stat(root.Resolve(other), out FileStat there).IsOk
            && there.Kind == FileKind.File
            && there.Size == stat.Size
            && !there.IsSameFile(stat)
            && ContentHash.AreEqual(root.Resolve(source), root.Resolve(other));
    }
}
