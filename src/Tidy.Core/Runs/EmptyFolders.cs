using Tidy.Core.Phases;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Runs;

/// <summary>
/// Folders without a file at any depth go, those furthest down first. Links and what cannot be read count as content; what the plan so
/// far takes away does not. In a project, a young run and whatever is left alone, empty folders may be meant.
/// </summary>
/// <param name="young">Runs that are too young for anything in them to go.</param>
internal sealed class EmptyFolders(PlanBuilder plan, RunsFolder folder, IReadOnlySet<WorkspacePath> young)
{
    public const string Rule = "empty-folders";

    private readonly List<PlanEntry> entries = [];

    private readonly ILookup<WorkspacePath, WorkspacePath> leaving = plan.Entries
        .Where(entry => entry.Source.Parent is not null && plan.IsLeaving(entry.Source))
        .ToLookup(entry => entry.Source.Parent!, entry => entry.Source);

    public void Plan()
    {
        CountGoing(folder.Listing);
        entries.Sort(static (a, b) => DepthOf(b) - DepthOf(a) is not 0 and var deeper ? deeper : string.CompareOrdinal(a.Source.Value, b.Source.Value));
        entries.ForEach(plan.Add);
    }

    private static int DepthOf(PlanEntry entry) => entry.Source.Value.AsSpan().Count('/');

    /// <summary>How many of the folders directly in it go.</summary>
    private int CountGoing(FolderListing listing)
    {
        int going = 0;
        for (int i = 0; i < listing.Count; i++)
        {
            FolderEntry entry = listing[i];
            if (entry.Kind == FileKind.Directory
                && !folder.IsLeftAlone(entry.Name)
                && WorkspacePath.TryParse($"{listing.Path}/{entry.Name}", out WorkspacePath? path, out _)
                && MayGo(path)
                && Goes(path, entry.ModifiedTicks))
            {
                going++;
            }
        }

        return going;
    }

    private bool MayGo(WorkspacePath path) => !young.Contains(path) && !folder.IsNeeded(path) && !plan.IsDecided(path);

    private bool Goes(WorkspacePath path, long modifiedTicks)
    {
        FolderListing listing = plan.List(path);
        if (!listing.Exists || listing.Problem is not null || ProjectMarks.AreIn(listing))
            return false;
        // In both counts is none: what is leaving is decided about. Without an entry of the plan no set of the names is made.
        int staying = listing.Count - CountGoing(listing) - leaving[path].Count(source => listing.Has(source.Name));
        return staying == 0 && !folder.IsYoung(modifiedTicks) && IsPlanned(path);
    }

    private bool IsPlanned(WorkspacePath path)
    {
        if (!plan.Services.Files.Stat(plan.Request.Root.Resolve(path), out FileStat stat).IsOk)
            return false;
        string? why = plan.Protections.Of(path, isFolder: true); // git tracks a folder without files where a submodule was not fetched
        entries.Add(new PlanEntry
        {
            Source = path,
            Action = PlanAction.RemoveEmptyDir,
            Stat = stat,
            Phase = RunsPhase.PhaseName,
            Rule = Rule,
            Status = why is null ? EntryStatus.Planned : EntryStatus.Protected,
            Message = why ?? "an empty folder",
        });
        return why is null;
    }
}
