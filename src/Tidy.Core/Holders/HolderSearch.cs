namespace Tidy.Core.Holders;

/// <summary>What a search for holders has found so far, and whether there is time left.</summary>
/// <param name="describe">Names a process; null when it has ended meanwhile.</param>
internal sealed class HolderSearch(TimeProvider time, TimeSpan budget, Func<int, Holder?> describe)
{
    private readonly long started = time.GetTimestamp();
    private readonly Dictionary<string, List<Holder>> found = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Holder?> described = [];

    public bool IsOver => time.GetElapsedTime(started) >= budget;

    /// <summary>Counts a process once per path, however many handles it has.</summary>
    public void Add(string path, int processId)
    {
        if (!described.TryGetValue(processId, out Holder? holder))
            described.Add(processId, holder = describe(processId));
        if (holder is null)
            return;
        if (!found.TryGetValue(path, out List<Holder>? holders))
            found.Add(path, holders = []);
        if (!holders.Contains(holder))
            holders.Add(holder);
    }

    public IReadOnlyDictionary<string, IReadOnlyList<Holder>> ToResult()
    {
        Dictionary<string, IReadOnlyList<Holder>> result = new(found.Count, StringComparer.Ordinal);
        foreach ((string path, List<Holder> holders) in found)
        {
            result.Add(path, holders);
        }

        return result;
    }
}
