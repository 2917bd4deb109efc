namespace Tidy.Core.Rules;

/// <summary>Names and patterns that files mention, each with the file that did so first. Case does not count.</summary>
internal sealed class MentionedNames
{
    private readonly Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<NamePattern> patterns = [];

    /// <summary>A pattern that means everything says nothing about one file, and is left out.</summary>
    public void Add(ReadOnlySpan<char> name, string by)
    {
        if (name.IsEmpty)
            return;
        if (!name.ContainsAny('*', '?'))
            names.GetAlternateLookup<ReadOnlySpan<char>>().TryAdd(name, by);
        else if (name.ContainsAnyExcept("*?.") && texts.GetAlternateLookup<ReadOnlySpan<char>>().TryAdd(name, by))
            patterns.Add(new NamePattern(name.ToString()));
    }

    /// <summary>The file that mentions the name, or null.</summary>
    public string? FirstMention(string name)
    {
        if (names.TryGetValue(name, out string? by))
            return by;
        NamePattern? pattern = patterns.Find(p => p.Matches(name));
        return pattern is null ? null : texts[pattern.Text];
    }
}
