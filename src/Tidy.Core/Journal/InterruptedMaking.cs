using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Journal;

/// <summary>Of an interrupted run: did it make, write or remove what has no source to look for? The disk and what was said before the call tell.</summary>
internal sealed class InterruptedMaking
{
    private readonly WorkspaceRoot root;
    private readonly IOsFiles files;
    private readonly Dictionary<int, WrittenFile> writes = [];
    private readonly HashSet<string> made = new(WorkspacePath.Comparer);

    public InterruptedMaking(WorkspaceRoot root, IOsFiles files, JournalFile journal)
    {
        this.root = root;
        this.files = files;
        foreach (JournalRecord record in journal.Records)
        {
            if (record is { Type: JournalTypes.Write, Number: { } n })
                writes[n] = new WrittenFile(journal.Run?.Run ?? "", n, record.Sha256, record.EarlierSha256);
            if (record is { Type: JournalTypes.MakeFolder, Path: { } folder })
                made.Add(folder);
        }
    }

    public bool IsDone(JournalRecord intent, PlanAction action, WorkspacePath path)
    {
        string fullPath = root.Resolve(path);
        bool isThere = files.Stat(fullPath, out FileStat now).IsOk;
        return action switch
        {
            PlanAction.RemoveEmptyDir => !isThere,
            PlanAction.CreateDir => isThere && now.Kind == FileKind.Directory && made.Contains(path.Value) && HasItsMode(intent, fullPath, now),
            _ => writes.TryGetValue(intent.Number ?? -1, out WrittenFile? written) && written.IsStill(fullPath, isThere, now),
        };
    }

    /// <summary>Killed between making a folder and giving it the mode it had: that is done now.</summary>
    private static bool HasItsMode(JournalRecord intent, string path, in FileStat now)
    {
        FileStat wanted = Intents.StatOf(intent);
        try
        {
            if (wanted.Kind == FileKind.Directory && wanted.Mode != now.Mode)
                ModeBits.Give(path, wanted.Mode);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the folder is there, and that is what counts
        }

        return true;
    }
}
