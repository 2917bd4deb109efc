using System.Buffers;
using System.Globalization;
using System.Text;

namespace Tidy.Tool.Rendering;

/// <summary>
/// Makes names safe to print. A file name can hold line breaks, terminal commands (ESC) or marks that turn the reading
/// direction; printed raw they forge lines of a report.
/// </summary>
internal static class SafeText
{
    private static readonly SearchValues<char> MarkdownSpecials = SearchValues.Create("\\`*_[]<>|#~@&!");

    /// <summary>The text with everything invisible written as <c>\n</c>, <c>\t</c> or <c>\uXXXX</c>.</summary>
    public static string Visible(string text)
    {
        int at = 0;
        while (at < text.Length && !MustBeShown(text, at))
            at += char.IsSurrogatePair(text, at) ? 2 : 1;
        if (at == text.Length)
            return text;
        var safe = new StringBuilder(text, 0, at, text.Length + 16);
        while (at < text.Length)
        {
            int length = char.IsSurrogatePair(text, at) ? 2 : 1;
            if (MustBeShown(text, at))
                AppendEscaped(safe, text.AsSpan(at, length));
            else
                safe.Append(text, at, length);
            at += length;
        }

        return safe.ToString();
    }

    /// <summary>At most <paramref name="length"/> characters, with a sign that there was more.</summary>
    public static string Shortened(string text, int length)
    {
        if (text.Length <= length)
            return text;
        // Half a surrogate pair is no text.
        int end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    /// <summary>Prose for one cell of a Markdown table: nothing in it is markup, a mention or a line break.</summary>
    public static string Markdown(string text)
    {
        string visible = Visible(text);
        if (!visible.AsSpan().ContainsAny(MarkdownSpecials))
            return visible;
        var safe = new StringBuilder(visible.Length + 16);
        foreach (char c in visible)
        {
            // Backslash before these is text in CommonMark; a mention of '@name' has no escape but its entity.
            if (c is '@' or '<' or '&')
                safe.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
            else if (MarkdownSpecials.Contains(c))
                safe.Append('\\').Append(c);
            else
                safe.Append(c);
        }

        return safe.ToString();
    }

    /// <summary>A path as a Markdown code span that fits into a table cell.</summary>
    public static string MarkdownCode(string text)
    {
        string visible = Visible(text).Replace("|", "\\|", StringComparison.Ordinal);
        // A span that holds a backtick needs a longer fence and a space at both ends (CommonMark 6.1).
        string fence = "`";
        while (visible.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        return fence.Length == 1 ? $"`{visible}`" : $"{fence} {visible} {fence}";
    }

    private static bool MustBeShown(string text, int at) => CharUnicodeInfo.GetUnicodeCategory(text, at)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static void AppendEscaped(StringBuilder safe, ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            _ = c switch
            {
                '\n' => safe.Append("\\n"),
                '\r' => safe.Append("\\r"),
                '\t' => safe.Append("\\t"),
                _ => safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
            };
        }
    }
}
