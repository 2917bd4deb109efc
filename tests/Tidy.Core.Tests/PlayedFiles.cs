using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>The real system calls, with faults played in front of them.</summary>
public sealed class PlayedFiles(IOsFiles real) : IOsFiles
{
    /// <summary>The code a rename of this source fails with, or null to let it happen.</summary>
    public Func<string, OsCode?> OnRename { get; set; } = static _ => null;

    public Func<string, FileUse?> OnProbe { get; set; } = static _ => null;

    public Func<string, OsCode?> OnRemove { get; set; } = static _ => null;

    /// <summary>By the destination.</summary>
    public Func<string, OsCode?> OnReplace { get; set; } = static _ => null;

    public Func<string, OsCode?> OnCreateDirectory { get; set; } = static _ => null;

    /// <summary>The code that looking at this path fails with, or null to let it happen; it may throw what no system call does.</summary>
    public Func<string, OsCode?> OnStat { get; set; } = static _ => null;

    /// <summary>The code that making this folder's names durable fails with, or null to let it happen.</summary>
    public Func<string, OsCode?> OnFlush { get; set; } = static _ => null;

    public OsFamily Family => real.Family;

    public OsCode Stat(string path, out FileStat stat)
    {
        stat = default;
        return OnStat(path) ?? real.Stat(path, out stat);
    }

    public OsCode RenameNoReplace(string source, string destination) =>
        OnRename(source) is { } code && !IsImpossible(code, source, destination) ? code : real.RenameNoReplace(source, destination);

    public OsCode Replace(string source, string destination) => OnReplace(destination) ?? real.Replace(source, destination);

    public OsCode Remove(string path) => OnRemove(path) ?? real.Remove(path);

    public OsCode RemoveEmptyDirectory(string path) => real.RemoveEmptyDirectory(path);

    public OsCode CreateDirectory(string path) => OnCreateDirectory(path) ?? real.CreateDirectory(path);

    public OsCode FlushDirectory(string path) => OnFlush(path) ?? real.FlushDirectory(path);

    public OsCode CopyAttributes(string source, string destination) => real.CopyAttributes(source, destination);

    public FileUse ProbeUse(string path, InUsePolicy policy) => OnProbe(path) ?? real.ProbeUse(path, policy);

    /// <summary>Nothing is on another volume than its own folder: EXDEV, 18 on Linux.</summary>
    private static bool IsImpossible(OsCode code, string source, string destination) =>
        code.Value == 18 && Path.GetDirectoryName(source) == Path.GetDirectoryName(destination);
}
