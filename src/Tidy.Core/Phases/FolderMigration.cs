using Tidy.Core.Configuration;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Phases;

/// <summary>
/// Plans one migration. Where the new place is free the whole folder moves in one piece; else what is in it moves entry by entry, and a
/// folder that all entries leave goes after them.
/// </summary>
internal sealed class FolderMigration(PlanBuilder plan, Migration migration)
{
    /// <summary>Planned only to fail and be handed to a person: their folder keeps them.</summary>
    private readonly HashSet<WorkspacePath> failing = [];

    public void Plan(WorkspacePath from, in FileStat stat)
    {
        WorkspacePath to = WorkspacePath.Parse(migration.To);
        FileKind? there = plan.Destinations.KindAt(to);
        if (plan.Guard.ProblemOf(to) is { } problem)
            Refuse(from, problem);
        else if (there is null && !plan.KeepsSomethingIn(from))
            new Routing(plan, SqliteUnits.None, MigratePhase.PhaseName).Route(from, RuleInto(to), to);
        else if (there is null or FileKind.Directory)
            Merge(from, stat, to);
        else
            Refuse(from, $"'{to}' is {(there == FileKind.Link ? "a link" : "no folder")}");
    }

    private void Refuse(WorkspacePath from, string why) =>
        plan.Add(new Finding(Codes.PathRefused, FindingLevel.Error, from.Value, $"The folder is not moved to '{migration.To}': {why}.")
        {
            Remedy = "Put that out of the way, or correct the migration in tidy.json.",
        });

    private void Merge(WorkspacePath from, in FileStat stat, WorkspacePath to)
    {
        FolderListing listing = plan.List(from);
        Routing routing = new(plan, new SqliteUnits(listing), MigratePhase.PhaseName);
        Rule rule = RuleInto(to);
        if (plan.Protections.OfAllIn(from) is { } why)
        {
            routing.Leave(from, stat, rule, EntryStatus.Protected, why);
            return;
        }

        foreach (ListedPath entry in ListedPath.AllOf(plan, listing))
            PlanEntry(routing, rule, entry, to.Child(entry.Path.Name));
        if (IsEmptied(listing) && !IsTooYoung(routing, rule, listing, stat))
            plan.Add(Removal(from, stat, rule));
    }

    private void PlanEntry(Routing routing, Rule rule, ListedPath entry, WorkspacePath to)
    {
        FileKind? there = plan.Destinations.KindAt(to);
        bool merges = entry.Kind == FileKind.Directory
            && !plan.IsDecided(entry.Path)
            && (there == FileKind.Directory || (there is null && plan.KeepsSomethingIn(entry.Path)));
        if (merges && plan.Services.Files.Stat(plan.Request.Root.Resolve(entry.Path), out FileStat stat).IsOk)
        {
            Merge(entry.Path, stat, to);
            return;
        }

        routing.Route(entry.Path, rule);
        if (there is not null && migration.Conflict == ConflictMode.Fail)
            failing.Add(entry.Path);
    }

    /// <summary>Every entry is known, and goes.</summary>
    private bool IsEmptied(FolderListing listing)
    {
        if (!listing.Exists || listing.Problem is not null)
            return false;
        for (int i = 0; i < listing.Count; i++)
        {
            if (!WorkspacePath.TryParse($"{listing.Path}/{listing[i].Name}", out WorkspacePath? path, out _) || !plan.IsLeaving(path) || failing.Contains(path))
                return false;
        }

        return true;
    }

    /// <summary>Somebody may have made an empty folder a moment ago to put something into it.</summary>
    private bool IsTooYoung(Routing routing, Rule rule, FolderListing listing, in FileStat stat) =>
        listing.Count == 0
        && MinimumAge.ProblemOf(plan, SqliteUnits.None, listing.Path, stat, rule) is { } young
        && routing.Leave(listing.Path, stat, rule, EntryStatus.Skipped, young);

    private static PlanEntry Removal(WorkspacePath folder, in FileStat stat, Rule rule) => new()
    {
        Source = folder,
        Action = PlanAction.RemoveEmptyDir,
        Phase = MigratePhase.PhaseName,
        Rule = rule.Id,
        Stat = stat,
        Message = $"nothing is left in it, and {rule.Reason}",
    };

    private Rule RuleInto(WorkspacePath folder) => new()
    {
        Id = $"migration:{migration.From}",
        Match = [],
        To = folder.Value + "/",
        Conflict = migration.Conflict,
        Reason = $"'{migration.From}' is '{migration.To}' now",
    };
}
