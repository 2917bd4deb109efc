namespace Tidy.Tool.Rendering;

/// <summary>Headings and tables of Markdown, with <c>\n</c> on every system. Cells come escaped.</summary>
internal sealed class MarkdownPage(TextWriter data)
{
    /// <summary>Rows of one table; a comment on GitHub ends at 65,536 characters.</summary>
    private const int RowsShown = 100;

    /// <summary>Names in one cell.</summary>
    private const int NamesShown = 25;

    public void Line(string text = "")
    {
        data.Write(text);
        data.Write('\n');
    }

    /// <summary>A heading and a table, or nothing without rows.</summary>
    public void Table(string title, string header, IEnumerable<string> rows)
    {
        int count = 0;
        foreach (string row in rows)
        {
            if (count++ == 0)
                Head(title, header);
            if (count <= RowsShown)
                Line(row);
        }

        if (count > RowsShown)
        {
            Line();
            Line($"… and {count - RowsShown} more.");
        }
    }

    /// <summary>A path as a code span, or an empty cell.</summary>
    public static string Code(string? text) => string.IsNullOrEmpty(text) ? "" : SafeText.MarkdownCode(text);

    /// <summary>Several names in one cell, a line each; beyond some they are counted.</summary>
    public static string Names<T>(IReadOnlyList<T> items, Func<T, string> name)
    {
        IEnumerable<string> shown = items.Take(NamesShown).Select(name);
        return string.Join("<br>", items.Count > NamesShown ? shown.Append($"… and {items.Count - NamesShown} more") : shown);
    }

    private void Head(string title, string header)
    {
        Line();
        Line($"#### {title}");
        Line();
        Line(header);
        Line(string.Concat(Enumerable.Repeat("| --- ", header.Count(c => c == '|') - 1)) + "|");
    }
}
