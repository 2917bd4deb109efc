using System.Text;

namespace Tidy.Core.Differences;

/// <summary>One version of a text: its lines, and apart from them what nobody sees in them.</summary>
internal sealed class TextVersion
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private TextVersion(string text)
    {
        HasMark = text.StartsWith('\uFEFF');
        Lines = SplitLines(HasMark ? text[1..] : text);
        Ends = EndsOf(Lines);
    }

    /// <summary>Each with its end; the last one may have none.</summary>
    public string[] Lines { get; }

    public LineEnds Ends { get; }

    /// <summary>It begins with the byte order mark of UTF-8.</summary>
    public bool HasMark { get; }

    /// <returns>Null when the bytes are no text in UTF-8.</returns>
    public static TextVersion? Of(byte[] content)
    {
        try
        {
            return content.AsSpan().Contains((byte)0) ? null : new TextVersion(Strict.GetString(content));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The text as it reads: every line ends in <c>\n</c>, whatever it ends in here.</summary>
    public string Read() => string.Concat(Lines).Replace("\r\n", "\n", StringComparison.Ordinal);

    public static string[] SplitLines(string text)
    {
        List<string> lines = [];
        for (int start = 0, end; start < text.Length; start = end)
        {
            int newLine = text.IndexOf('\n', start);
            end = newLine < 0 ? text.Length : newLine + 1;
            lines.Add(text[start..end]);
        }

        return [.. lines];
    }

    private static LineEnds EndsOf(string[] lines)
    {
        bool lf = false;
        bool crLf = false;
        foreach (string line in lines)
        {
            bool hasReturn = line.EndsWith("\r\n", StringComparison.Ordinal);
            crLf |= hasReturn;
            lf |= !hasReturn && line.EndsWith('\n');
        }

        return (lf, crLf) switch
        {
            (true, true) => LineEnds.Mixed,
            (true, false) => LineEnds.Lf,
            (false, true) => LineEnds.CrLf,
            _ => LineEnds.None,
        };
    }
}
