using System.IO.Compression;
using Tidy.Core.Tests;

namespace Tidy.Reliability.Tests.Volumes;

/// <summary>Files whose content tells by itself which it is and whether it is whole, wherever it lies and however it is packed.</summary>
internal static class Payload
{
    /// <summary>
    /// What neither belongs to a person nor is temporary: Tidy's own state, what hides it from git, the archive's index; and what a test takes
    /// room with.
    /// </summary>
    private const string Own = "-path '*/.autonomous_runs/tidy*' -o -name .gitignore -o -name 'ARCHIVE_INDEX.*' -o -name tidy.json -o -name taken";

    /// <summary>The last line is as the first, so that a beginning alone is not taken for the whole.</summary>
    public static string Text(string name, int lines = 3) => $"{name}\n{new string('.', lines)}\n{name}\n";

    public static void Write(string path, string name, int lines = 3)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Text(name, lines));
    }

    /// <summary>The names that the whole files below a folder tell of, sorted; of a file that is not whole, what is wrong with it.</summary>
    public static List<string> Below(string folder)
    {
        string[] found = Programs.Shell($"find '{folder}' '(' {Own} ')' -prune -o -type f -print").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        List<string> names = [.. found.Select(f => NameIn(f) ?? $"TORN: {Path.GetRelativePath(folder, f)}, {new FileInfo(f).Length} bytes")];
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <summary>Temporary files, unfinished runs and damaged state: what no run that came to its end leaves.</summary>
    public static string Leftovers(string folder) =>
        Programs.Shell($"find '{folder}' -name '*.part' -o -name '*.open' -o -name '*.tmp' -o -name '*.corrupt-*' -o -name queue-set-aside.jsonl").Trim();

    private static string? NameIn(string path)
    {
        try
        {
            string text = File.ReadAllText(path);
            if (path.EndsWith(".gz", StringComparison.Ordinal))
                text = Unpacked(path);
            string[] lines = text.Split('\n');
            return lines.Length == 4 && text == Text(lines[0], lines[1].Length) ? lines[0] : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string Unpacked(string path)
    {
        using StreamReader reader = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }
}
