namespace Tidy.Package.Tests.Builds;

/// <summary>Names, times and sizes of all that a build leaves alone: everything but <c>bin</c> and <c>obj</c>.</summary>
internal static class Snapshot
{
    public static string[] Of(string folder) =>
        [.. new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Where(IsKept).Select(Line).Order(StringComparer.Ordinal)];

    private static bool IsKept(FileSystemInfo entry) => !entry.FullName.Split(Path.DirectorySeparatorChar).Any(n => n is "bin" or "obj");

    private static string Line(FileSystemInfo entry) => entry is FileInfo file
        ? $"{file.FullName} {file.LastWriteTimeUtc:O} {file.Length}"
        // A project's folder gets its bin and obj, which are no part of this.
        : entry.FullName;
}
