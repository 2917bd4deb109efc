using System.Runtime.InteropServices;
using Tidy.Core.Platform;

namespace Tidy.Core.Workspaces;

/// <summary>The folder of Tidy's own state. It is never written through a link: a link could lead out of the workspace.</summary>
public static class StateFolder
{
    /// <summary>Creates what is missing; a folder made here is hidden from git by a <c>.gitignore</c> of its own.</summary>
    /// <exception cref="TidyException">A link or a file is in the way, or the system refuses.</exception>
    public static void Ensure(WorkspaceRoot root, IOsFiles files)
    {
        string runs = Path.GetDirectoryName(root.StatePath)!;
        if (EnsureFolder(runs, files))
            IgnoreContent(runs, files);
        EnsureFolder(root.StatePath, files);
        // Asked every time: a crash may have come between the folder and its .gitignore.
        IgnoreContent(root.StatePath, files);
    }

    /// <summary>Creates nothing; refuses what <see cref="Ensure"/> would refuse.</summary>
    /// <returns>Whether the state folder exists.</returns>
    /// <exception cref="TidyException">A link or a file is in the way.</exception>
    public static bool Exists(WorkspaceRoot root, IOsFiles files) =>
        IsFolder(Path.GetDirectoryName(root.StatePath)!, files) && IsFolder(root.StatePath, files);

    /// <summary>A killed process left temporary files, or one at work has them.</summary>
    internal static bool HasTemporaryFiles(WorkspaceRoot root)
    {
        foreach (string file in Directory.EnumerateFiles(root.StatePath))
        {
            if (file.EndsWith(StateFile.TempSuffix, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool EnsureFolder(string path, IOsFiles files)
    {
        if (IsFolder(path, files))
            return false;
        OsCode code = files.CreateDirectory(path);
        if (code.IsOk)
        {
            // Else a power cut could take the folder with all that was flushed into it. Where that cannot be had, so be it.
            files.FlushDirectory(Path.GetDirectoryName(path)!);
            return true;
        }

        // Another process may have been quicker; anything else in the way is refused by the second look.
        return IsFolder(path, files)
            ? false
            : throw new TidyException(
                Codes.StateDamaged,
                ExitCode.Unexpected,
                $"The folder '{path}' for Tidy's own state cannot be created: {Marshal.GetPInvokeErrorMessage(code.Value)} ({code.Value}). "
                    + "Nothing was moved.");
    }

    private static bool IsFolder(string path, IOsFiles files)
    {
        if (!files.Stat(path, out FileStat stat).IsOk)
            return false;
        if (stat.Kind == FileKind.Directory)
            return true;
        string what = stat.Kind == FileKind.Link ? "a link" : "not a folder";
        throw new TidyException(
            Codes.PathRefused,
            ExitCode.Unexpected,
            $"The path '{path}' is refused: it is {what}. Tidy keeps its own state there and writes nothing through it. "
                + "Put a plain folder in its place; nothing was changed.");
    }

    private static void IgnoreContent(string folder, IOsFiles files)
    {
        try
        {
            IgnoreFile.Ensure(Path.Combine(folder, IgnoreFile.Name), files);
        }
        catch (IOException)
        {
            // Made by another process in between, or not to be made: only git's view depends on it.
        }
        catch (UnauthorizedAccessException)
        {
            // As above; whether the folder can be written shows at the first file that matters.
        }
    }
}
