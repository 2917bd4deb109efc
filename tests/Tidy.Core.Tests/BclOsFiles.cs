using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>The system calls that the queue and the locks need, by way of the class library: enough for tests, not for payload.</summary>
internal sealed class BclOsFiles : IOsFiles
{
    public static readonly BclOsFiles Current = new();

    public OsFamily Family => OperatingSystem.IsWindows() ? OsFamily.Windows : OperatingSystem.IsMacOS() ? OsFamily.MacOS : OsFamily.Linux;

    public OsCode Stat(string path, out FileStat stat)
    {
        stat = default;
        FileSystemInfo info = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        if (!info.Exists && info.LinkTarget is null)
            return new OsCode(2);
        FileKind kind = info.LinkTarget is not null ? FileKind.Link : info is DirectoryInfo ? FileKind.Directory : FileKind.File;
        stat = new FileStat(kind, 0, 0, info is FileInfo { Exists: true } file ? file.Length : 0, info.LastWriteTimeUtc.Ticks, 0, 1);
        return OsCode.Ok;
    }

    public OsCode RenameNoReplace(string source, string destination) =>
        Path.Exists(destination) ? new OsCode(17) : Run(() => File.Move(source, destination, overwrite: false));

    public OsCode Replace(string source, string destination) => Run(() => File.Move(source, destination, overwrite: true));

    public OsCode Remove(string path) => File.Exists(path) ? Run(() => File.Delete(path)) : new OsCode(2);

    public OsCode RemoveEmptyDirectory(string path) => Run(() => Directory.Delete(path));

    public OsCode CreateDirectory(string path) => Path.Exists(path) ? new OsCode(17) : Run(() => Directory.CreateDirectory(path));

    public OsCode FlushDirectory(string path) => OsCode.Ok;

    public OsCode CopyAttributes(string source, string destination) => throw new NotSupportedException();

    public FileUse ProbeUse(string path, InUsePolicy policy) => FileUse.Unknown;

    private static OsCode Run(Action action)
    {
        try
        {
            action();
            return OsCode.Ok;
        }
        catch (UnauthorizedAccessException)
        {
            return new OsCode(13);
        }
        catch (IOException e)
        {
            return new OsCode(e.HResult & 0xFFFF);
        }
    }
}
