using System.Buffers;
using System.Globalization;
using System.Text;
using Tidy.Core.Reports;

namespace Tidy.Tool.Rendering;

/// <summary>Makes names safe to print, also where they would be markup.</summary>
internal static class SafeText
{
    private static readonly SearchValues<char> MarkdownSpecials = SearchValues.Create("\\`*_[]<>|#~@&!");

    /// <inheritdoc cref="VisibleText.Of"/>
    public static string Visible(string text) => VisibleText.Of(text);

    /// <inheritdoc cref="VisibleText.Shortened"/>
    public static string Shortened(string text, int length) => VisibleText.Shortened(text, length);

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
}
