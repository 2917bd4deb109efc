namespace Tidy.Core.Git;

/// <summary>A line of git's index, as <c>git ls-files --stage</c> prints it.</summary>
/// <param name="Path">Below the workspace root, as git writes it.</param>
/// <param name="Mode">Six octal digits: <c>100644</c>, <c>120000</c> for a link, <c>160000</c> for a submodule.</param>
/// <param name="Id">Hash of the staged content, 40 or 64 hex digits.</param>
/// <param name="Hold">Why it cannot follow a move, as a clause, or null.</param>
internal sealed record IndexEntry(string Path, string Mode, string Id, string? Hold)
{
    private const string Submodule = "160000";

    /// <summary>What a new file has until its content is staged (<c>git add --intent-to-add</c>), and what an empty one has; by SHA-1 and by SHA-256.</summary>
    private static readonly string[] EmptyIds =
    [
        "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
        "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
    ];

    /// <summary>Nothing is staged of it but, if that, its emptiness.</summary>
    public bool IsEmpty => EmptyIds.Contains(Id);

    /// <param name="line"><c>LETTER MODE ID STAGE TAB PATH</c>; the letter is small when git is told to assume the file unchanged, <c>S</c> for skip-worktree.</param>
    /// <returns>Null for what is no such line.</returns>
    public static IndexEntry? Parse(string line)
    {
        int tab = line.IndexOf('\t', StringComparison.Ordinal);
        string[] words = tab < 0 ? [] : line[..tab].Split(' ');
        return words is [[var letter], var mode, var id, var stage] ? new IndexEntry(line[(tab + 1)..], mode, id, HoldOf(line, letter, mode, stage)) : null;
    }

    private static string? HoldOf(string line, char letter, string mode, string stage) =>
        line.Contains('\uFFFD') ? "its name is not valid text"
        : mode == Submodule ? "a submodule"
        : stage != "0" ? "git has a conflict in it that nobody has resolved"
        : letter == 'S' || char.IsAsciiLetterLower(letter) ? "git is told not to look at it (skip-worktree, assume-unchanged or a sparse checkout)"
        : null;
}
