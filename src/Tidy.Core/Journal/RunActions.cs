namespace Tidy.Core.Journal;

/// <summary>The actions of a run from the lines of its journal, in the order of the plan.</summary>
internal static class RunActions
{
    public static IReadOnlyList<RunAction> Of(IReadOnlyList<JournalRecord> records)
    {
        Dictionary<int, JournalRecord> verdicts = [];
        foreach (JournalRecord record in records)
        {
            if (record is { Type: JournalTypes.Done or JournalTypes.Fail, Number: { } number })
                verdicts[number] = record;
        }

        return [.. records.Where(r => r is { Type: JournalTypes.Intent, Source: not null }).Select(r => Of(r, verdicts.GetValueOrDefault(r.Number ?? -1)))];
    }

    private static RunAction Of(JournalRecord intent, JournalRecord? verdict)
    {
        string? destination = verdict?.Destination ?? intent.Destination;
        return new RunAction
        {
            Phase = intent.Phase ?? "",
            Action = intent.Action ?? "",
            Source = intent.Source!,
            Destination = destination == intent.Source ? null : destination,
            Status = verdict?.Type switch { JournalTypes.Done => RunActionStatus.Done, JournalTypes.Fail => RunActionStatus.NotDone, _ => RunActionStatus.NotTried },
            Reason = verdict?.Reason,
            Code = verdict?.Code is 0 ? null : verdict?.Code,
        };
    }
}
