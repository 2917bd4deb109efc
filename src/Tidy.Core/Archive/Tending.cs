using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Archive;

/// <summary>What keeps a file of the archive from being removed or compressed.</summary>
internal sealed class Tending(PlanBuilder plan)
{
    private readonly HashSet<WorkspacePath> required = [.. plan.Request.Config.Required.Select(r => r.Path)];

    /// <summary>A database with its companions is one thing: its content is not that of the one file.</summary>
    public bool IsOfDatabase(WorkspacePath now)
    {
        SqliteUnits units = Units(now);
        return units.Follows(now) || units.CompanionsOf(now).Any();
    }

    /// <summary>Why it stays, now and later, as a clause, or null. About what a plan brings was asked when its move was planned.</summary>
    /// <param name="path">Where the plan leaves it.</param>
    /// <param name="now">Where it lies before.</param>
    public string? Protection(WorkspacePath path, WorkspacePath now, bool isArrival)
    {
        if (required.Contains(path))
            return "tidy.json requires it";
        return plan.Protections.OfRemoval(now) ?? (isArrival ? null : plan.Protections.Of(path, isFolder: false));
    }

    /// <summary>The entry as planned, or with what is against it.</summary>
    public PlanEntry Weighed(PlanEntry entry, WorkspacePath now, bool isArrival)
    {
        if (MinimumAge.ProblemOf(plan, Units(now), now, entry.Stat, rule: null) is { } young)
            return entry with { Status = EntryStatus.Skipped, Message = young };
        return Protection(entry.Source, now, isArrival) is { } why ? entry with { Status = EntryStatus.Protected, Message = why } : entry;
    }

    /// <summary>Asks the disk for the few names that matter: the folder may have a million others.</summary>
    private SqliteUnits Units(WorkspacePath path) => new(name => Exists(path, name), path.Parent);

    private bool Exists(WorkspacePath sibling, string name)
    {
        string folder = Path.GetDirectoryName(plan.Request.Root.Resolve(sibling))!;
        return plan.Services.Files.Stat(Path.Combine(folder, name), out FileStat _).IsOk;
    }
}
