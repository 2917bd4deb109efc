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
        return WithUndoneBy(runs);
    }

    /// <summary>The run with this id, or whose id starts so and no other's does.</summary>
    /// <exception cref="TidyException">No run, or several, answer to it.</exception>
    public static RunRecord Find(IReadOnlyList<RunRecord> runs, string id)
    {
        List<RunRecord> found = [.. runs.Where(r => r.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase))];
        return found switch
        {
            [var one] => one,
            [] => throw new TidyException(Codes.Usage, ExitCode.Usage, $"There is no run '{id}'. 'dotnet tidy history' lists the runs."),
            _ => throw new TidyException(Codes.Usage, ExitCode.Usage, $"'{id}' is the beginning of several runs: {string.Join(", ", found.Select(r => r.Id))}."),
        };
    }

    /// <summary>The newest run that moved something, was not undone, and is no undo itself; null when there is none.</summary>
    public static RunRecord? LastToUndo(IReadOnlyList<RunRecord> runs) =>
        runs.LastOrDefault(r => r is { Undoes: null, UndoneBy: null, Done.Count: > 0 });

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

    private static RunRecord Of(string id, JournalRecord run, IReadOnlyList<JournalRecord> records) => new()
    {
        Id = id,
        Command = run.Command ?? "",
        StartedAt = run.At ?? default,
        Undoes = run.Undoes,
        Done = new DoneMoves(id, records).All,
        Actions = RunActions.Of(records),
        Folders = [.. records.Where(r => r is { Type: JournalTypes.MakeFolder, Path: not null }).Select(r => r.Path!)],
        Made = [.. records.Where(r => r.Type is JournalTypes.MakeFolder or JournalTypes.Ignore)],
        Failed = FailedIn(records),
        Queued = records.LastOrDefault(r => r.Type == JournalTypes.End)?.Queued ?? 0,
    };

    private static int FailedIn(IReadOnlyList<JournalRecord> records) =>
        records.LastOrDefault(r => r.Type == JournalTypes.End)?.Failed ?? records.Count(r => r is { Type: JournalTypes.Fail, Reason: not JournalTypes.Left });

    private static List<RunRecord> WithUndoneBy(List<RunRecord> runs)
    {
        runs.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        Dictionary<string, string> undoneBy = [];
        for (int i = runs.Count - 1; i >= 0; i--) // newest first: an undo that was itself undone no longer counts
        {
            if (runs[i].Undoes is { } undone && !undoneBy.ContainsKey(runs[i].Id))
                undoneBy.TryAdd(undone, runs[i].Id);
            runs[i] = runs[i] with { UndoneBy = undoneBy.GetValueOrDefault(runs[i].Id) };
        }

        return runs;
    }
}
