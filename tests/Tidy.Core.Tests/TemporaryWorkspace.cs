using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>A real folder that is a workspace for the length of one test.</summary>
public sealed class TemporaryWorkspace : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tidy-test-");

    public TemporaryWorkspace() => Root = WorkspaceRoot.At(folder.FullName);

    public WorkspaceRoot Root { get; }

    public string FullPath => Root.FullPath;

    /// <summary>Absolute path of a workspace-relative one.</summary>
    public string At(string relative) => Path.Combine(FullPath, relative);

    public string Write(string relative, string content = "content")
    {
        string path = At(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
