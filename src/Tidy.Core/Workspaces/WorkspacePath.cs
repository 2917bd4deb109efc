using System.Diagnostics.CodeAnalysis;

namespace Tidy.Core.Workspaces;

/// <summary>
/// The path of a payload file or folder inside the workspace: relative, with <c>/</c>, and unable to leave it.
/// Whatever comes from a configuration, a queue, a plan file or a journal becomes one of these before anything is touched.
/// </summary>
/// <remarks>Links in a parent folder cannot be seen from the text: the mover checks the disk.</remarks>
public sealed class WorkspacePath : IEquatable<WorkspacePath>
{
    /// <summary>The folder that holds the tool's own state; nothing in it is payload.</summary>
    public const string StateFolder = ".autonomous_runs/tidy";

    /// <summary>The pending queue, shared with the reference system.</summary>
    public const string QueueFile = ".autonomous_runs/tidy_pending_moves.json";

    private WorkspacePath(string value) => Value = value;

    /// <summary>How this system tells names apart: by case on Linux, without it on Windows and macOS.</summary>
    public static StringComparer Comparer { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The whole relative path, e.g. <c>archive/logs/build.log</c>.</summary>
    public string Value { get; }

    /// <summary>The last segment.</summary>
    public string Name => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>The folder it lies in, or null for an entry of the workspace root.</summary>
    public WorkspacePath? Parent => Value.LastIndexOf('/') is > 0 and var slash ? new(Value[..slash]) : null;

    /// <summary>Reads a path; <paramref name="problem"/> completes the sentence "the path … is refused: it …".</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WorkspacePath? path, [NotNullWhen(false)] out string? problem)
    {
        path = null;
        string value = OperatingSystem.IsWindows() ? (text ?? "").Replace('\\', '/') : text ?? "";
        problem = ProblemOf(value.EndsWith('/') ? value[..^1] : value);
        if (problem is not null)
            return false;
        path = new WorkspacePath(value.TrimEnd('/'));
        return true;
    }

    /// <summary>Reads a path that is known to be good.</summary>
    /// <exception cref="FormatException">It is not; the message says why.</exception>
    public static WorkspacePath Parse(string text) =>
        TryParse(text, out var path, out string? problem) ? path : throw new FormatException($"'{text}' is not a workspace path: it {problem}");

    /// <summary>The entry <paramref name="name"/> in this folder.</summary>
    public WorkspacePath Child(string name) => Parse($"{Value}/{name}");

    /// <summary>It is <paramref name="folder"/>, or lies in it at any depth.</summary>
    public bool IsWithin(WorkspacePath folder) => IsWithin(Value, folder.Value);

    public bool Equals(WorkspacePath? other) => other is not null && Comparer.Equals(Value, other.Value);

    public override bool Equals(object? obj) => Equals(obj as WorkspacePath);

    public override int GetHashCode() => Comparer.GetHashCode(Value);

    public override string ToString() => Value;

    private static string? ProblemOf(string value)
    {
        if (value.Length == 0)
            return "is empty";
        if (value[0] == '/')
            return "is absolute";
        if (value.Length > 1 && value[1] == ':' && char.IsAsciiLetter(value[0]))
            return "starts with a drive letter";
        if (value.Contains('\0'))
            return "contains a NUL character";
        if (value.Contains('\uFFFD'))
            return "is not valid text";
        foreach (Range segment in value.AsSpan().Split('/'))
        {
            if (ProblemOfSegment(value.AsSpan(segment)) is { } problem)
                return problem;
        }

        return IsOwnState(value) ? "belongs to Tidy's own state" : null;
    }

    private static string? ProblemOfSegment(ReadOnlySpan<char> segment)
    {
        if (segment.Length == 0)
            return "has an empty segment";
        if (segment is "..")
            return "leaves the workspace ('..')";
        if (segment is ".")
            return "has a '.' segment";
        if (segment.Equals(".git", StringComparison.OrdinalIgnoreCase))
            return "touches '.git'";
        return OperatingSystem.IsWindows() ? WindowsNames.ProblemOf(segment) : null;
    }

    private static bool IsOwnState(string value) =>
        (value.Length >= QueueFile.Length && Comparer.Equals(value[..QueueFile.Length], QueueFile)) // and its copies, .corrupt-…
        || IsWithin(value, StateFolder);

    private static bool IsWithin(string value, string folder) => value.Length == folder.Length
        ? Comparer.Equals(value, folder)
        : value.Length > folder.Length && value[folder.Length] == '/' && Comparer.Equals(value[..folder.Length], folder);
}
