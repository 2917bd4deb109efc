using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Journal;

/// <summary>
/// Finishes the books of runs that were interrupted (killed, cancelled by the machine, power cut). It believes the disk: for every
/// intent, whatever the journal claims, it looks where the file is. Runs under the workspace lock, before anything else.
/// </summary>
/// <param name="policy">What counts as in use, of a file that has been copied and is still there.</param>
internal sealed class Recovery(WorkspaceRoot root, IOsFiles files, TimeProvider clock, InUsePolicy policy)
{
    public IReadOnlyList<Finding> Run()
    {
        List<Finding> findings = [];
        foreach (string id in RunFolder.Interrupted(root))
            Recover(id, findings);
        return findings;
    }

    private void Recover(string id, List<Finding> findings)
    {
        string folder = RunFolder.Open(root, id);
        string path = Path.Combine(folder, JournalFile.Name);
        JournalFile journal = File.Exists(path) ? JournalFile.Read(path) : new JournalFile([], IsTorn: false);
        List<JournalRecord> intents = [.. journal.Records.Where(r => r.Type == JournalTypes.Intent).OrderBy(IsWritten)]; // as the run carried them out
        if (journal.HasEnded || intents.Count == 0)
        {
            Close(id, hasEnded: journal.HasEnded);
            return;
        }

        RemoveStagedCopies(journal);
        InterruptedRun run = new(root, files, journal, policy);
        List<JournalRecord> verdicts = [.. intents.Select(i => run.Settle(i, findings))];
        Rewrite(path, journal, verdicts);
        Close(id, hasEnded: true);
        int done = verdicts.Count(v => v.Type == JournalTypes.Done);
        findings.Add(new Finding(Codes.StateDamaged, FindingLevel.Note, null,
            $"Run {id} was interrupted: {done} of its {intents.Count} moves had happened. Its journal is closed, and it can be undone."));
    }

    private static bool IsWritten(JournalRecord intent) => WireNames.ActionOf(intent.Action)?.Writes() ?? false;

    private void Close(string id, bool hasEnded)
    {
        string folder = RunFolder.Open(root, id);
        if (hasEnded)
            files.RenameNoReplace(folder, RunFolder.Closed(root, id));
        else
            RunFolder.Remove(files, folder); // interrupted before its intents were on disk: it moved nothing
    }

    /// <summary>A staging file is never the only copy: the source goes last, and what a written file replaces is kept.</summary>
    private void RemoveStagedCopies(JournalFile journal)
    {
        foreach (JournalRecord stage in journal.Records.Where(r => r.Type == JournalTypes.Stage))
        {
            if (WorkspacePath.TryParse(stage.Path, out WorkspacePath? part, out _) && part.Name.StartsWith(".tidy-", StringComparison.Ordinal))
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
