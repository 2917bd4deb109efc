using Tidy.Core.Platform;

namespace Tidy.Reliability.Tests.Volumes;

/// <summary>Something that can be seen on the disk while a run goes on; looking is fast, for the run is.</summary>
internal sealed record Moment(string Name, Func<bool> HasCome)
{
    public static Moment Made(string path) => new($"'{Path.GetFileName(path)}' is there", () => OsFiles.Current.Stat(path, out _).IsOk);

    public static Moment Gone(string path) => new($"'{Path.GetFileName(path)}' is gone", () => !OsFiles.Current.Stat(path, out _).IsOk);

    /// <summary>The name has another file than now.</summary>
    public static Moment Replaced(string path)
    {
        OsFiles.Current.Stat(path, out FileStat before);
        return new Moment($"'{Path.GetFileName(path)}' is another", () => OsFiles.Current.Stat(path, out FileStat now).IsOk && now.Inode != before.Inode);
    }

    /// <summary>A file or folder with such a name is in the folder.</summary>
    public static Moment Some(string folder, string pattern) =>
        new($"'{pattern}' is in '{Path.GetFileName(folder)}'", () => Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder, pattern).Any());

    /// <summary>Nothing on the disk tells: the run has ended.</summary>
    public static Moment Never { get; } = new("the run has ended", () => false);

    public override string ToString() => Name;
}
