using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Runs;

/// <summary>Files beside the runs: of baselines the newest stays, orphans move to the archive. A baseline is never an orphan.</summary>
internal sealed class LooseFiles(PlanBuilder plan, RunsFolder folder)
{
    public const string OrphanRule = "orphans";
    public const string BaselineRule = "baselines";

    private readonly SqliteUnits units = new(folder.Listing);
    private readonly List<LooseFile> orphans = [];
    private readonly List<LooseFile>[] baselines = [.. folder.Config.Baselines.Select(_ => new List<LooseFile>())];

    public void Plan()
    {
        Find();
        if (orphans.Count > 0 && folder.IsElsewhere(folder.OrphansTo))
            PlanOrphans();
        if (Array.Exists(baselines, files => files.Count > 1) && folder.IsElsewhere(folder.SupersededTo))
            Array.ForEach(baselines, PlanSuperseded);
    }

    private void Find()
    {
        PatternTable baseline = RunsFolder.Table(folder.Config.Baselines, ofFolders: false);
        PatternTable orphan = RunsFolder.Table(folder.Config.Orphans, ofFolders: false);
        for (int i = 0; i < folder.Listing.Count; i++)
        {
            FolderEntry entry = folder.Listing[i];
            if (entry.Kind != FileKind.File || folder.IsLeftAlone(entry.Name))
                continue;
            int pattern = baseline.FirstMatch(entry.Name);
            if ((pattern >= 0 || orphan.FirstMatch(entry.Name) >= 0) && WorkspacePath.TryParse($"{folder.Listing.Path}/{entry.Name}", out WorkspacePath? path, out _))
                (pattern >= 0 ? baselines[pattern] : orphans).Add(new LooseFile(path, entry.ModifiedTicks));
        }
    }

    private void PlanOrphans()
    {
        orphans.Sort(static (a, b) => string.CompareOrdinal(a.Path.Value, b.Path.Value));
        foreach (LooseFile file in orphans)
        {
            if (!units.Follows(file.Path))
                PlanMove(file, folder.OrphansTo, OrphanRule, "belongs to no run");
        }
    }

    private void PlanSuperseded(List<LooseFile> files)
    {
        files.RemoveAll(file => plan.IsLeaving(file.Path));
        if (files.Count < 2)
            return;
        files.Sort(LooseFile.NewestFirst);
        LooseFile newest = files[0];
        foreach (LooseFile file in files.Skip(1).OrderBy(file => file.Path.Value, StringComparer.Ordinal))
            PlanMove(file, folder.SupersededTo, BaselineRule, $"superseded by '{newest.Path.Name}'");
    }

    private void PlanMove(LooseFile file, string to, string rule, string why)
    {
        if (!plan.IsDecided(file.Path) && !folder.IsYoung(NewestOfUnit(file)))
            folder.Move(file.Path, to, rule, why);
    }

    /// <summary>A database is as young as its companions, which move with it.</summary>
    private long NewestOfUnit(LooseFile file)
    {
        long newest = file.ModifiedTicks;
        foreach (WorkspacePath companion in units.CompanionsOf(file.Path))
        {
            if (plan.Services.Files.Stat(plan.Request.Root.Resolve(companion), out FileStat stat).IsOk)
                newest = Math.Max(newest, stat.ModifiedTicks);
        }

        return newest;
    }

    /// <param name="ModifiedTicks">Last write time as UTC <see cref="DateTime.Ticks"/>.</param>
    private sealed record LooseFile(WorkspacePath Path, long ModifiedTicks)
    {
        public static int NewestFirst(LooseFile a, LooseFile b) =>
            b.ModifiedTicks.CompareTo(a.ModifiedTicks) is not 0 and var order ? order : string.CompareOrdinal(b.Path.Value, a.Path.Value);
    }
}
