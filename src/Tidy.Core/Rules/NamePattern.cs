using System.IO.Enumeration;

namespace Tidy.Core.Rules;

/// <summary>One pattern for names at the workspace root: <c>*</c> is any text, <c>?</c> one character, case does not count.</summary>
public sealed class NamePattern
{
    private static readonly char[] Wildcards = ['*', '?'];

    private readonly string name;
    private readonly bool hasOnlyStars;

    /// <summary>The literal pieces between the stars; none when there is a <c>?</c>. Made when a name first comes so far, as <see cref="expression"/> is: most never do.</summary>
    private string[]? between;
    private string? expression;

    public NamePattern(string text)
    {
        Text = text;
        IsFolder = text.EndsWith('/');
        name = IsFolder ? text[..^1] : text;
        int first = name.IndexOfAny(Wildcards);
        IsExact = first < 0;
        hasOnlyStars = !name.Contains('?', StringComparison.Ordinal);
        Head = IsExact ? name : name[..first];
        Tail = IsExact ? name : name[(name.LastIndexOfAny(Wildcards) + 1)..];
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>It ends in <c>/</c> and means folders; the others mean files and links.</summary>
    public bool IsFolder { get; }

    /// <summary>There is no wildcard in it.</summary>
    public bool IsExact { get; }

    /// <summary>The text before the first wildcard.</summary>
    public string Head { get; }

    /// <summary>The text after the last wildcard.</summary>
    public string Tail { get; }

    /// <summary>Why a text is no pattern, completing "'…' cannot be used: it …", or null.</summary>
    public static string? ProblemOf(string text) => text switch
    {
        "" or "/" => "is empty",
        _ when text.Contains('\\', StringComparison.Ordinal) => "has a backslash; a folder is written with '/' at the end",
        _ when text.AsSpan(0, text.Length - 1).Contains('/') => "has a '/' inside; patterns are for names at the workspace root",
        _ => null,
    };

    /// <summary>Looks at the name only; whether folders are meant is the caller's question.</summary>
    public bool Matches(ReadOnlySpan<char> candidate)
    {
        if (IsExact)
            return candidate.Equals(Head, StringComparison.OrdinalIgnoreCase);
        if (candidate.Length < Head.Length + Tail.Length
            || !candidate.StartsWith(Head, StringComparison.OrdinalIgnoreCase)
            || !candidate.EndsWith(Tail, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (hasOnlyStars)
            return HasInOrder(between ??= name[Head.Length..^Tail.Length].Split('*', StringSplitOptions.RemoveEmptyEntries), candidate[Head.Length..^Tail.Length]);
        // A backslash is an escape there; here it is a character like any other.
        return FileSystemName.MatchesSimpleExpression(expression ??= name.Replace("\\", "\\\\", StringComparison.Ordinal), candidate, ignoreCase: true);
    }

    public override string ToString() => Text;

    /// <summary>Several times faster than the general matcher, and nearly all patterns are of this kind.</summary>
    private static bool HasInOrder(string[] pieces, ReadOnlySpan<char> text)
    {
        foreach (string piece in pieces)
        {
            int at = text.IndexOf(piece, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return false;
            text = text[(at + piece.Length)..];
        }

        return true;
    }
}
