using Tidy.Core.Git;
using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>
/// What a run does for git's index once tracked files have moved: one call, and when that fails a debt that each later run tries to settle. The
/// files are safe whatever becomes of it.
/// </summary>
internal sealed class IndexFollowing(RunRequest request, RunServices services)
{
    /// <summary>So many moves a person may still want to repair by hand from one line.</summary>
    private const int MaxNamed = 5;

    private readonly GitProgram git = new(services.Git, GitProgram.DefaultTimeout);
    private readonly IndexDebts debts = new(request.Root, services.Files, services.Clock);

    /// <summary>After the moves of this run.</summary>
    /// <param name="known">What the index had when the run was planned, or null.</param>
    /// <returns>What a person should know when the index is behind.</returns>
    public Finding? Follow(IReadOnlyList<IndexMove> moves, GitIndex? known)
    {
        if (ProblemOf(moves, known) is not { } problem)
            return null;
        debts.Add(moves);
        return Behind(moves, problem);
    }

    /// <summary>Nothing is owed, at the cost of one look.</summary>
    public static bool IsSettled(WorkspaceRoot root) => !File.Exists(root.State(IndexDebts.Name));

    /// <summary>What earlier runs owe. A move that somebody has taken on or back, or has told git of, is none any more.</summary>
    public Finding? Settle()
    {
        List<IndexMove> moves = [.. debts.Read().Where(m => IsThere(m.To))];
        if (moves.Count > 0 && ProblemOf(moves, known: null) is { } problem)
            return Behind(moves, problem);
        debts.Keep([]);
        return null;
    }

    private string? ProblemOf(IReadOnlyList<IndexMove> moves, GitIndex? known)
    {
        GitIndex index = known is { Problem: null, IsCurrent: true } ? known : GitIndex.Read(request.Root, git, [.. moves.Select(m => m.From), .. moves.Select(m => m.To)]);
        return index.Problem ?? new IndexUpdate(request.Root, index).Tell(git, moves);
    }

    private bool IsThere(WorkspacePath path) => services.Files.Stat(request.Root.Resolve(path), out FileStat _).IsOk;

    private Finding Behind(IReadOnlyList<IndexMove> moves, string problem)
    {
        string what = moves is [var one] ? $"'{one.From}' has moved to '{one.To}'" : $"{moves.Count} tracked files or folders have moved";
        string names = string.Join(' ', moves.Take(MaxNamed).SelectMany(m => (string[])[m.From.Value, m.To.Value]).Select(Quoted));
        // A file that git tracked belongs to it also where new ones are ignored; of a folder that would add what is ignored in it.
        string force = moves.Any(m => Directory.Exists(request.Root.Resolve(m.To))) ? "" : "-f ";
        string more = moves.Count > MaxNamed ? ", and so on for the others ('dotnet tidy history' has them)" : "";
        return new Finding(Codes.IndexBehind, FindingLevel.Warning, moves is [var only] ? only.To.Value : null, $"{what}, and git's index has not followed: {problem}. Nothing is lost.")
        {
            Remedy = $"The next run that may write tries again; by hand, in the workspace root: git add -A {force}-- {names}{more}.",
        };
    }

    private static string Quoted(string path) => path.Any(c => !char.IsLetterOrDigit(c) && c is not ('/' or '.' or '_' or '-')) ? $"\"{path}\"" : path;
}
