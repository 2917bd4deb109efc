namespace Tidy.Core.Rules;

/// <summary>The rules, prepared for many names: a name costs a few look-ups however many rules there are.</summary>
/// <remarks>The age of a file (<see cref="Rule.MinAge"/>) is not looked at here: it is no condition, but a wait.</remarks>
internal sealed class RuleIndex
{
    private readonly IReadOnlyList<Rule> rules;
    private readonly NamePattern[][] match;
    private readonly NamePattern[]?[] except;
    private readonly WordCondition?[] words;
    private readonly ICondition[][] conditions;
    private readonly PatternTable files = new();
    private readonly PatternTable folders = new();

    public RuleIndex(IReadOnlyList<Rule> rules)
    {
        this.rules = rules;
        match = [.. rules.Select(rule => rule.Match.Select(text => new NamePattern(text)).ToArray())];
        except = new NamePattern[]?[rules.Count];
        words = [.. rules.Select(rule => rule.Words.Count > 0 ? new WordCondition(rule.Words) : null)];
        conditions = [.. rules.Select(rule => Conditions(rule).ToArray())];
        for (int rank = 0; rank < match.Length; rank++)
        {
            foreach (NamePattern pattern in match[rank])
                (pattern.IsFolder ? folders : files).Add(pattern, rank);
        }
    }

    /// <summary>The first rule that matches, a <see cref="RuleAction.Keep"/> included, or null.</summary>
    public Rule? FirstMatch(IEntryFacts entry)
    {
        PatternTable table = entry.IsFolder ? folders : files;
        int rank = table.FirstMatch(entry.Name);
        while (rank >= 0 && !Holds(rank, entry))
            rank = table.FirstMatch(entry.Name, rank + 1);
        return rank < 0 ? null : rules[rank];
    }

    /// <summary>
    /// Whether a rule would move something of this name, as far as the name can tell: of what else a rule asks, a move is taken to hold, and
    /// what would keep it not to.
    /// </summary>
    public bool MayMove(string name, bool isFolder)
    {
        PatternTable table = isFolder ? folders : files;
        int rank = table.FirstMatch(name);
        while (rank >= 0 && !(IsNamed(rank, name, isFolder) && (rules[rank].Action == RuleAction.Move || conditions[rank].Length == 0)))
            rank = table.FirstMatch(name, rank + 1);
        return rank >= 0 && rules[rank].Action == RuleAction.Move;
    }

    /// <summary>The verdict of every rule, in order.</summary>
    public IEnumerable<RuleVerdict> Explain(IEntryFacts entry)
    {
        for (int rank = 0; rank < rules.Count; rank++)
        {
            string? pattern = Find(match[rank], entry.Name, entry.IsFolder)?.Text;
            yield return new RuleVerdict(rules[rank], pattern, WhyNot(rank, pattern, entry));
        }
    }

    private bool Holds(int rank, IEntryFacts entry)
    {
        if (!IsNamed(rank, entry.Name, entry.IsFolder))
            return false;
        foreach (ICondition condition in conditions[rank])
        {
            if (condition.WhyNot(entry) is not null)
                return false;
        }

        return true;
    }

    /// <summary>One of its patterns matches: nothing else that it says of names is against it.</summary>
    private bool IsNamed(int rank, ReadOnlySpan<char> name, bool isFolder) =>
        Find(Exceptions(rank), name, isFolder) is null && (words[rank] is not { } condition || condition.IsIn(name));

    private string? WhyNot(int rank, string? pattern, IEntryFacts entry)
    {
        if (pattern is not null)
        {
            return Find(Exceptions(rank), entry.Name, entry.IsFolder) is { } exception
                ? $"excepted by '{exception}'"
                : words[rank]?.WhyNot(entry) ?? conditions[rank].Select(condition => condition.WhyNot(entry)).FirstOrDefault(why => why is not null);
        }

        return Find(match[rank], entry.Name, !entry.IsFolder) is not { } other ? RuleVerdict.NoPattern
            : entry.IsFolder ? $"'{other}' is for files, and this is a folder"
            : $"'{other}' is for folders, and this is a file";
    }

    /// <summary>Cheap ones first: what costs a look at the disk, a process or the reading of a file is asked only when all before it holds.</summary>
    private static IEnumerable<ICondition> Conditions(Rule rule)
    {
        if (rule.Beside.Count > 0)
            yield return new SiblingCondition(rule.Beside, isWanted: true);
        if (rule.NotBeside.Count > 0)
            yield return new SiblingCondition(rule.NotBeside, isWanted: false);
        if (rule.MinSize is not null || rule.MaxSize is not null)
            yield return new SizeCondition(rule.MinSize, rule.MaxSize);
        if (rule.Git is { } state)
            yield return new GitCondition(state);
        if (rule.ExceptContent.Count > 0)
            yield return new ContentCondition(rule.ExceptContent);
        if (rule.ExceptMentioned)
            yield return new MentionCondition();
    }

    /// <summary>Made when a pattern of the rule first matches.</summary>
    private NamePattern[] Exceptions(int rank) => except[rank] ??= [.. rules[rank].Except.Select(text => new NamePattern(text))];

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
