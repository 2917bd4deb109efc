using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Git;

/// <summary>The commit that is checked out, read without starting git (gitrepository-layout(5)).</summary>
public static class HeadCommit
{
    private const int ShortLength = 8;

    /// <summary>A symbolic ref to a symbolic ref is legal; git stops at five.</summary>
    private const int MaxHops = 5;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>First 8 hex digits, or null when there is no commit or the repository is of a kind that cannot be read (reftable).</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "Short is git's word for an abbreviated hash (rev-parse --short), not a type here.")]
    public static string? Short(WorkspaceRoot root)
    {
        try
        {
            return GitFolder.DotGit(root) is { } dotGit && GitFolder.WithHead(dotGit) is { } folder ? Short(folder) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The commit is a note in the queue, never a condition.
            return null;
        }
    }

    private static string? Short(string gitFolder)
    {
        string branches = GitFolder.WithBranches(gitFolder);
        string name = "HEAD";
        for (int hop = 0; hop <= MaxHops; hop++)
        {
            // HEAD and a few refs belong to the worktree, all others to the repository.
            string? value = GitFolder.Line(Path.Combine(gitFolder, name)) ?? GitFolder.Line(Path.Combine(branches, name)) ?? Packed(branches, name);
            if (value is null || !value.StartsWith("ref: ", StringComparison.Ordinal))
                return value is not null && IsHash(value) ? value[..ShortLength] : null;
            name = value["ref: ".Length..];
            if (!name.StartsWith("refs/", StringComparison.Ordinal) || name.Contains("..", StringComparison.Ordinal))
                return null;
        }

        return null;
    }

    /// <summary>A line of <c>packed-refs</c> is <c>HASH NAME</c>; comments start with <c>#</c>, peeled tags with <c>^</c>.</summary>
    private static string? Packed(string branches, string name)
    {
        string path = Path.Combine(branches, "packed-refs");
        if (!File.Exists(path))
            return null;
        using StreamReader lines = new(RegularFile.Open(path));
        while (lines.ReadLine() is { } line)
        {
            if (line.Length > name.Length && line[^(name.Length + 1)] == ' ' && line.EndsWith(name, StringComparison.Ordinal))
                return line[..^(name.Length + 1)];
        }

        return null;
    }

    /// <summary>SHA-1 or SHA-256.</summary>
    private static bool IsHash(string value) => value.Length is 40 or 64 && !value.AsSpan().ContainsAnyExcept(Hex);
}
