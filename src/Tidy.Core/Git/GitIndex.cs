using Tidy.Core.Builds;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Git;

/// <summary>What git's index has of the paths that it was asked about, at one moment.</summary>
internal sealed class GitIndex
{
    private readonly string? file;
    private readonly GateStamp seen;
    private readonly List<IndexEntry> entries = [];
    private bool isSorted;

    /// <param name="file">Absolute path of the index, or null when nobody knows where it is.</param>
    public GitIndex(string? file)
    {
        this.file = file;
        seen = file is null ? GateStamp.Unknown : GateStamp.Of(file);
    }

    /// <summary>Why git could not tell, or null.</summary>
    public string? Problem { get; private init; }

    /// <summary>Nobody has written the index since git was asked; false too where that cannot be told.</summary>
    public bool IsCurrent => file is not null && seen.Matches(GateStamp.Of(file));

    /// <summary>Asks git about the paths and what is in them; nothing else starts git for them.</summary>
    public static GitIndex Read(WorkspaceRoot root, GitProgram git, IReadOnlyCollection<WorkspacePath> paths)
    {
        string[] asked = [.. paths.Select(path => $":(literal){path.Value}").Distinct(WorkspacePath.Comparer)];
        bool all = asked.Sum(path => path.Length + 1) > GitProgram.MaxArguments;
        GitIndex index = new(GitFolder.Index(root)); // its time before the answer: a change in between must show
        var (output, problem) = git.Run([.. GitProgram.Names(root), "--cached", .. all ? [] : asked.Prepend("--")]);
        if (problem is not null)
            return new GitIndex(file: null) { Problem = problem };
        foreach (IndexEntry entry in GitProgram.Lines(output).Select(IndexEntry.Parse).OfType<IndexEntry>())
            index.Add(entry);
        return index;
    }

    public void Add(IndexEntry entry)
    {
        entries.Add(entry);
        isSorted = false;
    }

    /// <summary>The entry of a file, or those of all that is in a folder.</summary>
    public IEnumerable<IndexEntry> In(WorkspacePath path)
    {
        Sort();
        foreach (IndexEntry own in From(path.Value).TakeWhile(e => WorkspacePath.Comparer.Equals(e.Path, path.Value)))
            yield return own;
        // Between a folder's own name and what is in it others may come: 'a-b' sorts before 'a/b'.
        string inside = path.Value + "/";
        foreach (IndexEntry below in From(inside).TakeWhile(e => e.Path.Length > inside.Length && WorkspacePath.Comparer.Equals(e.Path[..inside.Length], inside)))
            yield return below;
    }

    private IEnumerable<IndexEntry> From(string path)
    {
        int low = 0, high = entries.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (WorkspacePath.Comparer.Compare(entries[middle].Path, path) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < entries.Count; low++)
            yield return entries[low];
    }

    private void Sort()
    {
        if (!isSorted)
            entries.Sort(static (a, b) => WorkspacePath.Comparer.Compare(a.Path, b.Path));
        isSorted = true;
    }
}
