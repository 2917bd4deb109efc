using System.Text.RegularExpressions;

namespace Tidy.Tool.Tests;

/// <summary>Output as a guide shows it: times, processes and ids are others each time, and <c>...</c> stands for lines left out.</summary>
internal static partial class ShownOutput
{
    private const string LeftOut = "...";

    /// <summary>The shown text is what was printed, or the parts of it between the lines left out, in their order.</summary>
    public static bool IsOf(string shown, string printed)
    {
        string[] lines = Lines(Plain(printed));
        List<string[]> parts = Parts(Plain(shown));
        if (parts.Count == 1)
            return lines.SequenceEqual(parts[0]);
        int at = 0;
        foreach (string[] part in parts[..^1])
        {
            int found = Enumerable.Range(at, lines.Length - at + 1).FirstOrDefault(i => lines.Skip(i).Take(part.Length).SequenceEqual(part), -1);
            if (found < 0 || (at == 0 && found > 0 && part == parts[0]))
                return false;
            at = found + part.Length;
        }

        return lines.Length - parts[^1].Length >= at && lines.AsSpan(lines.Length - parts[^1].Length).SequenceEqual(parts[^1]);
    }

    /// <summary>What is printed now: as many lines at the beginning and at the end as the guide shows, and between them from the lines that it shows there.</summary>
    public static string Anew(string shown, string printed)
    {
        List<string[]> parts = Parts(shown);
        string[] lines = Lines(printed);
        IEnumerable<string> anew = parts.Count == 1 ? lines : lines.Take(parts[0].Length);
        foreach (string[] part in parts.Skip(1).SkipLast(1))
            anew = [.. anew, LeftOut, .. lines.SkipWhile(line => Plain(line) != Plain(part[0])).Take(part.Length)];
        if (parts.Count > 1)
            anew = [.. anew, LeftOut, .. lines.TakeLast(parts[^1].Length)];
        return string.Concat(anew.Select(line => line + "\n"));
    }

    private static List<string[]> Parts(string shown)
    {
        List<string[]> parts = [];
        string[] rest = Lines(shown);
        for (int at = Array.IndexOf(rest, LeftOut); at >= 0; at = Array.IndexOf(rest, LeftOut))
        {
            parts.Add(rest[..at]);
            rest = rest[(at + 1)..];
        }

        return [.. parts, rest];
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');

    private static string Plain(string text) => Changing().Replace(text.ReplaceLineEndings("\n"), "#");

    /// <summary>Dates and times, run ids, queue ids, process ids, and how long ago or hence.</summary>
    [GeneratedRegex(@"\d{8}-\d{6,9}-[0-9a-f]{4}|\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[.0-9]*( UTC|Z)|\b[0-9a-f]{16}\b|\(\d+\)|pid \d+|\b\d+ (s|min|h|d) ago|in \d+ (s|min|h|d)\b|\b\d+ ms\b")]
    private static partial Regex Changing();
}
