using Tidy.Core.Workspaces;

namespace Tidy.Core.Journal;

/// <summary>The runs that are on disk. Reads journals and writes nothing.</summary>
public static class RunHistory
{
    /// <summary>Every run, oldest first.</summary>
    public static IReadOnlyList<RunRecord> List(WorkspaceRoot root)
    {
        List<RunRecord> runs = [];
        foreach (string id in RunFolder.Finished(root))
            AddIfReadable(runs, id, RunFolder.Closed(root, id), isInterrupted: false);
        foreach (string id in RunFolder.Interrupted(root))
            AddIfReadable(runs, id, RunFolder.Open(root, id), isInterrupted: true);
        runs.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return WithUndoneBy(runs);
    }

    /// <summary>The run with this id, or whose id starts so and no other's does.</summary>
    /// <exception cref="TidyException">No run, or several, answer to it.</exception>
    public static RunRecord Find(IReadOnlyList<RunRecord> runs, string id)
    {
        List<RunRecord> found = [.. runs.Where(r => r.Id == id)];
        if (found.Count == 0)
            found = [.. runs.Where(r => r.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase))];
        return found switch
        {
            [var one] => one,
            [] => throw new TidyException(Codes.Usage, ExitCode.Usage, $"There is no run '{id}'. 'dotnet tidy history' lists the runs."),
            _ => throw new TidyException(Codes.Usage, ExitCode.Usage, $"'{id}' is the beginning of several runs: {string.Join(", ", found.Select(r => r.Id))}."),
        };
    }

    /// <summary>The run that an undo is to reverse: as for <see cref="Find"/>, or without an id the newest that changed something, was not undone, and is no undo itself.</summary>
    /// <exception cref="TidyException">There is none.</exception>
    public static RunRecord ToUndo(WorkspaceRoot root, string? id)
    {
        IReadOnlyList<RunRecord> runs = List(root);
        if (id is not null && Find(runs, id) is var run)
            return run is { UndoneBy: { } by, NotUndone.Count: 0 } ? throw AlreadyUndone(run.Id, by) : run;
        return runs.LastOrDefault(r => r is { Undoes: null, UndoneBy: null, Done.Count: > 0 })
            ?? throw new TidyException(Codes.Usage, ExitCode.Usage, "There is no run to undo. 'dotnet tidy history' lists the runs.");
    }

    private static TidyException AlreadyUndone(string id, string by) =>
        new(Codes.Usage, ExitCode.Usage, $"Run '{id}' is undone already, by run '{by}'; to undo that is to do it again.");

    private static void AddIfReadable(List<RunRecord> runs, string id, string folder, bool isInterrupted)
    {
        string path = Path.Combine(folder, JournalFile.Name);
        if (ReadOrNull(path) is { Run: { } first } journal)
            runs.Add(Of(id, first, journal.Records) with { IsInterrupted = isInterrupted });
    }

    private static JournalFile? ReadOrNull(string path)
    {
        try
        {
            return File.Exists(path) ? JournalFile.Read(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // somebody else's, or no file at all: there are the others
        }
    }

    private static RunRecord Of(string id, JournalRecord run, IReadOnlyList<JournalRecord> records) => Of(id, run, records, new DoneMoves(id, records).All);

    private static RunRecord Of(string id, JournalRecord run, IReadOnlyList<JournalRecord> records, IReadOnlyList<DoneMove> done) => new()
    {
        Id = id,
        Command = run.Command ?? "",
        StartedAt = run.At ?? default,
        Undoes = run.Undoes,
        Done = done,
        NotUndone = done,
        IsCutShort = records.Any(r => r is { Type: JournalTypes.Fail, Reason: JournalTypes.Interrupted }),
        Actions = RunActions.Of(records),
        Folders = [.. records.Where(r => r is { Type: JournalTypes.MakeFolder, Path: not null }).Select(r => r.Path!)],
        Made = [.. records.Where(r => r.Type is JournalTypes.MakeFolder or JournalTypes.Ignore)],
        Failed = FailedIn(records),
        Queued = records.LastOrDefault(r => r.Type == JournalTypes.End)?.Queued ?? 0,
    };

    private static int FailedIn(IReadOnlyList<JournalRecord> records) =>
        records.LastOrDefault(r => r.Type == JournalTypes.End)?.Failed ?? records.Count(r => r is { Type: JournalTypes.Fail, Reason: not JournalTypes.Left });

    /// <summary>Newest first: an undo that was itself undone no longer counts. One that was interrupted counts for as much as it did.</summary>
    private static List<RunRecord> WithUndoneBy(List<RunRecord> runs)
    {
        for (int i = runs.Count - 1; i >= 0; i--)
        {
            RunRecord run = runs[i];
            List<RunRecord> undos = [.. runs.Skip(i + 1).Where(r => r.Undoes == run.Id && r.UndoneBy is null)];
            if (undos.Count == 0)
                continue;
            HashSet<(WorkspacePath, WorkspacePath)> reversed = [.. undos.SelectMany(u => u.NotUndone).Select(d => (d.Destination, d.Source))];
            List<DoneMove> left = [.. run.Done.Where(d => !reversed.Contains((d.Source, d.Destination)))];
            bool isUndone = left.Count == 0 || undos.Any(u => !u.IsCutShort && !u.IsInterrupted);
            runs[i] = run with { UndoneBy = isUndone ? undos[^1].Id : null, NotUndone = left };
        }

        return runs;
    }
}
