namespace Tidy.Core.Configuration;

/// <summary>The keys of <c>archive</c>.</summary>
internal static class ArchiveKeys
{
    public static readonly KeyTable<ArchiveConfig> All = new(
        "Archive",
        new ArchiveConfig(),
        Key<ArchiveConfig>.Of("path", Values.FolderName, (archive, path) => archive with { Path = path }, archive => archive.Path,
            "The archive folder; in a preset's destinations `archive/` means this folder."),
        Key<ArchiveConfig>.Of("commit", Values.Flag, (archive, commit) => archive with { Commit = commit }, archive => archive.Commit,
            "`false`: when Tidy creates the folder it puts a `.gitignore` into it, so that a file git ignored does not become visible."),
        Key<ArchiveConfig>.Of("buckets", Values.List(Values.FolderName), (archive, buckets) => archive with { Buckets = buckets }, archive => archive.Buckets,
            "Folders to have in it; a missing one is reported (`TIDY2016`), and made by `apply --repair`."),
        Key<ArchiveConfig>.Of("deduplicate", Values.Flag, (archive, isWanted) => archive with { Deduplicate = isWanted }, archive => archive.Deduplicate,
            "Of files in the archive with the same content (size first, then the whole content) the oldest stays; the others are removed, journalled, and come back with `undo`."),
        Key<ArchiveConfig>.Of("index", Values.Flag, (archive, isWanted) => archive with { Index = isWanted }, archive => archive.Index,
            "Keep `ARCHIVE_INDEX.json` and `ARCHIVE_INDEX.md` there: what each bucket holds, and what came last. Written only when something in it changes."),
        Key<ArchiveConfig>.Of("retention", RetentionKeys.Value, (archive, retention) => archive with { Retention = retention }, archive => archive.Retention,
            "What happens to files that grew old in it."));
}
