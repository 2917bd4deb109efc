namespace Tidy.Benchmarks;

/// <summary>A temporary folder for everything the benchmarks write, removed at the end.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("tidy-bench-");
    private int folders;

    public string Root => root.FullName;

    public string NewFolder(string name) => root.CreateSubdirectory($"{name}-{++folders}").FullName;

    /// <summary>A workspace with the preset for .NET and limits that let every file move.</summary>
    /// <param name="strays">So many small log files at its root.</param>
    public string NewWorkspace(int strays)
    {
        string folder = NewFolder("workspace");
        File.WriteAllText(Path.Combine(folder, "tidy.json"), """{ "extends": ["dotnet"], "limits": { "maxMoves": 1000000 } }""");
        File.WriteAllText(Path.Combine(folder, "README.md"), "A workspace.\n");
        File.WriteAllText(Path.Combine(folder, "App.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk\" />\n");
        Directory.CreateDirectory(Path.Combine(folder, "src"));
        for (int i = 0; i < strays; i++)
            File.WriteAllText(Path.Combine(folder, $"build-{i:00000}.log"), "done\n");
        return folder;
    }

    public static void Remove(string folder) => Directory.Delete(folder, recursive: true);

    public void Dispose() => root.Delete(recursive: true);
}
