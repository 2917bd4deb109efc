using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>
/// Which destination names are free: on the disk, and not promised to another entry of the same plan (two sources with one
/// destination are never planned onto each other). What a folder brings along counts as there, once the folder is planned to arrive.
/// </summary>
internal sealed class Destinations(WorkspaceRoot root, IOsFiles files, LinkGuard guard)
{
    private readonly Dictionary<WorkspacePath, WorkspacePath> arriving = []; // from where, by destination

    /// <summary>They will have been made for what arrives, when a later entry's turn comes.</summary>
    private readonly HashSet<WorkspacePath> foldersOfArriving = [];

    /// <summary>Chooses the destination of <paramref name="source"/>, or says what is in the way.</summary>
    public DestinationChoice Choose(WorkspacePath source, WorkspacePath wanted, in FileStat stat, ConflictMode conflict)
    {
        if (guard.ProblemOf(wanted) is { } problem)
            return new(DestinationVerdict.Refused, wanted, problem);
        if (IsFree(wanted))
            return Promise(wanted, source);
        return conflict switch
        {
            ConflictMode.Skip => new(DestinationVerdict.Skip, wanted, $"'{wanted}' exists already, and 'conflict' says to skip"),
            ConflictMode.Fail => new(DestinationVerdict.Taken, wanted, $"'{wanted}' exists already, and 'conflict' says to fail"),
            ConflictMode.Deduplicate when HasSameContent(source, wanted, stat) => new(DestinationVerdict.Duplicate, wanted, null),
            _ => Promise(NextFree(wanted, stat.ModifiedAt), source),
        };
    }

    /// <summary>What was promised that name stays after all.</summary>
    public void Release(WorkspacePath path) => arriving.Remove(path);

    /// <summary>What will be at <paramref name="path"/> when the plan so far is carried out; null for nothing.</summary>
    public FileKind? KindAt(WorkspacePath path)
    {
        if (foldersOfArriving.Contains(path))
            return FileKind.Directory;
        return files.Stat(root.Resolve(Now(path)), out FileStat stat).IsOk ? stat.Kind : null;
    }

    /// <summary>Where that lies now which the plan so far brings to <paramref name="path"/>; the same path when it brings nothing there.</summary>
    public WorkspacePath Now(WorkspacePath path)
    {
        for (WorkspacePath? at = path; at is not null && arriving.Count > 0; at = at.Parent)
        {
            if (arriving.TryGetValue(at, out WorkspacePath? source))
                return WorkspacePath.Parse(source.Value + path.Value[at.Value.Length..]);
        }

        return path;
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

    private DestinationChoice Promise(WorkspacePath path, WorkspacePath source)
    {
        arriving[path] = source;
        for (WorkspacePath? folder = path.Parent; folder is not null && foldersOfArriving.Add(folder); folder = folder.Parent)
        {
        }

        return new(DestinationVerdict.Free, path, null);
    }

    private bool IsFree(WorkspacePath path)
    {
        if (foldersOfArriving.Contains(path) || arriving.ContainsKey(path))
            return false;
        WorkspacePath now = Now(path);
        return (now.Parent is { } folder && !guard.Exists(folder)) || !files.Stat(root.Resolve(now), out _).IsOk;
    }

    private bool HasSameContent(WorkspacePath source, WorkspacePath wanted, in FileStat stat)
    {
        string other = root.Resolve(Now(wanted));
        return stat.Kind == FileKind.File
            && files.Stat(other, out FileStat there).IsOk
            && there.Kind == FileKind.File
            && there.Size == stat.Size
            && !there.IsSameFile(stat)
            && ContentHash.AreEqual(root.Resolve(source), other);
    }
}
