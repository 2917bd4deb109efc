using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Git;

/// <summary>
/// Which entries of the workspace git tracks, asked once. Outside a repository nothing is tracked; where git cannot tell, nobody knows,
/// and <see cref="Problem"/> says why.
/// </summary>
public sealed class TrackedFiles
{
    private readonly HashSet<string> tracked = new(WorkspacePath.Comparer);
    private readonly HashSet<string> untracked = new(WorkspacePath.Comparer);
    private readonly HashSet<string> askedFolders = new(WorkspacePath.Comparer);
    private readonly List<string> projectFiles = [];
    private bool askedAll;

    private TrackedFiles()
    {
    }

    /// <summary>Why git could not tell, or null when it could, or was not needed.</summary>
    public string? Problem { get; private init; }

    /// <summary>There is no repository around the workspace.</summary>
    public bool IsOutside { get; private init; }

    /// <summary>What the index has of what was asked about.</summary>
    internal GitIndex Index { get; private init; } = new(file: null);

    /// <summary>
    /// Project, props and targets files in the folders of the workspace, tracked or new; those that git ignores and those at the root itself
    /// are not among them. A build uses a new project before anybody commits it.
    /// </summary>
    public IReadOnlyList<string> ProjectFiles => projectFiles;

    /// <summary>
    /// Asks about all entries of the root, about project files anywhere, and about what is inside the folders given; starts git only inside
    /// a repository.
    /// </summary>
    /// <param name="folders">Folders at the root or below that may move as a whole.</param>
    public static TrackedFiles Ask(WorkspaceRoot root, IEnumerable<WorkspacePath> folders) => Ask(root, folders, "git", GitProgram.DefaultTimeout);

    /// <param name="program">Name on the PATH or absolute path of git.</param>
    internal static TrackedFiles Ask(WorkspaceRoot root, IEnumerable<WorkspacePath> folders, string program, TimeSpan timeout)
    {
        if (GitFolder.DotGit(root) is null)
            return new TrackedFiles { askedAll = true, IsOutside = true };
        string[] asked = [.. folders.Select(folder => folder.Value)];
        bool all = asked.Sum(folder => folder.Length + ":(literal)/ ".Length) > GitProgram.MaxArguments;
        GitIndex index = new(GitFolder.Index(root)); // its time before the answer: a change in between must show
        var (output, problem) = new GitProgram(program, timeout).Run(Arguments(root, all ? null : asked));
        var answer = new TrackedFiles { Problem = problem, Index = index, askedAll = all };
        answer.askedFolders.UnionWith(asked);
        foreach (string line in GitProgram.Lines(output))
            answer.Add(line);
        return answer;
    }

    /// <summary>
    /// Whether git tracks the file, or anything in the folder; null when that is not known, because git could not tell or was not
    /// asked about it.
    /// </summary>
    /// <param name="isFolder">A folder of the root says nothing about its files unless it was asked about.</param>
    public bool? IsTracked(WorkspacePath path, bool isFolder = false)
    {
        if (Problem is not null || !(WasAsked(path, isFolder) || tracked.Contains(path.Value)))
            return null;
        return tracked.Contains(path.Value);
    }

    /// <summary>As <see cref="IsTracked"/>; what git names neither as tracked nor as new it ignores. A folder with something new in it is new.</summary>
    public GitState? StateOf(WorkspacePath path, bool isFolder = false) => IsTracked(path, isFolder) switch
    {
        null => null,
        true => GitState.Tracked,
        false when IsOutside || untracked.Contains(path.Value) => GitState.Untracked,
        false => GitState.Ignored,
    };

    /// <remarks>
    /// One question for tracked and new files, told apart by the letter before each name. For the new ones git looks through all folders that
    /// it does not ignore: about 50 ms for 2500 of them.
    /// </remarks>
    private static IEnumerable<string> Arguments(WorkspaceRoot root, string[]? folders)
    {
        foreach (string argument in (string[])[.. GitProgram.Names(root), "--cached", "--others", "--exclude-standard"])
            yield return argument;
        if (folders is null)
            yield break;
        yield return "--";
        // With the magic word glob, '*' does not match '/': entries of the root only (gitglossary(7), pathspec).
        yield return ":(glob)*";
        // Without it '*' does; of all patterns git is fastest with one star and a plain end.
        foreach (string ending in ProjectFile.Endings)
            yield return $":(icase)*{ending}";
        foreach (string folder in folders)
            yield return $":(literal){folder}/";
    }

    /// <summary>Files of the root are always asked about, but what lies in a folder there only on request.</summary>
    private bool WasAsked(WorkspacePath path, bool isFolder)
    {
        if (askedAll)
            return true;
        for (WorkspacePath? at = path; at is not null; at = at.Parent)
        {
            if (askedFolders.Contains(at.Value))
                return true;
        }

        return path.Parent is null && !isFolder;
    }

    private void Add(string line)
    {
        const string New = "? ";
        if (line.StartsWith(New, StringComparison.Ordinal))
        {
            Add(line[New.Length..], isNew: true);
        }
        else if (IndexEntry.Parse(line) is { } entry)
        {
            Index.Add(entry);
            Add(entry.Path, isNew: false);
        }
    }

    private void Add(string path, bool isNew)
    {
        if (path.Contains('/') && ProjectFile.Is(path))
            projectFiles.Add(path);
        HashSet<string> names = isNew ? untracked : tracked;
        names.Add(path);
        AddFoldersAround(names, path);
    }

    /// <summary>A folder holds something tracked when a file in it is; where that is known already, it is known further up too.</summary>
    private static void AddFoldersAround(HashSet<string> names, string path)
    {
        int slash = path.LastIndexOf('/');
        while (slash > 0 && names.Add(path[..slash]))
            slash = path.LastIndexOf('/', slash - 1);
    }
}
