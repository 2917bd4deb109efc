using System.Globalization;
using Tidy.Core.Configuration;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Journal;

/// <summary>
/// The folder of one run, <c>.autonomous_runs/tidy/runs/ID</c>. While the run goes on it is called <c>ID.open</c>, so that one look
/// at the names tells whether an earlier run was interrupted.
/// </summary>
internal static class RunFolder
{
    private const string OpenSuffix = ".open";

    private static readonly EnumerationOptions NoLinks = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    private const string TimeFormat = "yyyyMMdd-HHmmssfff";

    /// <summary>Sorts by time to the millisecond; the lock keeps two runs that write further apart than that.</summary>
    public static string NewId(DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}-{Random.Shared.Next(0x10000):x4}");

    public static string All(WorkspaceRoot root) => root.State("runs");

    public static string Open(WorkspaceRoot root, string id) => Path.Combine(All(root), id + OpenSuffix);

    public static string Closed(WorkspaceRoot root, string id) => Path.Combine(All(root), id);

    /// <summary>In a run's folder: what had been there before the run wrote the file of its intent <paramref name="number"/>.</summary>
    public static string BeforeName(int number) => string.Create(CultureInfo.InvariantCulture, $"before-{number}");

    /// <summary>
    /// The temporary file for what the run's intent <paramref name="number"/> makes, beside the name that it gets. The intents are on disk before
    /// anything else, so recovery knows the name even where a power cut took every later line.
    /// </summary>
    public static string StagedName(string id, int number) => string.Create(CultureInfo.InvariantCulture, $".tidy-{id}-{number}.part");

    /// <summary>The same for the file that intent <paramref name="number"/> is about to remove, in its own folder.</summary>
    public static string AsideName(string id, int number) => string.Create(CultureInfo.InvariantCulture, $".tidy-{id}-{number}.aside");

    /// <summary>What a finished run kept of the file that it wrote.</summary>
    public static string Before(WorkspaceRoot root, WrittenFile written) => Path.Combine(Closed(root, written.RunId), BeforeName(written.Number));

    /// <summary>Ids of runs that did not come to their end, oldest first.</summary>
    public static IReadOnlyList<string> Interrupted(WorkspaceRoot root) =>
        [.. Names(root).Where(n => n.EndsWith(OpenSuffix, StringComparison.Ordinal)).Select(n => n[..^OpenSuffix.Length])];

    /// <summary>Ids of finished runs, oldest first.</summary>
    public static IReadOnlyList<string> Finished(WorkspaceRoot root) =>
        [.. Names(root).Where(n => !n.EndsWith(OpenSuffix, StringComparison.Ordinal))];

    /// <summary>Removes a run's folder: its files, then itself.</summary>
    public static void Remove(IOsFiles files, string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
            files.Remove(file);
        files.RemoveEmptyDirectory(folder);
    }

    /// <summary>
    /// Removes finished runs beyond <see cref="JournalConfig.KeepLast"/> and those older than <see cref="JournalConfig.KeepFor"/>, by their
    /// names alone. The newest stays, and so does a folder that is not named as a run: it is somebody else's.
    /// </summary>
    public static void Prune(WorkspaceRoot root, IOsFiles files, JournalConfig keep, DateTimeOffset now)
    {
        List<string> runs = [.. Finished(root).Where(n => StartOf(n) is not null)];
        for (int i = 0; i < runs.Count - 1; i++)
        {
            if (runs.Count - i > keep.KeepLast || now - StartOf(runs[i]) > keep.KeepFor)
                TryRemove(files, Closed(root, runs[i]));
        }
    }

    /// <summary>What cannot be removed now must not fail a run that is done: a later one tries again. A link is not followed.</summary>
    private static void TryRemove(IOsFiles files, string folder)
    {
        try
        {
            if (files.Stat(folder, out FileStat stat).IsOk && stat.Kind == FileKind.Directory)
                Remove(files, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // it is still there, and so are its files or some of them
        }
    }

    /// <summary>When the run of this id began, or null when it is no id.</summary>
    private static DateTimeOffset? StartOf(string id) => id.Length > TimeFormat.Length && id[TimeFormat.Length] == '-'
        && DateTimeOffset.TryParseExact(id.AsSpan(0, TimeFormat.Length), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset start)
            ? start
            : null;

    /// <summary>A link is none of ours: what it leads to must not be taken for a run, nor be removed with one.</summary>
    private static List<string> Names(WorkspaceRoot root)
    {
        DirectoryInfo all = new(All(root));
        if (all.LinkTarget is not null)
            throw Refused(all.FullName);
        if (!all.Exists)
            return [];
        List<string> names = [.. Directory.EnumerateDirectories(all.FullName, "*", NoLinks).Select(Path.GetFileName).OfType<string>()];
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static TidyException Refused(string path) => new(
        Codes.PathRefused,
        ExitCode.Unexpected,
        $"The path '{path}' is refused: it is a link. Tidy keeps its runs there and writes nothing through it. Put a plain folder in its place; nothing was changed.");
}
