using Tidy.Core;

namespace Tidy.Tool.Rendering;

/// <summary>Entries that share a heading: a destination folder and a rule, or the reason why they stay.</summary>
internal sealed class EntryGroup(string title, string? rule)
{
    public string Title { get; } = title;

    public string? Rule { get; } = rule;

    public List<Outcome> Entries { get; } = [];

    public long Bytes { get; private set; }

    /// <summary>The reason that all have; null when they differ, or there is none.</summary>
    public string? Why => Entries.TrueForAll(o => o.Message == Entries[0].Message) ? Entries[0].Message : null;

    public void Add(Outcome outcome)
    {
        Entries.Add(outcome);
        Bytes += outcome.Entry.Stat.Size;
    }

    /// <summary>Groups in the order in which their first entry comes.</summary>
    public static IReadOnlyList<EntryGroup> By(IEnumerable<Outcome> outcomes, Func<Outcome, (string Title, string? Rule)> key)
    {
        var groups = new Dictionary<(string, string?), EntryGroup>();
        foreach (Outcome outcome in outcomes)
        {
            var (title, rule) = key(outcome);
            if (!groups.TryGetValue((title, rule), out EntryGroup? group))
                groups.Add((title, rule), group = new EntryGroup(title, rule));
            group.Add(outcome);
        }

        return [.. groups.Values];
    }
}
