using Tidy.Core.Configuration;
using Tidy.Core.Planning;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Explaining;

/// <summary>
/// A rule that a person may want for an entry of the root: its kind where several of the same ending lie there and nothing speaks
/// for any of them, else its name alone.
/// </summary>
internal sealed class RuleDraft(PlanBuilder plan, RootEntry entry)
{
    /// <summary>Fewer of one ending are no kind that a rule is worth for.</summary>
    private const int Several = 3;

    private readonly TidyConfig config = plan.Request.Config;

    public ConfigLine Line()
    {
        string pattern = IsOfAKind() ? $"*{Extension}" : PatternOf(entry);
        return ConfigLine.Rule(FreeId(), pattern, Destination());
    }

    /// <summary>The name as a pattern; a backslash is none of the characters that one may have.</summary>
    public static string PatternOf(RootEntry entry) => entry.Name.Replace('\\', '?') + (entry.IsFolder ? "/" : "");

    private string Extension => Path.GetExtension(entry.Name);

    private bool IsOfAKind()
    {
        if (entry.IsFolder || Extension.Length < 2 || Extension.AsSpan().ContainsAny('*', '?', '\\'))
            return false;
        RootEntry[] alike = [.. plan.Root.Entries.Where(e => !e.IsFolder && e.Name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))];
        return alike.Length >= Several && alike.All(IsWithoutDefender);
    }

    /// <summary>No rule, no allow-list and, as far as is known, not git: what is tracked belongs to the repository.</summary>
    private bool IsWithoutDefender(RootEntry other) =>
        !plan.RootRules.IsOwn(other.Name)
        && plan.RootRules.AllowedBy(other) is null
        && !plan.RootRules.IsTruthSource(other)
        && plan.RootRules.RuleOfFile(new AbsentFacts(plan.FactsOf(other))) is null
        && !IsTracked(other);

    private bool IsTracked(RootEntry other) => plan.Protections.Answer is not null
        && WorkspacePath.TryParse(other.Name, out WorkspacePath? path, out _)
        && plan.Protections.StateOf(path, other.IsFolder) is not (Git.GitState.Untracked or Git.GitState.Ignored);

    /// <summary>Where a rule takes such names, one of the configuration or, if none does, of any preset; else <c>unsorted/</c> in the archive.</summary>
    private string Destination() =>
        ToOf(config.Rules)
        ?? Preset.Names.Select(name => ToOf(ConfigReader.OfPreset(name, config.Archive).Rules)).FirstOrDefault(to => to is not null)
        ?? config.Archive.Folder("unsorted");

    private string? ToOf(IReadOnlyList<Rule> rules) => new RuleIndex([.. rules.Where(r => r.Action == RuleAction.Move)])
        .FirstMatch(new AbsentFacts(plan.FactsOf(entry)))?.To;

    /// <summary>Made of the letters of the name; a rule of a preset with the same id would be replaced.</summary>
    private string FreeId()
    {
        string name = new([.. entry.Name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
        string id = $"my-{name.Trim('-')}".TrimEnd('-');
        string free = id;
        for (int number = 2; config.Rules.Any(rule => rule.Id == free); number++)
            free = $"{id}-{number}";
        return free;
    }
}
