using Tidy.Core.Workspaces;

namespace Tidy.Tool.Tests;

/// <summary>A real folder for the length of one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tidy-tool-test-");

    public TemporaryFolder() => Root = WorkspaceRoot.At(folder.FullName);

    public WorkspaceRoot Root { get; }

    public string At(string relative) => Path.Combine(Root.FullPath, relative);

    public string Write(string relative, string content)
    {
        File.WriteAllText(At(relative), content);
        return At(relative);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
