using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>Turns "this should go there" into plan entries: the conflict settled, companions of a database after it.</summary>
internal static class MoveEntries
{
    public static IEnumerable<PlanEntry> Of(PlanBuilder plan, SqliteUnits units, PlanEntry entry, WorkspacePath wanted)
    {
        DestinationChoice choice = plan.Destinations.Choose(entry.Source, wanted, entry.Stat, ConflictOf(units, entry));
        PlanEntry leader = Settle(plan, entry, wanted, choice);
        yield return leader;
        if (leader.Status != EntryStatus.Planned || leader.Action != PlanAction.Move || leader.Stat.Kind != FileKind.File)
            yield break;
        foreach (WorkspacePath companion in units.CompanionsOf(entry.Source))
        {
            if (plan.Services.Files.Stat(plan.Request.Root.Resolve(companion), out FileStat stat).IsOk)
                yield return Companion(leader, companion, stat);
        }
    }

    /// <summary>The same database may have other transactions in the files beside it: it is no duplicate.</summary>
    private static ConflictMode ConflictOf(SqliteUnits units, PlanEntry entry) =>
        entry.Conflict == ConflictMode.Deduplicate && units.CompanionsOf(entry.Source).Any() ? ConflictMode.Rename : entry.Conflict;

    private static PlanEntry Settle(PlanBuilder plan, PlanEntry entry, WorkspacePath wanted, DestinationChoice choice)
    {
        entry = entry with { Destination = choice.Path, Renamed = !choice.Path.Equals(wanted) };
        switch (choice.Verdict)
        {
            case DestinationVerdict.Duplicate:
                return entry with { Action = PlanAction.RemoveDuplicate, Message = $"the same content is in '{wanted}' already" };
            case DestinationVerdict.Skip:
                return entry with { Status = EntryStatus.Skipped, Message = choice.Why };
            case DestinationVerdict.Refused:
                plan.Add(new Finding(Codes.PathRefused, FindingLevel.Error, entry.Source.Value, $"Not moved, for the destination would leave the workspace: {choice.Why}."));
                return entry with { Status = EntryStatus.Skipped, Message = choice.Why };
            default:
                return entry; // a taken destination stays planned: carried out, it fails as dest_exists and goes to a person
        }
    }

    private static PlanEntry Companion(PlanEntry leader, WorkspacePath companion, in FileStat stat)
    {
        string suffix = companion.Name[leader.Source.Name.Length..];
        return new PlanEntry
        {
            Source = companion,
            Destination = WorkspacePath.Parse(leader.Destination!.Value + suffix),
            Stat = stat,
            Phase = leader.Phase,
            Rule = leader.Rule,
            Conflict = leader.Conflict,
            Renamed = leader.Renamed,
            UnitOf = leader.Source,
            LeaveIfInUse = leader.LeaveIfInUse,
            Message = $"belongs to the database '{leader.Source.Name}'",
        };
    }
}
