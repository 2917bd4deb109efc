using System.Globalization;
using System.Text;

namespace Tidy.Core.Reports;

/// <summary>
/// Makes names safe to show. A file name can hold line breaks, terminal commands (ESC) or marks that turn the reading direction; as it is, it would forge
/// lines of a report, of a mail, of a mail's head.
/// </summary>
public static class VisibleText
{
    /// <summary>The text with everything invisible written as <c>\n</c>, <c>\t</c> or <c>\uXXXX</c>.</summary>
    public static string Of(string text)
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
