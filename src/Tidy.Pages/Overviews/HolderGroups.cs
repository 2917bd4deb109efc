using Tidy.Core.Holders;
using Tidy.Core.Queue;

namespace Tidy.Pages.Overviews;

/// <summary>Queued files by the program that was last seen with them open. Two processes of one program are one holder: a person closes the program.</summary>
internal static class HolderGroups
{
    /// <summary>More holders than these are no help to anybody.</summary>
    private const int Shown = 12;

    public static CountOverview[] Count(IEnumerable<PendingMove> items)
    {
        Dictionary<string, int> counts = [];
        foreach (PendingMove item in items)
        {
            if (item.Status != PendingStatus.Succeeded)
                Add(counts, item.Holders);
        }

        return
        [
            .. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(Shown).Select(c => new CountOverview(c.Key, c.Value)),
        ];
    }

    private static void Add(Dictionary<string, int> counts, IReadOnlyList<Holder> holders)
    {
        for (int i = 0; i < holders.Count; i++)
        {
            string name = holders[i].Name;
            if (!holders.Take(i).Any(h => h.Name == name))
                counts[name] = counts.GetValueOrDefault(name) + 1;
        }
    }
}
