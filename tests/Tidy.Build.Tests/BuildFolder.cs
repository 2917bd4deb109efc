using Tidy.Build.Calls;
using Tidy.Core.Builds;

namespace Tidy.Build.Tests;

/// <summary>A temporary workspace as a build sees it.</summary>
internal sealed class BuildFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tidy-build-test-");

    public BuildFolder() => Workspace = new BuildWorkspace(folder.FullName, configFile: null);

    public string Root => folder.FullName;

    public BuildWorkspace Workspace { get; }

    public string Write(string relative, string content = "content")
    {
        string path = Path.Combine(Root, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public string WriteGate(GateFile gate) => Write(".autonomous_runs/tidy/" + GateFile.Name, gate.Format());

    public string WriteQueue(string content = "{}") => Write(".autonomous_runs/tidy_pending_moves.json", content);

    public BuildCall Call(BuildHook hook = BuildHook.AfterBuild, TidyMode mode = TidyMode.Apply) => new(hook, mode, Workspace) { ToolPath = "/tool/dotnet-tidy.dll" };

    public void Dispose() => folder.Delete(recursive: true);
}
