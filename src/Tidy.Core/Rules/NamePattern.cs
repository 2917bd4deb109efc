using System.IO.Enumeration;

namespace Tidy.Core.Rules;

/// <summary>One pattern for names at the workspace root: <c>*</c> is any text, <c>?</c> one character, case does not count.</summary>
public sealed class NamePattern
{
    private static readonly char[] Wildcards = ['*', '?'];

    /// <summary>The literal pieces between the stars, or null when there is a <c>?</c>.</summary>
    private readonly string[]? between;
    private readonly string expression;

    public NamePattern(string text)
    {
        Text = text;
        IsFolder = text.EndsWith('/');
        string name = IsFolder ? text[..^1] : text;
        int first = name.IndexOfAny(Wildcards);
        IsExact = first < 0;
        Head = IsExact ? name : name[..first];
        Tail = IsExact ? name : name[(name.LastIndexOfAny(Wildcards) + 1)..];
        between = IsExact || name.Contains('?', StringComparison.Ordinal) ? null : name[Head.Length..^Tail.Length].Split('*', StringSplitOptions.RemoveEmptyEntries);
        // MatchesSimpleExpression takes a backslash for an escape; here it is a character like any other.
        expression = name.Replace("\\", "\\\\", StringComparison.Ordinal);
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
    public bool Matches(ReadOnlySpan<char> name)
    {
        if (IsExact)
            return name.Equals(Head, StringComparison.OrdinalIgnoreCase);
        if (name.Length < Head.Length + Tail.Length
            || !name.StartsWith(Head, StringComparison.OrdinalIgnoreCase)
            || !name.EndsWith(Tail, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return between is null
            ? FileSystemName.MatchesSimpleExpression(expression, name, ignoreCase: true)
            : HasInOrder(between, name[Head.Length..^Tail.Length]);
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
