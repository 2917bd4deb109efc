using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Setup;

/// <summary>Which presets fit a repository, by names at its root and, for projects, in the folders there.</summary>
internal sealed class PresetChoice(WorkspaceRoot root, RootListing listing)
{
    /// <summary>A folder with more files is no folder of a project's; its beginning will do.</summary>
    private const int MostNames = 1000;

    private static readonly string[] Projects = ["dotnet", "node", "python"];

    private static readonly string[] OtherFolders = ["node_modules", "bin", "obj", "archive"];

    /// <summary>In the order of <c>extends</c>: what is special comes before what is general.</summary>
    public IReadOnlyList<string> Make()
    {
        string[] names = [.. from entry in listing.Entries where !entry.IsFolder select entry.Name];
        string[] projects = [.. Projects.Where(preset => Array.Exists(names, name => IsSign(preset, name)))];
        if (projects.Length == 0)
            projects = [.. Projects.Where(preset => NamesInFolders().Any(name => IsSign(preset, name)))];
        string[] all = [.. projects.Prepend("dotnet").Distinct()]; // its logs, dumps and backups are everywhere
        string[] others = [.. ((string[])["data", "windows-debris"]).Where(preset => Array.Exists(names, name => IsSign(preset, name)))];
        return [.. all, .. others, "agents"];
    }

    private static bool IsSign(string preset, string name) => Array.Exists(SignsOf(preset), pattern => new NamePattern(pattern).Matches(name));

    private static string[] SignsOf(string preset) => preset switch
    {
        "dotnet" => ["*.sln", "*.slnx", "*.slnf", "*.*proj", "global.json", "Directory.*.props", "Directory.*.targets", "nuget.config"],
        "node" => ["package.json"],
        "python" => ["pyproject.toml", "requirements*.txt", "setup.py", "setup.cfg", "Pipfile", "tox.ini"],
        "data" => ["*.ipynb", "*.csv", "*.tsv", "*.parquet", "*.arrow", "*.feather", "*.xlsx", "*.jsonl", "*.npy", "*.npz", "*.h5", "*.hdf5", "*.onnx", "*.safetensors"],
        "windows-debris" => ["desktop.ini", "Thumbs.db", "ehthumbs.db", "*.lnk", "nul", "*.stackdump"],
        _ => [],
    };

    private IEnumerable<string> NamesInFolders()
    {
        foreach (RootEntry folder in listing.Entries.Where(e => e.IsFolder && e.Name[0] != '.' && !OtherFolders.Contains(e.Name, WorkspacePath.Comparer)))
        {
            foreach (string name in NamesIn(folder.Name))
                yield return name;
        }
    }

    private string[] NamesIn(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(Path.Combine(root.FullPath, folder)).Take(MostNames).Select(path => Path.GetFileName(path))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // it says nothing about the repository
        }
    }
}
