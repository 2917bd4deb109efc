using Tidy.Core.Planning;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Explaining;

/// <summary>Where an entry would go, were nothing against it, and what the rule's <c>conflict</c> does there.</summary>
/// <param name="Path">With the name that it would get.</param>
public sealed record DestinationAnswer(WorkspacePath Path, ConflictMode Conflict, DestinationFate Fate)
{
    /// <summary>As planned; null for what moves nowhere.</summary>
    internal static DestinationAnswer? Of(PlanBuilder plan, PlanEntry entry) =>
        entry is { Destination: { } to, Action: PlanAction.Move or PlanAction.RemoveDuplicate } ? new(to, entry.Conflict, FateOf(plan, entry, to)) : null;

    /// <summary>Of what stays: as it would be, had the plan moved it last.</summary>
    internal static DestinationAnswer? Of(PlanBuilder plan, WorkspacePath source, Rule rule)
    {
        if (rule.To is null || !plan.Services.Files.Stat(plan.Request.Root.Resolve(source), out Platform.FileStat stat).IsOk)
            return null;
        WorkspacePath wanted = WorkspacePath.Parse(rule.To).Child(source.Name);
        DestinationChoice choice = plan.Destinations.Choose(source, wanted, stat, rule.Conflict);
        return new(choice.Path, rule.Conflict, FateOf(choice, isRenamed: !choice.Path.Equals(wanted)));
    }

    private static DestinationFate FateOf(PlanBuilder plan, PlanEntry entry, WorkspacePath to)
    {
        if (entry.Action == PlanAction.RemoveDuplicate)
            return DestinationFate.Duplicate;
        if (plan.Guard.ProblemOf(to) is not null)
            return DestinationFate.Refused;
        if (entry.Status == EntryStatus.Skipped)
            return DestinationFate.Skipped;
        if (entry.Renamed)
            return DestinationFate.Renamed;
        return plan.Destinations.Now(to).Equals(entry.Source) || entry.Status != EntryStatus.Planned ? DestinationFate.Free : DestinationFate.Fails;
    }

    private static DestinationFate FateOf(DestinationChoice choice, bool isRenamed) => choice.Verdict switch
    {
        DestinationVerdict.Duplicate => DestinationFate.Duplicate,
        DestinationVerdict.Skip => DestinationFate.Skipped,
        DestinationVerdict.Taken => DestinationFate.Fails,
        DestinationVerdict.Refused => DestinationFate.Refused,
        _ => isRenamed ? DestinationFate.Renamed : DestinationFate.Free,
    };
}
