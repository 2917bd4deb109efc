using Tidy.Core.Configuration;
using Tidy.Core.Phases;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Runs;

/// <summary>The folder in which the runs lie: what of it is left alone, what is too young, and how the rest leaves it.</summary>
internal sealed class RunsFolder
{
    private readonly PlanBuilder plan;
    private readonly TimeSpan minAge;
    private readonly PatternTable protectedNames;
    private readonly HashSet<WorkspacePath> needed = [];

    private RunsFolder(PlanBuilder plan, RunsConfig config, FolderListing listing)
    {
        this.plan = plan;
        Config = config;
        Listing = listing;
        minAge = config.MinAge > plan.Request.MinAge ? config.MinAge : plan.Request.MinAge;
        protectedNames = Table(config.Protect, ofFolders: true);
        FindNeeded();
    }

    public RunsConfig Config { get; }

    public FolderListing Listing { get; }

    public string ArchiveTo => Config.ArchiveTo ?? Archive.Folder("runs");

    public string OrphansTo => Config.OrphansTo ?? Archive.Folder("diagnostics/logs");

    public string SupersededTo => Archive.Folder("superseded");

    private ArchiveConfig Archive => plan.Request.Config.Archive;

    /// <summary>Null when there is nothing to look at: it is missing, unreadable, or a link, which is said.</summary>
    public static RunsFolder? Open(PlanBuilder plan, RunsConfig config)
    {
        WorkspacePath path = WorkspacePath.Parse(config.Path);
        if (ConfiguredFolder.Look(plan, path, out FileStat _) != FolderLook.Real)
            return null;
        FolderListing listing = plan.List(path);
        return listing.Problem is null ? new RunsFolder(plan, config, listing) : null;
    }

    /// <summary>The rank of a pattern is its place in the list; those that mean the other kind are left out.</summary>
    public static PatternTable Table(IReadOnlyList<string> patterns, bool ofFolders)
    {
        PatternTable table = new();
        for (int i = 0; i < patterns.Count; i++)
        {
            NamePattern pattern = new(patterns[i]);
            if (pattern.IsFolder == ofFolders)
                table.Add(pattern, rank: i);
        }

        return table;
    }

    /// <summary>Protected, or with a dot in front: settings, locks, our own <c>.gitignore</c>.</summary>
    public bool IsLeftAlone(ReadOnlySpan<char> name) => name is ['.', ..] || protectedNames.FirstMatch(name) >= 0;

    /// <summary>Something will arrive in the folder, by this plan or a later one, the queue still has something in it, or it is required.</summary>
    public bool IsNeeded(WorkspacePath folder) => needed.Contains(folder);

    /// <summary>What is too young now is looked at again when it is old enough.</summary>
    public bool IsYoung(long modifiedTicks)
    {
        if (modifiedTicks <= plan.Now.UtcTicks - minAge.Ticks)
            return false;
        plan.LookAgainWhenOld(modifiedTicks, minAge);
        return true;
    }

    /// <summary>False, and a finding: what would be moved to where it is gets a new name in each run.</summary>
    public bool IsElsewhere(string destination)
    {
        if (!WorkspacePath.Parse(destination).Equals(Listing.Path))
            return true;
        plan.Add(new Finding(Codes.PathRefused, FindingLevel.Error, Listing.Path.Value, $"What 'runs' moves to '{destination}' lies there already, so nothing is moved.")
        {
            Remedy = "Name another folder in runs.archiveTo or runs.orphansTo, or as archive.path.",
        });
        return false;
    }

    /// <summary>Plans the move of an entry of the folder with <paramref name="why"/>, unless something is stronger or it went away.</summary>
    /// <param name="obstacle">Why it cannot move after all, as a clause, or null.</param>
    public void Move(WorkspacePath path, string to, string rule, string why, string? obstacle = null)
    {
        SqliteUnits units = new(Listing);
        if (!new Routing(plan, units, RunsPhase.PhaseName).TryLook(path, out FileStat stat))
            return;
        PlanEntry entry = new() { Source = path, Stat = stat, Phase = RunsPhase.PhaseName, Rule = rule, Message = why, LeaveIfInUse = true };
        if (obstacle is not null)
            plan.Add(entry with { Status = EntryStatus.Skipped, Message = obstacle });
        else if (plan.Protections.Of(path, stat.Kind == FileKind.Directory) is { } stronger)
            plan.Add(entry with { Status = EntryStatus.Protected, Message = stronger });
        else
            MoveEntries.Of(plan, units, entry, WorkspacePath.Parse(to).Child(path.Name)).ToList().ForEach(plan.Add);
    }

    private void FindNeeded()
    {
        foreach (string folder in (string[])[ArchiveTo, OrphansTo, SupersededTo])
            Need(WorkspacePath.Parse(folder));
        foreach (string bucket in Archive.Buckets)
            Need(WorkspacePath.Parse(Archive.Folder(bucket)));
        foreach (RequiredEntry required in plan.Request.Config.Required)
            Need(required.Path);
        foreach (PlanEntry entry in plan.Entries)
            Need(entry.Status == EntryStatus.Planned ? entry.Destination?.Parent : null);
        foreach (PendingMove item in plan.Queue.Items)
        {
            Need(item.Source.Parent);
            Need(item.Destination.Parent);
        }
    }

    private void Need(WorkspacePath? folder)
    {
        for (WorkspacePath? at = folder; at is not null && needed.Add(at);)
            at = at.Parent;
    }
}
