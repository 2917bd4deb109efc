using System.Globalization;
using System.Reflection;

namespace Tidy.Tool.Demo;

/// <summary>One file of the demo's workspace, from the listing in the tool: bytes, age in days, path.</summary>
internal sealed record DemoFile(int Size, int AgeInDays, string Path)
{
    public static IReadOnlyList<DemoFile> All()
    {
        var files = new List<DemoFile>();
        foreach (string line in Resource("demo.workspace").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] cells = line.TrimEnd('\r').Split('\t');
            files.Add(new DemoFile(int.Parse(cells[0], CultureInfo.InvariantCulture), int.Parse(cells[1], CultureInfo.InvariantCulture), cells[2]));
        }

        return files;
    }

    public static string Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Text of the right size that differs from file to file.</summary>
    public string Content()
    {
        string line = $"{Path}: a line of the demo's workspace\n";
        return string.Concat(Enumerable.Repeat(line, (Size / line.Length) + 1))[..Size];
    }
}
