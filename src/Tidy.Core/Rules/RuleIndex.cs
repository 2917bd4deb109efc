namespace Tidy.Core.Rules;

/// <summary>The rules, prepared for many names: a name costs a few look-ups however many rules there are.</summary>
/// <remarks>The age of a file (<see cref="Rule.MinAge"/>) is not looked at here.</remarks>
public sealed class RuleIndex
{
    private readonly IReadOnlyList<Rule> rules;
    private readonly NamePattern[][] match;
    private readonly NamePattern[][] except;
    private readonly PatternTable files = new();
    private readonly PatternTable folders = new();

    public RuleIndex(IReadOnlyList<Rule> rules)
    {
        this.rules = rules;
        match = [.. rules.Select(rule => rule.Match.Select(text => new NamePattern(text)).ToArray())];
        except = [.. rules.Select(rule => rule.Except.Select(text => new NamePattern(text)).ToArray())];
        for (int rank = 0; rank < match.Length; rank++)
        {
            foreach (NamePattern pattern in match[rank])
                (pattern.IsFolder ? folders : files).Add(pattern, rank);
        }
    }

    /// <summary>The first rule that matches, a <see cref="RuleAction.Keep"/> included, or null.</summary>
    public Rule? FirstMatch(ReadOnlySpan<char> name, bool isFolder)
    {
        PatternTable table = isFolder ? folders : files;
        int rank = table.FirstMatch(name);
        while (rank >= 0 && Find(except[rank], name, isFolder) is not null)
            rank = table.FirstMatch(name, rank + 1);
        return rank < 0 ? null : rules[rank];
    }

    /// <summary>The verdict of every rule, in order.</summary>
    public IEnumerable<RuleVerdict> Explain(string name, bool isFolder)
    {
        for (int rank = 0; rank < rules.Count; rank++)
        {
            string? pattern = Find(match[rank], name, isFolder)?.Text;
            yield return new RuleVerdict(rules[rank], pattern, WhyNot(rank, pattern, name, isFolder));
        }
    }

    private string? WhyNot(int rank, string? pattern, string name, bool isFolder)
    {
        if (pattern is not null)
            return Find(except[rank], name, isFolder) is { } exception ? $"excepted by '{exception}'" : null;
        return Find(match[rank], name, !isFolder) is not { } other ? "no pattern matches"
            : isFolder ? $"'{other}' is for files, and this is a folder"
            : $"'{other}' is for folders, and this is a file";
    }

    private static NamePattern? Find(NamePattern[] patterns, ReadOnlySpan<char> name, bool isFolder)
    {
        foreach (NamePattern pattern in patterns)
        {
            if (pattern.IsFolder == isFolder && pattern.Matches(name))
                return pattern;
        }

        return null;
    }
}
