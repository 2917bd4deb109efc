using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>
/// What a plan file and the workspace of now agree on. Entries of the file whose source changed, or which would no longer be
/// planned, are refused as stale; what is planned now but not in the file is left alone.
/// </summary>
internal static class PlanAgreement
{
    public static Plan Of(Plan current, PlanFile file)
    {
        Dictionary<WorkspacePath, PlanEntry> planned = [];
        foreach (PlanEntry entry in current.Entries)
            planned.TryAdd(entry.Source, entry);
        List<PlanEntry> agreed = [.. file.Entries.Select(e => Agree(e, planned.GetValueOrDefault(e.Source)))];
        List<Finding> findings = [.. current.Findings];
        findings.AddRange(agreed.Where(e => e.Status == EntryStatus.Stale)
            .Select(e => new Finding(Codes.StalePlan, FindingLevel.Warning, e.Source.Value, $"Not moved: {e.Message}. Make a new plan.")));
        return new Plan(agreed, findings, current.Closings);
    }

    private static PlanEntry Agree(PlanFileEntry wanted, PlanEntry? now)
    {
        if (now is null)
            return Stale(wanted, "it is gone, or no longer out of place");
        if (now.Status != EntryStatus.Planned)
            return Stale(wanted, now.Message ?? "it may no longer move");
        if (now.Action != wanted.Action || now.Destination is null || !now.Destination.Equals(wanted.Destination))
            return Stale(wanted, $"it would now go to '{now.Destination}'");
        return now.Stat.Size != wanted.Bytes || now.Stat.ModifiedAt != wanted.ModifiedAt ? Stale(wanted, "it changed since the plan was made") : now;
    }

    private static PlanEntry Stale(PlanFileEntry wanted, string why) => new()
    {
        Source = wanted.Source,
        Destination = wanted.Destination,
        Action = wanted.Action,
        Phase = RootPhase.PhaseName,
        Status = EntryStatus.Stale,
        Message = why,
    };
}
