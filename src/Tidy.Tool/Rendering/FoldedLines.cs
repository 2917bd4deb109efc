namespace Tidy.Tool.Rendering;

/// <summary>Prose in lines of bearable width, folded at blanks. Not for paths: those stay whole, so that they can be copied.</summary>
internal static class FoldedLines
{
    private const int Width = 80;

    /// <param name="indent">Before each line.</param>
    public static void Write(ILines lines, string indent, string text, Tone tone)
    {
        string rest = SafeText.Visible(text);
        int room = Width - indent.Length;
        while (rest.Length > room && rest.LastIndexOf(' ', room) is > 0 and var blank)
        {
            lines.Line(indent + rest[..blank], tone);
            rest = rest[(blank + 1)..];
        }

        lines.Line(indent + rest, tone);
    }
}
