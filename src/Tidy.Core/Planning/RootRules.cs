using Tidy.Core.Configuration;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>The configuration's answer to "does this name belong at the root?", as far as possible before the disk is looked at.</summary>
internal sealed class RootRules(TidyConfig config)
{
    private readonly RuleIndex rules = new(config.Rules);
    private readonly AllowIndex allowed = new(config.Root.Allow);
    private readonly HashSet<string> own = OwnNames(config);
    private readonly HashSet<string> truthSources = new(config.Docs?.TruthSources ?? [], WorkspacePath.Comparer);

    /// <param name="facts">Of the entry.</param>
    /// <param name="rule">The rule that names it; null when only the allow-list is against it.</param>
    public bool IsOutOfPlace(RootEntry entry, IEntryFacts facts, out Rule? rule)
    {
        rule = null;
        if (Belongs(entry) || IsTruthSource(entry))
            return false;
        rule = rules.FirstMatch(facts);
        return rule is null ? config.Root.Policy == RootPolicy.Allowlist : rule.Action != RuleAction.Keep;
    }

    /// <summary>
    /// It has the name of a truth source, which belongs into the documentation folder: the docs phase decides about it. Not what the
    /// configuration wants at the root by that name.
    /// </summary>
    public bool IsTruthSource(RootEntry entry) => !entry.IsFolder && truthSources.Contains(entry.Name) && !Belongs(entry);

    /// <summary>A rule would move what has this name, as far as a name can tell.</summary>
    public bool MayMove(RootEntry entry) => !Belongs(entry) && !IsTruthSource(entry) && rules.MayMove(entry.Name, entry.IsFolder);

    /// <summary>The root has an allow-list, and it does not have this name; a rule may still keep it.</summary>
    public bool IsUnlisted(RootEntry entry) => config.Root.Policy == RootPolicy.Allowlist && !Belongs(entry) && !IsTruthSource(entry);

    /// <summary>The rule for a file wherever it lies, or null.</summary>
    public Rule? RuleOfFile(IEntryFacts file) => rules.FirstMatch(file);

    /// <summary>Every rule in order, and why it names the entry or does not.</summary>
    public IEnumerable<RuleVerdict> Explain(IEntryFacts entry) => rules.Explain(entry);

    /// <summary>The entry of <c>root.allow</c> that keeps it, if any.</summary>
    public AllowedEntry? AllowedBy(RootEntry entry) => allowed.FirstMatch(entry.Name, entry.IsFolder);

    /// <summary>What the tool itself, git and the sections of the configuration need at the root.</summary>
    public bool IsOwn(string name) => own.Contains(name);

    private bool Belongs(RootEntry entry) => IsOwn(entry.Name) || AllowedBy(entry) is not null;

    private static HashSet<string> OwnNames(TidyConfig config)
    {
        HashSet<string> names = new(WorkspacePath.Comparer) { ".git", ".autonomous_runs", WorkspaceRoot.ConfigFileName, AtRoot(config.Archive.Path) };
        if (config.Docs is { } docs)
            names.Add(AtRoot(docs.Path));
        if (config.Runs is { } runs)
            names.Add(AtRoot(runs.Path));
        foreach (Migration migration in config.Migrations)
            names.Add(AtRoot(migration.To));
        foreach (RequiredEntry entry in config.Required)
            names.Add(AtRoot(entry.Path.Value));
        return names;
    }

    private static string AtRoot(string path) => path.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? path[..slash] : path;
}
