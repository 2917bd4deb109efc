namespace Tidy.Core.Workspaces;

/// <summary>The folder that is kept tidy, as an absolute path without links in it and without a trailing separator.</summary>
public sealed class WorkspaceRoot
{
    public const string ConfigFileName = "tidy.json";

    private readonly string prefix;

    private WorkspaceRoot(string path)
    {
        FullPath = path;
        prefix = Path.EndsInDirectorySeparator(path) ? path : path + Path.DirectorySeparatorChar;
        StatePath = prefix + OsRelative(WorkspacePath.StateFolder);
        QueuePath = prefix + OsRelative(WorkspacePath.QueueFile);
    }

    public string FullPath { get; }

    /// <summary>Absolute path of <c>.autonomous_runs/tidy</c>.</summary>
    public string StatePath { get; }

    /// <summary>Absolute path of <c>.autonomous_runs/tidy_pending_moves.json</c>.</summary>
    public string QueuePath { get; }

    /// <summary>
    /// Finds the root that holds <paramref name="start"/>: the nearest <c>tidy.json</c> going up, not above the first
    /// <c>.git</c>; else the git root; else the folder itself.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static WorkspaceRoot Find(string start)
    {
        string folder = At(start).FullPath;
        for (string? at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, ConfigFileName)) || Path.Exists(Path.Combine(at, ".git")))
                return new WorkspaceRoot(at);
        }

        return new WorkspaceRoot(folder);
    }

    /// <summary>Takes <paramref name="folder"/> itself as the root.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static WorkspaceRoot At(string folder)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!Directory.Exists(full))
            throw new DirectoryNotFoundException($"The workspace folder '{folder}' does not exist.");
        return new WorkspaceRoot(RealPath.Of(full));
    }

    /// <summary>The absolute path of <paramref name="path"/> in the form the operating system wants.</summary>
    public string Resolve(WorkspacePath path) => prefix + OsRelative(path.Value);

    /// <summary>The absolute path of a file of Tidy's own state, e.g. <c>run.lock</c>.</summary>
    public string State(string name) => Path.Combine(StatePath, name);

    /// <summary>The folder as seen from the root, with <c>/</c>: empty for the root itself, null for one outside. Links in its path are resolved.</summary>
    public string? RelativeFolder(string fullPath)
    {
        string real = Directory.Exists(fullPath) ? RealPath.Of(Path.TrimEndingDirectorySeparator(fullPath)) : fullPath;
        if (WorkspacePath.Comparer.Equals(real, FullPath))
            return "";
        return real.Length > prefix.Length && WorkspacePath.Comparer.Equals(real[..prefix.Length], prefix)
            ? real[prefix.Length..].Replace(Path.DirectorySeparatorChar, '/')
            : null;
    }

    /// <summary>A file as a finding names it: as seen from the root when it lies there, else absolute.</summary>
    public string NameOf(string fullPath) => RelativeFolder(Path.GetDirectoryName(fullPath) ?? fullPath) switch
    {
        null => fullPath,
        "" => Path.GetFileName(fullPath),
        var folder => $"{folder}/{Path.GetFileName(fullPath)}",
    };

    public override string ToString() => FullPath;

    private static string OsRelative(string path) => Path.DirectorySeparatorChar == '/' ? path : path.Replace('/', Path.DirectorySeparatorChar);
}
