using System.Security.Cryptography;
using Tidy.Core.Workspaces;

namespace Tidy.Tool.Demo;

/// <summary>A messy workspace in a temporary folder of its own, removed at the end.</summary>
internal sealed class DemoWorkspace : IDisposable
{
    private readonly bool keep;

    private DemoWorkspace(WorkspaceRoot root, bool keep)
    {
        Root = root;
        this.keep = keep;
    }

    public WorkspaceRoot Root { get; }

    public static DemoWorkspace Create(DateTimeOffset now, bool keep)
    {
        var workspace = new DemoWorkspace(WorkspaceRoot.At(Directory.CreateTempSubdirectory("tidy-demo-").FullName), keep);
        try
        {
            foreach (DemoFile file in DemoFile.All())
                workspace.Write(file.Path, file.Content(), now.AddDays(-file.AgeInDays));
            workspace.Write(WorkspaceRoot.ConfigFileName, DemoFile.Resource("demo.tidy"), now);
            return workspace;
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

    public string At(string path) => Path.Combine(Root.FullPath, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Every file outside Tidy's own state, with a hash of its content; ordered by path.</summary>
    public SortedDictionary<string, string> Snapshot()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(Root.FullPath, "*", SearchOption.AllDirectories))
        {
            string path = Path.GetRelativePath(Root.FullPath, file).Replace(Path.DirectorySeparatorChar, '/');
            if (!path.StartsWith(".autonomous_runs/", StringComparison.Ordinal) && path != "archive/.gitignore")
                files.Add(path, Hash(file));
        }

        return files;
    }

    public void Dispose()
    {
        if (keep)
            return;
        try
        {
#pragma warning disable RS0030 // A folder that this very object made in the temporary folder; nothing of the person's is in it.
            Directory.Delete(Root.FullPath, recursive: true);
#pragma warning restore RS0030
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Left to the system's cleaning of its temporary folder: a demo that worked must not end in an error.
        }
    }

    private void Write(string path, string content, DateTimeOffset modified)
    {
        string full = At(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        File.SetLastWriteTimeUtc(full, modified.UtcDateTime);
    }

    private static string Hash(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Convert.ToHexString(SHA256.HashData(stream));
    }
}
