using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Journal;

/// <summary>What a journal's lines say was done, each with all that undo has to know.</summary>
internal sealed class DoneMoves
{
    private readonly string runId;
    private readonly Dictionary<int, JournalRecord> intents = [];
    private readonly Dictionary<int, JournalRecord> copies = [];
    private readonly Dictionary<int, JournalRecord> writes = [];
    private readonly List<DoneMove> all = [];

    public DoneMoves(string runId, IReadOnlyList<JournalRecord> records)
    {
        this.runId = runId;
        foreach (JournalRecord record in records)
            Take(record, record.Number ?? -1);
    }

    /// <summary>In the order of the journal.</summary>
    public IReadOnlyList<DoneMove> All => all;

    private void Take(JournalRecord record, int number)
    {
        if (record.Type == JournalTypes.Intent)
            intents[number] = record;
        else if (record.Type == JournalTypes.Copied)
            copies[number] = record; // of several tries the last one counts
        else if (record.Type == JournalTypes.Write)
            writes[number] = record;
        else if (record.Type == JournalTypes.Done && intents.TryGetValue(number, out JournalRecord? intent) && Of(intent, record, number) is { } done)
            all.Add(done);
    }

    /// <summary>The checksum says that we wrote it; the paths are checked all the same.</summary>
    private DoneMove? Of(JournalRecord intent, JournalRecord done, int number)
    {
        JournalRecord? unit = intent.Unit is { } n ? intents.GetValueOrDefault(n) : null;
        WorkspacePath? leader = WorkspacePath.TryParse(unit?.Source, out WorkspacePath? first, out _) ? first : null;
        bool isKnown = WorkspacePath.TryParse(intent.Source, out WorkspacePath? source, out _)
            & WorkspacePath.TryParse(done.Destination ?? intent.Destination, out WorkspacePath? destination, out _);
        if (!isKnown || WireNames.ActionOf(intent.Action) is not { } action)
            return null;
        DoneMove move = new(source!, destination!, action, Intents.StatOf(intent), leader);
        return move with
        {
            Arrived = action.TakesFreeName() && copies.TryGetValue(number, out JournalRecord? copy)
                ? move.Stat with { Size = copy.Size ?? move.Stat.Size, ModifiedTicks = copy.Modified ?? move.Stat.ModifiedTicks }
                : move.Stat,
            IsTracked = intent.IsTracked == true && action == PlanAction.Move,
            Written = writes.TryGetValue(number, out JournalRecord? write)
                ? new WrittenFile(runId, number, write.Sha256, write.EarlierSha256)
                : null,
        };
    }
}
