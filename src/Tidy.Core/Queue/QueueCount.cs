using Tidy.Core.Moving;

namespace Tidy.Core.Queue;

/// <summary>Counts a queue in one pass.</summary>
internal sealed class QueueCount
{
    private readonly int[] byStatus = new int[(int)PendingStatus.Held + 1];
    private readonly int[] byReason = new int[(int)FailureReason.Unknown + 1];
    private readonly Dictionary<string, int> byFileType = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> byCommit = [];
    private DateTimeOffset? oldest;
    private DateTimeOffset? newest;
    private int eligible;
    private decimal bytes;

    public static QueueStats Of(PendingQueue queue, DateTimeOffset now)
    {
        var count = new QueueCount();
        foreach (PendingMove item in queue.Items)
            count.Add(item, now);
        return count.ToStats(queue);
    }

    private void Add(PendingMove item, DateTimeOffset now)
    {
        byStatus[(int)item.Status]++;
        if (item.Status == PendingStatus.Pending && item.NextEligibleAt <= now)
            eligible++;
        bytes += item.BytesEstimate ?? 0;
        oldest = oldest < item.FirstSeenAt ? oldest : item.FirstSeenAt;
        newest = newest > item.FirstSeenAt ? newest : item.FirstSeenAt;
        byReason[(int)item.Reason]++;
        IncreaseType(Path.GetExtension(item.Source.Value.AsSpan()));
        if (item.Commit is not null)
            Increase(byCommit, item.Commit);
    }

    private QueueStats ToStats(PendingQueue queue) => new()
    {
        Total = queue.Count,
        Pending = byStatus[(int)PendingStatus.Pending],
        Succeeded = byStatus[(int)PendingStatus.Succeeded],
        Abandoned = byStatus[(int)PendingStatus.Abandoned],
        NeedsManual = byStatus[(int)PendingStatus.NeedsManual],
        Held = byStatus[(int)PendingStatus.Held],
        EligibleNow = eligible,
        Bytes = (long)decimal.Min(bytes, long.MaxValue),
        FileSize = queue.FileSize,
        Oldest = oldest,
        Newest = newest,
        ByReason = Reasons(),
        ByFileType = byFileType,
        ByCommit = byCommit,
    };

    private Dictionary<string, int> Reasons()
    {
        Dictionary<string, int> counts = [];
        for (int reason = 0; reason < byReason.Length; reason++)
        {
            if (byReason[reason] > 0)
                counts.Add(WireNames.Of((FailureReason)reason), byReason[reason]);
        }

        return counts;
    }

    private void IncreaseType(ReadOnlySpan<char> extension)
    {
        // Looked up as a span: a text is made once per type, not once per item.
        var types = byFileType.GetAlternateLookup<ReadOnlySpan<char>>();
        if (types.TryGetValue(extension, out int count))
            types[extension] = count + 1;
        else
            byFileType[extension.ToString().ToLowerInvariant()] = 1;
    }

    private static void Increase(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
