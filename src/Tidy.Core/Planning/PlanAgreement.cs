using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>
/// What a plan file and the workspace of now agree on. Entries of the file whose source changed, or which would no longer be
/// planned, are refused as stale; what is planned now but not in the file is left alone. The order is that of the plan of now,
/// for the file may have been edited.
/// </summary>
internal static class PlanAgreement
{
    public static Plan Of(Plan current, PlanFile file)
    {
        Dictionary<WorkspacePath, PlanFileEntry> wanted = [];
        foreach (PlanFileEntry entry in file.Entries)
            wanted.TryAdd(entry.Source, entry);
        List<PlanEntry> agreed = [];
        foreach (PlanEntry now in current.Entries)
        {
            if (wanted.Remove(now.Source, out PlanFileEntry? entry))
                agreed.Add(Agree(entry, now));
        }

        agreed.AddRange(file.Entries.Where(e => wanted.Remove(e.Source)).Select(e => Stale(e, "it is gone, or no longer out of place")));
        KeepUnitsWhole(agreed, current);
        List<Finding> findings = [.. current.Findings];
        findings.AddRange(agreed.Where(e => e.Status == EntryStatus.Stale)
            .Select(e => new Finding(Codes.StalePlan, FindingLevel.Warning, e.Source.Value, $"Not {(e.Action.HasSourceFile() ? "moved" : "done")}: {e.Message}. Make a new plan.")));
        return new Plan(agreed, findings, current.Closings) { Git = current.Git, Index = current.Index };
    }

    /// <summary>A database without the files beside it is a damaged database: when one of them may not move, none does.</summary>
    private static void KeepUnitsWhole(List<PlanEntry> agreed, Plan current)
    {
        HashSet<WorkspacePath> going = [.. agreed.Where(e => e.Status == EntryStatus.Planned).Select(e => e.Source)];
        HashSet<WorkspacePath> broken = [.. current.Entries
            .Where(e => e.UnitOf is not null && !(going.Contains(e.Source) && going.Contains(e.UnitOf)))
            .Select(e => e.UnitOf!)];
        for (int i = 0; i < agreed.Count; i++)
        {
            WorkspacePath leader = agreed[i].UnitOf ?? agreed[i].Source;
            if (agreed[i].Status == EntryStatus.Planned && broken.Contains(leader))
                agreed[i] = agreed[i] with { Status = EntryStatus.Stale, Message = $"not every file of the database '{leader}' is in the plan as it is now" };
        }
    }

    private static PlanEntry Agree(PlanFileEntry wanted, PlanEntry now)
    {
        if (now.Status != EntryStatus.Planned)
            return Stale(wanted, now.Message ?? "it may no longer move");
        if (now.Action != wanted.Action)
            return Stale(wanted, $"the plan is now '{WireNames.Of(now.Action)}', not '{WireNames.Of(wanted.Action)}'");
        if (!Equals(now.Destination, wanted.Destination))
            return Stale(wanted, $"it would now go to '{now.Destination}'");
        bool isChanged = now.Action.HasSourceFile() && (now.Stat.Size != wanted.Bytes || now.Stat.ModifiedAt != wanted.ModifiedAt);
        return isChanged ? Stale(wanted, "it changed since the plan was made") : now;
    }

    private static PlanEntry Stale(PlanFileEntry wanted, string why) => new()
    {
        Source = wanted.Source,
        Destination = wanted.Destination,
        Action = wanted.Action,
        Phase = wanted.Phase,
        Status = EntryStatus.Stale,
        Message = why,
    };
}
