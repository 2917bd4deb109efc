namespace Tidy.Core.Rules;

/// <summary>A pattern for names in the same folder; or a name in which <c>{stem}</c> stands for the entry's own without its last extension.</summary>
internal sealed class SiblingPattern(string text)
{
    private const string Stem = "{stem}";

    private readonly NamePattern? pattern = text.Contains(Stem, StringComparison.Ordinal) ? null : new NamePattern(text);

    public string Text => text;

    /// <summary>Why a text is none, completing "'…' cannot be used: it …", or null.</summary>
    public static string? ProblemOf(string text)
    {
        if (NamePattern.ProblemOf(text) is { } problem)
            return problem;
        return text.Contains(Stem, StringComparison.Ordinal) && text.AsSpan().ContainsAny('*', '?', '/') ? "has a '*', '?' or '/' beside '{stem}', which means one file" : null;
    }

    public bool IsBeside(IEntryFacts entry) =>
        pattern is not null ? entry.HasSibling(pattern) : entry.HasSibling(text.Replace(Stem, Path.GetFileNameWithoutExtension(entry.Name), StringComparison.Ordinal));
}
