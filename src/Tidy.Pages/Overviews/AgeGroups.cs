using Tidy.Core.Queue;

namespace Tidy.Pages.Overviews;

/// <summary>Queued files by how long they wait, from when each was first seen.</summary>
internal static class AgeGroups
{
    /// <summary>The first bound that an age is below gives its group; the words are for the page and for programs.</summary>
    private static readonly (string Name, TimeSpan Below)[] Groups =
    [
        ("under_1h", TimeSpan.FromHours(1)),
        ("under_1d", TimeSpan.FromDays(1)),
        ("under_7d", TimeSpan.FromDays(7)),
        ("under_30d", TimeSpan.FromDays(30)),
        ("over_30d", TimeSpan.MaxValue),
    ];

    public static CountOverview[] Count(IEnumerable<PendingMove> items, DateTimeOffset now)
    {
        int[] counts = new int[Groups.Length];
        foreach (PendingMove item in items)
        {
            if (item.Status != PendingStatus.Succeeded)
                counts[Array.FindIndex(Groups, g => now - item.FirstSeenAt < g.Below)]++;
        }

        return [.. Groups.Select((g, n) => new CountOverview(g.Name, counts[n]))];
    }
}
