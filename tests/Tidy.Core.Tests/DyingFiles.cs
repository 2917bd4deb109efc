using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>The real system calls until the one that the process "dies" at; from then on nothing happens any more, as after SIGKILL.</summary>
public sealed class DyingFiles(IOsFiles real, int callsToLive) : IOsFiles
{
    private int left = callsToLive;

    public OsFamily Family => real.Family;

    public bool HasDied { get; private set; }

    public OsCode Stat(string path, out FileStat stat)
    {
        if (HasDied)
            throw new DiedException();
        return real.Stat(path, out stat);
    }

    public OsCode RenameNoReplace(string source, string destination) => Live(() => real.RenameNoReplace(source, destination));

    public OsCode Replace(string source, string destination) => Live(() => real.Replace(source, destination));

    public OsCode Remove(string path) => Live(() => real.Remove(path));

    public OsCode RemoveEmptyDirectory(string path) => Live(() => real.RemoveEmptyDirectory(path));

    public OsCode CreateDirectory(string path) => Live(() => real.CreateDirectory(path));

    public OsCode FlushDirectory(string path) => Live(() => real.FlushDirectory(path));

    public OsCode CopyAttributes(string source, string destination) => Live(() => real.CopyAttributes(source, destination));

    public FileUse ProbeUse(string path, InUsePolicy policy) => HasDied ? throw new DiedException() : real.ProbeUse(path, policy);

    private OsCode Live(Func<OsCode> call)
    {
        if (left-- <= 0)
            HasDied = true;
        return HasDied ? throw new DiedException() : call();
    }

    public sealed class DiedException : Exception;
}
