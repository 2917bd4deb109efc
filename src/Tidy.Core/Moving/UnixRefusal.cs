using Tidy.Core.Platform;

namespace Tidy.Core.Moving;

/// <summary>What a Unix system refused a move for, beyond its number: which folder, which mark, which mount.</summary>
internal static class UnixRefusal
{
    private const int EPERM = 1, EACCES = 13, EBUSY = 16, EXDEV = 18, EINVAL = 22; // the same on Linux and macOS
    private const int StickyBit = 0x200; // S_ISVTX

    /// <returns>A clause for a person, or null. Only a read-only mount has another reason than its code says.</returns>
    public static string? Explain(IOsFiles files, OsCode code, string source, string destination, ref FailureReason reason)
    {
        if (files is not IRefusalFacts facts)
            return null;
        string[] folders = [Path.GetDirectoryName(source) ?? source, Path.GetDirectoryName(destination) ?? destination];
        switch (code.Value)
        {
            case EPERM:
                return Marked(facts, source) ?? Marked(facts, folders[0]) ?? Marked(facts, folders[1]) ?? Sticky(files, folders[0]);
            case EACCES:
                return Array.Find(folders, folder => !facts.MayChange(folder)) is { } closed ? $"'{closed}' may not be changed by this user" : null;
            case EBUSY:
                return facts.IsMountPoint(source) ? $"'{source}' is a mount point" : null;
            case EXDEV when Array.Find(folders, facts.IsOnReadOnlyMount) is { } readOnly:
                // EXDEV comes before EROFS: it is found here, before anybody copies a file that cannot be removed or written.
                reason = FailureReason.ReadOnlyFs;
                return $"'{readOnly}' is on a read-only file system";
            case EINVAL:
                return destination.StartsWith(source + "/", StringComparison.Ordinal) ? $"'{source}' cannot move into itself" : null;
            default:
                return null;
        }
    }

    private static string? Marked(IRefusalFacts facts, string path) =>
        facts.Protection(path) is { } mark ? $"'{path}' is marked {mark}" : null;

    private static string? Sticky(IOsFiles files, string folder) =>
        files.Stat(folder, out FileStat stat).IsOk && (stat.Mode & StickyBit) != 0
            ? $"'{folder}' is sticky: only the owner of it or of a file in it may move that file" : null;
}
