using System.Globalization;
using Tidy.Core.Configuration;

namespace Tidy.Core.Tests;

/// <summary>
/// The root of a real public repository (names, kinds and sizes; November 2026). <c>Fixtures/Roots/clean</c> has well-kept ones, in which
/// nothing is clutter but what <c>clean-exceptions.tsv</c> lists; those in <c>messy</c> are labelled, and their owners left out.
/// </summary>
internal sealed record CorpusRepository(string Name, bool IsClean, IReadOnlyList<CorpusEntry> Entries)
{
    private const int MaxBytes = 512;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Roots");

    /// <summary>Entries of well-kept repositories that count neither way.</summary>
    private static readonly HashSet<(string, string)> Exceptions =
        [.. from line in File.ReadLines(Path.Combine(Folder, "clean-exceptions.tsv")).Skip(1) let cells = line.Split('\t') where cells.Length > 2 select (cells[0].Replace("/", "__", StringComparison.Ordinal), cells[2])];

    /// <summary>As <c>clean/owner__name</c> and <c>messy/messy-NN</c>.</summary>
    public static IEnumerable<string> Paths { get; } =
        [.. from half in (string[])["clean", "messy"] from file in Directory.EnumerateFiles(Path.Combine(Folder, half)).Order(StringComparer.Ordinal) select $"{half}/{Path.GetFileNameWithoutExtension(file)}"];

    public static CorpusRepository Read(string path)
    {
        (string half, string name) = (path[..5], path[6..]);
        var entries = from line in File.ReadLines(Path.Combine(Folder, $"{path}.tsv"))
                      let cells = line.Split('\t')
                      where cells.Length > 2 && cells[2] != ".git" && !Exceptions.Contains((name, cells[2]))
                      select new CorpusEntry(cells[2], cells[0] == "tree", SizeOf(cells[1]), cells.ElementAtOrDefault(3) ?? "", cells.ElementAtOrDefault(4) ?? "");
        return new CorpusRepository(name, half == "clean", [.. entries]);
    }

    /// <summary>Makes it on disk, old enough for every rule, and without git.</summary>
    public Workbench Make(params string[] presets)
    {
        Workbench bench = new() { Config = ConfigReader.FromPresets(presets) };
        foreach (CorpusEntry entry in Entries)
        {
            string path = bench.Write(entry.IsFolder ? $"{entry.Name}/content" : entry.Name, new string('x', Math.Min(entry.Size, MaxBytes)));
            File.SetLastWriteTimeUtc(path, bench.Clock.Now.UtcDateTime.AddDays(-30));
        }

        return bench;
    }

    private static int SizeOf(string cell) => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int bytes) ? bytes : 1;
}
