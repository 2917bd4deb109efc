using Tidy.Build.Calls;

namespace Tidy.Build.Gates;

/// <summary>
/// Held while a call runs the tool. Who cannot have it does nothing: the call that has it does the work for all. The system frees it when
/// its holder dies, so the file is never deleted.
/// </summary>
internal static class StartLock
{
    private const string Name = "build.lock";

    /// <returns>Null when another call holds it, or when the state folder cannot be written.</returns>
    public static IDisposable? TryTake(BuildWorkspace workspace)
    {
        try
        {
            if (IsLink(workspace.RunsFolder) || IsLink(workspace.StateFolder))
                return null;
            EnsureFolder(workspace);
            return new FileStream(workspace.State(Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A link in its place would lead the lock, and all of Tidy's state, somewhere else; a run of the tool says so by name.</summary>
    private static bool IsLink(string folder) =>
        new FileInfo(folder).Attributes is var attributes && (int)attributes != -1 && attributes.HasFlag(FileAttributes.ReparsePoint);

    /// <summary>As the engine makes them: a folder that was there before is its owner's, and not hidden.</summary>
    private static void EnsureFolder(BuildWorkspace workspace)
    {
        if (Directory.Exists(workspace.StateFolder))
            return;
        if (!Directory.Exists(workspace.RunsFolder))
        {
            Directory.CreateDirectory(workspace.RunsFolder);
            HideFromGit(workspace.RunsFolder);
        }

        Directory.CreateDirectory(workspace.StateFolder);
        HideFromGit(workspace.StateFolder);
    }

    /// <summary>Several nodes may be here at once: whoever comes second writes the same.</summary>
    private static void HideFromGit(string folder)
    {
        using var stream = new FileStream(Path.Combine(folder, ".gitignore"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        if (stream.Length == 0)
            stream.Write([(byte)'*', (byte)'\n'], 0, 2);
    }
}
