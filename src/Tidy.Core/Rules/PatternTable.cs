namespace Tidy.Core.Rules;

/// <summary>
/// Finds the first of many patterns that match a name, without trying them all: a pattern is filed under its whole text, its first
/// character, or the ending that begins at the first dot after its last wildcard, and a name looks only where it could be. There it skips the
/// patterns with a character that the name does not have.
/// </summary>
internal sealed class PatternTable
{
    private static readonly ulong Wildcards = Characters("*?");

    private readonly Dictionary<string, List<Filed>> exact = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Filed>> endings = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<char, List<Filed>> beginnings = [];
    private readonly List<Filed> others = [];

    /// <summary>Patterns are added in the order of <paramref name="rank"/>; several may share one.</summary>
    public void Add(NamePattern pattern, int rank)
    {
        List<Filed> place = pattern switch
        {
            { IsExact: true } => PlaceFor(exact, pattern.Head),
            { Head: [var first, ..] } => PlaceFor(beginnings, char.ToUpperInvariant(first)),
            _ when pattern.Tail.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot => PlaceFor(endings, pattern.Tail[dot..]),
            _ => others,
        };
        place.Add(new Filed(pattern, rank, Characters(pattern.Text.AsSpan().TrimEnd('/')) & ~Wildcards));
    }

    /// <summary>The lowest rank, not below <paramref name="from"/>, of a pattern that matches; -1 when none does.</summary>
    public int FirstMatch(ReadOnlySpan<char> name, int from = 0)
    {
        int best = int.MaxValue;
        if (name.IsEmpty)
            return -1;
        ulong characters = Characters(name);
        if (exact.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var filed))
            Lower(ref best, filed, name, characters, from);
        if (beginnings.TryGetValue(char.ToUpperInvariant(name[0]), out filed))
            Lower(ref best, filed, name, characters, from);
        var byEnding = endings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int dot = name.IndexOf('.'); dot >= 0; dot = NextDot(name, dot))
        {
            if (byEnding.TryGetValue(name[dot..], out filed))
                Lower(ref best, filed, name, characters, from);
        }

        Lower(ref best, others, name, characters, from);
        return best == int.MaxValue ? -1 : best;
    }

    private static int NextDot(ReadOnlySpan<char> name, int dot) => name[(dot + 1)..].IndexOf('.') is >= 0 and var next ? dot + 1 + next : -1;

    private static void Lower(ref int best, List<Filed> filed, ReadOnlySpan<char> name, ulong characters, int from)
    {
        foreach (var (pattern, rank, required) in filed)
        {
            if (rank >= best)
                return;
            if (rank >= from && (required & ~characters) == 0 && pattern.Matches(name))
                best = rank;
        }
    }

    /// <summary>A set of characters in 64 bits, without regard to case; several characters may share a bit.</summary>
    private static ulong Characters(ReadOnlySpan<char> text)
    {
        ulong set = 0;
        foreach (char c in text)
            set |= 1UL << (char.ToUpperInvariant(c) & 63);
        return set;
    }

    private static List<Filed> PlaceFor<TKey>(Dictionary<TKey, List<Filed>> places, TKey key)
        where TKey : notnull
    {
        if (!places.TryGetValue(key, out var place))
            places[key] = place = [];
        return place;
    }

    /// <summary>A class: for lists of a structure of ours code is compiled at every start.</summary>
    private sealed record Filed(NamePattern Pattern, int Rank, ulong Required);
}
