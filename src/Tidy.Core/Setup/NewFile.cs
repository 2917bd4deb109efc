using System.Runtime.InteropServices;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Setup;

/// <summary>A file of the repository that is not there yet: it comes whole or not at all, and never over anything.</summary>
/// <remarks>What a crash leaves lies among Tidy's own state, never beside what people work with. Under the lock of the workspace.</remarks>
internal sealed class NewFile(WorkspaceRoot root, IOsFiles files, WorkspacePath path)
{
    private const string TempPrefix = "new-";

    private readonly string fullPath = root.Resolve(path);

    /// <returns>False when something has that name.</returns>
    /// <exception cref="TidyException">It cannot be written.</exception>
    public bool Write(ReadOnlySpan<byte> content)
    {
        if (files.Stat(fullPath, out _).IsOk)
            return false;
        string temp = root.State($"{TempPrefix}{path.Name}.{Environment.ProcessId}{StateFile.TempSuffix}");
        try
        {
            Make(temp, content);
            return PutInPlace(temp);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(e.Message, e);
        }
        finally
        {
            files.Remove(temp); // gone when it has its name
        }
    }

    /// <summary>Takes away what killed processes left.</summary>
    public static void RemoveLeftovers(WorkspaceRoot root, IOsFiles files)
    {
        foreach (string file in Directory.EnumerateFiles(root.StatePath))
        {
            if (file.EndsWith(StateFile.TempSuffix, StringComparison.Ordinal) && IsOurs(Path.GetFileName(file)))
                files.Remove(file);
        }
    }

    /// <summary>Of a new file, or of a schema that was being replaced.</summary>
    private static bool IsOurs(string name) => name.StartsWith(TempPrefix, StringComparison.Ordinal) || name.StartsWith("tidy.schema.json.", StringComparison.Ordinal);

    private static void Make(string temp, ReadOnlySpan<byte> content)
    {
        using FileStream stream = new(temp, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    private bool PutInPlace(string temp)
    {
        string folder = Path.GetDirectoryName(fullPath)!;
        if (path.Parent is not null && files.CreateDirectory(folder).IsOk)
            files.FlushDirectory(Path.GetDirectoryName(folder)!);
        OsCode code = files.RenameNoReplace(temp, fullPath);
        if (code.IsOk)
            files.FlushDirectory(folder);
        else if (!files.Stat(fullPath, out _).IsOk) // else somebody was quicker
            throw Failed($"{Marshal.GetPInvokeErrorMessage(code.Value)} ({code.Value})");
        return code.IsOk;
    }

    private TidyException Failed(string why, Exception? inner = null) =>
        new(Codes.BadConfig, ExitCode.Usage, $"The file '{fullPath}' cannot be written: {why}", inner);
}
