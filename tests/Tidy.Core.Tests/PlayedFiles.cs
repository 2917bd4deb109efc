using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>The real system calls, with faults played in front of them.</summary>
public sealed class PlayedFiles(IOsFiles real) : IOsFiles
{
    /// <summary>The code a rename of this source fails with, or null to let it happen.</summary>
    public Func<string, OsCode?> OnRename { get; set; } = static _ => null;

    public Func<string, FileUse?> OnProbe { get; set; } = static _ => null;

    public Func<string, OsCode?> OnRemove { get; set; } = static _ => null;

    public Func<string, OsCode?> OnCreateDirectory { get; set; } = static _ => null;

    /// <summary>Hears of every look at a file or folder.</summary>
    public Action<string> OnStat { get; set; } = static _ => { };

    public OsFamily Family => real.Family;

    public OsCode Stat(string path, out FileStat stat)
    {
        OnStat(path);
        return real.Stat(path, out stat);
    }

    public OsCode RenameNoReplace(string source, string destination) => OnRename(source) ?? real.RenameNoReplace(source, destination);

    public OsCode Replace(string source, string destination) => real.Replace(source, destination);

    public OsCode Remove(string path) => OnRemove(path) ?? real.Remove(path);

    public OsCode RemoveEmptyDirectory(string path) => real.RemoveEmptyDirectory(path);

    public OsCode CreateDirectory(string path) => OnCreateDirectory(path) ?? real.CreateDirectory(path);

    public OsCode FlushDirectory(string path) => real.FlushDirectory(path);

    public OsCode CopyAttributes(string source, string destination) => real.CopyAttributes(source, destination);

    public FileUse ProbeUse(string path, InUsePolicy policy) => OnProbe(path) ?? real.ProbeUse(path, policy);
}
