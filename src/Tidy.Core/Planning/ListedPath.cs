using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>An entry of a listed folder about which a phase decides.</summary>
/// <param name="Kind">A pipe, socket or device shows as a file.</param>
/// <remarks>A class: for lists of a structure of ours code is compiled at every start.</remarks>
internal sealed record ListedPath(WorkspacePath Path, FileKind Kind, DateTimeOffset ModifiedAt)
{
    public static List<ListedPath> AllOf(PlanBuilder plan, FolderListing listing) => Of(plan, listing, static _ => true);

    /// <summary>
    /// Those that are candidates, in the order of their names. A name that Tidy cannot use is reported and left out; one that is no text was
    /// reported when the folder was listed.
    /// </summary>
    public static List<ListedPath> Of(PlanBuilder plan, FolderListing listing, EntryFilter isCandidate)
    {
        List<ListedPath> found = [];
        for (int i = 0; i < listing.Count; i++)
        {
            FolderEntry entry = listing[i];
            if (!entry.IsText || !isCandidate(entry))
                continue;
            if (WorkspacePath.TryParse($"{listing.Path}/{entry.Name}", out WorkspacePath? path, out string? problem))
                found.Add(new ListedPath(path, entry.Kind, new DateTimeOffset(entry.ModifiedTicks, TimeSpan.Zero)));
            else
                plan.Add(new Finding(Codes.PathRefused, FindingLevel.Warning, $"{listing.Path}/{entry.Name}", $"Left where it is: its name {problem}."));
        }

        found.Sort(static (a, b) => string.CompareOrdinal(a.Path.Value, b.Path.Value));
        return found;
    }
}
