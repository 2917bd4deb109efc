using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>Turns "this should go there" into plan entries: the conflict settled, companions of a database after it.</summary>
internal static class MoveEntries
{
    public static IReadOnlyList<PlanEntry> Of(PlanBuilder plan, SqliteUnits units, PlanEntry entry, WorkspacePath wanted)
    {
        DestinationChoice choice = plan.Destinations.Choose(entry.Source, wanted, entry.Stat, ConflictOf(plan, units, entry));
        PlanEntry leader = Settle(plan, entry, wanted, choice);
        if (leader.Status != EntryStatus.Planned || leader.Action != PlanAction.Move)
            return [leader];
        PlanEntry[] unit = [Following(plan, leader), .. leader.Stat.Kind == FileKind.File ? CompanionsOf(plan, units, leader) : []];
        if (unit.Select(one => ObstacleTo(plan, one)).FirstOrDefault(why => why is not null) is not { } obstacle)
            return unit;
        plan.Destinations.Release(leader.Destination!);
        return [leader with { Status = EntryStatus.Protected, Message = obstacle }];
    }

    /// <summary>Of a companion also what keeps a file whatever the rules say: of the leader that was asked before.</summary>
    private static string? ObstacleTo(PlanBuilder plan, PlanEntry one)
    {
        string? protection = one.UnitOf is null ? null : plan.Protections.Of(one.Source, isFolder: false);
        string? why = protection ?? plan.Protections.OfArrival(one.Source, one.Stat.Kind == FileKind.Directory, one.Destination!);
        return why is null || one.UnitOf is null ? why : $"'{one.Source.Name}' belongs to it and stays: {why}";
    }

    private static PlanEntry Following(PlanBuilder plan, PlanEntry entry) =>
        entry with { IsTracked = plan.Protections.IsTracked(entry.Source, entry.Stat.Kind == FileKind.Directory) };

    private static IEnumerable<PlanEntry> CompanionsOf(PlanBuilder plan, SqliteUnits units, PlanEntry leader)
    {
        foreach (WorkspacePath companion in units.CompanionsOf(leader.Source))
        {
            if (plan.Services.Files.Stat(plan.Request.Root.Resolve(companion), out FileStat stat).IsOk)
                yield return Following(plan, Companion(leader, companion, stat));
        }
    }

    /// <summary>The same database may have other transactions in the files beside it: it is no duplicate. And what git tracks only moves.</summary>
    private static ConflictMode ConflictOf(PlanBuilder plan, SqliteUnits units, PlanEntry entry) =>
        entry.Conflict == ConflictMode.Deduplicate && (units.CompanionsOf(entry.Source).Any() || plan.Protections.OfRemoval(entry.Source) is not null)
            ? ConflictMode.Rename
            : entry.Conflict;

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
