using System.Globalization;
using DiffPlex;
using DiffPlex.Model;

namespace Tidy.Core.Differences;

/// <summary>
/// Two versions of a text as <c>diff -u</c> shows them, which <c>patch</c> understands (GNU diffutils manual, "Detailed Description of
/// Unified Format"). How lines end does not count as a difference.
/// </summary>
/// <remarks>The only place that needs DiffPlex: the library is loaded when a method of this class is first called.</remarks>
internal sealed class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>
    /// Of both versions together, without what is the same at their beginning and end. When nothing fits, so many take a fifth of a second,
    /// and twice as many four times that.
    /// </summary>
    private const int MaxDifferingLines = 8_000;

    private readonly string[] old;
    private readonly string[] now;
    private readonly List<DiffBlock> blocks;

    private UnifiedDiff(TextVersion old, TextVersion now)
    {
        this.old = old.Lines;
        this.now = now.Lines;
        blocks = [.. new Differ().CreateCustomDiffs(old.Read(), now.Read(), ignoreWhiteSpace: false, ignoreCase: false, TextVersion.SplitLines).DiffBlocks];
    }

    /// <returns>Each line ends in <c>\n</c>; null when so many lines differ that to show them would help nobody.</returns>
    /// <param name="maxLines">Of what is more only the number is said.</param>
    public static string? Between(string oldName, TextVersion old, string nowName, TextVersion now, int maxLines)
    {
        if (DifferingLines(old.Lines, now.Lines) > MaxDifferingLines)
            return null;
        List<string> lines = [$"--- {oldName}\n", $"+++ {nowName}\n"];
        new UnifiedDiff(old, now).WriteTo(lines);
        int more = lines.Count - maxLines;
        return more <= 0
            ? string.Concat(lines)
            : string.Concat(lines.Take(maxLines)) + string.Create(CultureInfo.InvariantCulture, $"… and {more} more lines\n");
    }

    private static int DifferingLines(string[] old, string[] now)
    {
        int most = Math.Min(old.Length, now.Length);
        int before = 0;
        while (before < most && IsSame(old[before], now[before]))
            before++;
        int after = 0;
        while (after < most - before && IsSame(old[^(after + 1)], now[^(after + 1)]))
            after++;
        return old.Length + now.Length - (2 * (before + after));
    }

    private static bool IsSame(string one, string other) => one.AsSpan().TrimEnd("\r\n").SequenceEqual(other.AsSpan().TrimEnd("\r\n"));

    private void WriteTo(List<string> lines)
    {
        for (int first = 0, next; first < blocks.Count; first = next)
        {
            next = first + 1;
            while (next < blocks.Count && blocks[next].DeleteStartA - EndInOld(blocks[next - 1]) <= 2 * Context)
                next++;
            WriteHunk(lines, first, next - 1);
        }
    }

    /// <summary>The changes <paramref name="first"/> to <paramref name="last"/>, which lie near each other, with what is around them.</summary>
    private void WriteHunk(List<string> lines, int first, int last)
    {
        int oldStart = Math.Max(0, blocks[first].DeleteStartA - Context);
        int oldEnd = Math.Min(old.Length, EndInOld(blocks[last]) + Context);
        int nowStart = blocks[first].InsertStartB - (blocks[first].DeleteStartA - oldStart);
        int nowEnd = blocks[last].InsertStartB + blocks[last].InsertCountB + (oldEnd - EndInOld(blocks[last]));
        lines.Add($"@@ -{Span(oldStart, oldEnd)} +{Span(nowStart, nowEnd)} @@\n");
        int at = oldStart;
        for (int i = first; i <= last; i++)
        {
            Add(lines, ' ', old, at, blocks[i].DeleteStartA);
            at = EndInOld(blocks[i]);
            Add(lines, '-', old, blocks[i].DeleteStartA, at);
            Add(lines, '+', now, blocks[i].InsertStartB, blocks[i].InsertStartB + blocks[i].InsertCountB);
        }

        Add(lines, ' ', old, at, oldEnd);
    }

    private static int EndInOld(DiffBlock block) => block.DeleteStartA + block.DeleteCountA;

    /// <summary>Lines count from 1; a span of no lines names the line before it.</summary>
    private static string Span(int start, int end) =>
        string.Create(CultureInfo.InvariantCulture, $"{(end > start ? start + 1 : start)},{end - start}");

    private static void Add(List<string> lines, char sign, string[] text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            bool hasEnd = text[i].EndsWith('\n');
            lines.Add(hasEnd ? $"{sign}{text[i]}" : $"{sign}{text[i]}\n");
            if (!hasEnd)
                lines.Add("\\ No newline at end of file\n");
        }
    }
}
