using Tidy.Core.Git;
using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Setup;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Journal;

/// <summary>
/// Finishes the books of runs that were interrupted (killed, cancelled by the machine, power cut). It believes the disk: for every
/// intent, whatever the journal claims, it looks where the file is. Runs under the workspace lock, before anything else.
/// </summary>
internal sealed class Recovery(RunRequest request, RunServices services, QueueStore store)
{
    private readonly WorkspaceRoot root = request.Root;
    private readonly IOsFiles files = services.Files;
    private readonly LinkGuard guard = new(request.Root, services.Files);

    /// <exception cref="TidyException">The books cannot be finished now; a later run tries again.</exception>
    public IReadOnlyList<Finding> Run()
    {
        List<Finding> findings = [];
        NewFile.RemoveLeftovers(root, files);
        foreach (string id in RunFolder.Interrupted(root))
            Recover(id, findings);
        if (!IndexFollowing.IsSettled(root) && new IndexFollowing(request, services).Settle() is { } behind)
            findings.Add(behind);
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
            if (journal.IsRecovered)
                Finish(journal, journal.Records, id, findings); // killed right after it had closed the books
            Close(id, journal, findings);
            return;
        }

        RemoveStagedCopies(id, intents);
        WriteIgnoreFiles(journal);
        InterruptedRun run = new(root, files, guard, journal, new Removal(root, files, id, request.Config.InUse));
        List<JournalRecord> verdicts = [.. intents.Select(i => run.Settle(i, findings))];
        Rewrite(path, journal, verdicts);
        Finish(journal, [.. intents, .. verdicts], id, findings);
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

    /// <summary>What a run does besides its actions; while it is open, so that it is not forgotten.</summary>
    /// <param name="records">What became of its intents.</param>
    private void Finish(JournalFile journal, IReadOnlyList<JournalRecord> records, string id, List<Finding> findings)
    {
        new IndexDebts(root, files, services.Clock).Add([.. new DoneMoves(id, records).All.Where(d => d.IsTracked).Select(d => new IndexMove(d.Source, d.Destination))]);
        FinishUndo(journal, id, findings);
    }

    /// <summary>What came back goes on hold, as at the end of an undo that nothing interrupts.</summary>
    private void FinishUndo(JournalFile journal, string id, List<Finding> findings)
    {
        if (journal.Run?.Undoes is null)
            return;
        IReadOnlyList<RunRecord> runs = RunHistory.List(root);
        RunRecord undo = runs.First(r => r.Id == id && r.IsInterrupted);
        if (runs.FirstOrDefault(r => r.Id == undo.Undoes) is not { } undone)
            return; // its journal is gone
        QueueChanges changes = new();
        UndoEffects effects = new(root, files, services.Clock, undone);
        if (!undo.IsCutShort)
            effects.TakeAwayFolders();
        effects.Hold(undo.Done.Select(Reversal.Of), changes);
        QueueUpdate update = new(changes, new QueueHistory(root, files, services.Clock));
        findings.AddRange(store.Transact(update.Apply, request.QueueTimeout).Findings);
        findings.AddRange(update.Refused.Values);
    }

    /// <summary>A staging file is never the only copy: the source goes last, and what a written file replaces is kept.</summary>
    private void RemoveStagedCopies(string id, List<JournalRecord> intents)
    {
        foreach (JournalRecord intent in intents)
        {
            if (WorkspacePath.TryParse(intent.Destination, out WorkspacePath? destination, out _) && guard.ProblemOf(destination) is null)
                files.Remove(Path.Combine(Path.GetDirectoryName(root.Resolve(destination))!, RunFolder.StagedName(id, intent.Number ?? -1)));
        }
    }

    /// <summary>A folder that the run made may be there without the file that was to hide it from git.</summary>
    private void WriteIgnoreFiles(JournalFile journal)
    {
        foreach (JournalRecord announced in journal.Records.Where(r => r.Type == JournalTypes.Ignore))
        {
            if (!WorkspacePath.TryParse(announced.Path, out WorkspacePath? ignore, out _) || guard.ProblemOf(ignore) is not null)
                continue;
            try
            {
                IgnoreFile.Ensure(root.Resolve(ignore), files);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // the folder was never made, or not by us: only git's view depends on it
            }
        }
    }

    /// <summary>The valid beginning without its verdicts, then what the disk says, then the end: one atomic replace.</summary>
    private void Rewrite(string path, JournalFile journal, List<JournalRecord> verdicts)
    {
        IEnumerable<JournalRecord> kept = journal.Records.Where(r => r.Type is not (JournalTypes.Done or JournalTypes.Fail));
        JournalRecord end = new() { Type = JournalTypes.End, Queued = 0, Reason = JournalTypes.Recovered };
        StateFile file = new(root, path, services.Clock, files);
        file.RemoveLeftovers(); // of a recovery that was killed right here: its run is still open, so this one comes to the same place
        file.Replace(JournalLine.Bytes([.. kept, .. verdicts, end]));
    }
}
