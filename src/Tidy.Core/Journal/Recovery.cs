using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Journal;

/// <summary>
/// Finishes the books of runs that were interrupted (killed, cancelled by the machine, power cut). It believes the disk: for every
/// intent, whatever the journal claims, it looks where the file is. Runs under the workspace lock, before anything else.
/// </summary>
internal sealed class Recovery(WorkspaceRoot root, IOsFiles files, TimeProvider clock)
{
    private readonly LinkGuard guard = new(root, files);

    public IReadOnlyList<Finding> Run()
    {
        List<Finding> findings = [];
        foreach (string id in RunFolder.Interrupted(root))
            Recover(id, findings);
        return findings;
    }

    private void Recover(string id, List<Finding> findings)
    {
        string path = Path.Combine(RunFolder.Open(root, id), JournalFile.Name);
        if (Read(id, path, findings) is not { } journal)
            return;
        List<JournalRecord> intents = [.. journal.Records.Where(r => r.Type == JournalTypes.Intent).OrderBy(IsWritten)]; // as the run carried them out
        if (journal.HasEnded || intents.Count == 0)
        {
            Close(id, journal, findings);
            return;
        }

        RemoveStagedCopies(journal);
        InterruptedRun run = new(root, files, guard, journal);
        List<JournalRecord> verdicts = [.. intents.Select(i => run.Settle(i, findings))];
        Rewrite(path, journal, verdicts);
        files.RenameNoReplace(RunFolder.Open(root, id), RunFolder.Closed(root, id));
        int done = verdicts.Count(v => v.Type == JournalTypes.Done);
        findings.Add(new Finding(Codes.StateDamaged, FindingLevel.Note, null,
            $"Run {id} was interrupted: {done} of its {intents.Count} moves had happened. Its journal is closed, and it can be undone."));
    }

    private static bool IsWritten(JournalRecord intent) => WireNames.ActionOf(intent.Action)?.Writes() ?? false;

    /// <summary>A journal that cannot be read tells nothing: it is left for whoever can.</summary>
    private static JournalFile? Read(string id, string path, List<Finding> findings)
    {
        try
        {
            return File.Exists(path) ? JournalFile.Read(path) : new JournalFile([], IsTorn: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(new Finding(Codes.StateDamaged, FindingLevel.Error, null,
                $"Run {id} was interrupted, and its journal cannot be read: {e.Message} What it moved has moved, and the rest is planned again. "
                    + $"Remove the folder '{Path.GetDirectoryName(path)}' when nobody needs it."));
            return null;
        }
    }

    /// <summary>Of a run that ended, or of which no intent is to be read.</summary>
    private void Close(string id, JournalFile journal, List<Finding> findings)
    {
        string folder = RunFolder.Open(root, id);
        if (!journal.HasEnded && !journal.IsTorn)
        {
            RunFolder.Remove(files, folder); // interrupted before its intents were on disk: it moved nothing
            return;
        }

        // What a torn journal said nobody knows, and beside it may lie what was there before the run wrote a file.
        files.RenameNoReplace(folder, RunFolder.Closed(root, id));
        if (journal.HasEnded)
            return;
        findings.Add(new Finding(Codes.StateDamaged, FindingLevel.Warning, null,
            $"Run {id} was interrupted, and its journal is damaged from the start: if it moved anything, that has moved and cannot be undone. Its folder is kept."));
    }

    /// <summary>A staging file is never the only copy: the source goes last, and what a written file replaces is kept.</summary>
    private void RemoveStagedCopies(JournalFile journal)
    {
        foreach (JournalRecord stage in journal.Records.Where(r => r.Type == JournalTypes.Stage))
        {
            if (WorkspacePath.TryParse(stage.Path, out WorkspacePath? part, out _) && part.Name.StartsWith(".tidy-", StringComparison.Ordinal) && guard.ProblemOf(part) is null)
                files.Remove(root.Resolve(part));
        }
    }

    /// <summary>The valid beginning without its verdicts, then what the disk says, then the end: one atomic replace.</summary>
    private void Rewrite(string path, JournalFile journal, List<JournalRecord> verdicts)
    {
        IEnumerable<JournalRecord> kept = journal.Records.Where(r => r.Type is not (JournalTypes.Done or JournalTypes.Fail));
        JournalRecord end = new() { Type = JournalTypes.End, Queued = 0, Reason = "recovered" };
        StateFile file = new(root, path, clock, files);
        file.RemoveLeftovers(); // of a recovery that was killed right here: its run is still open, so this one comes to the same place
        file.Replace(JournalLine.Bytes([.. kept, .. verdicts, end]));
    }
}
