using Tidy.Core.Configuration;
using Tidy.Core.Git;
using Tidy.Core.Planning;
using Tidy.Core.Rules;

namespace Tidy.Core.Setup;

/// <summary>
/// Entries for <c>root.allow</c>: what is at the root now, what a rule would move by its name, and what evidently belongs there. The list goes into
/// a file that people read: what is protected anyway is in it only while it is short.
/// </summary>
/// <param name="Unlisted">How many more stay, because a project names them or git tracks them.</param>
internal sealed record AllowProposal(IReadOnlyList<AllowedEntry> Entries, int Unlisted)
{
    /// <summary>More is no list that a person reads.</summary>
    private const int Most = 12;

    public static AllowProposal Of(PlanBuilder plan)
    {
        HashSet<string> movers = [.. from rule in plan.Request.Config.Rules where rule.Action == RuleAction.Move select rule.Id];
        PlanEntry[] named = [.. plan.Entries.Where(entry => entry.Source.Parent is null && entry.Rule is { } rule && movers.Contains(rule) && IsPattern(entry))];
        List<AllowedEntry> needed = [.. named.Where(entry => entry.Status == EntryStatus.Planned).Select(entry => Entry(entry, MentionOf(plan, entry))).OfType<AllowedEntry>()];
        List<AllowedEntry> safe = [.. named.Where(entry => entry.Status == EntryStatus.Protected).Select(entry => Entry(entry, WhyKept(plan, entry))).OfType<AllowedEntry>()];
        return needed.Count + safe.Count <= Most ? new AllowProposal([.. needed, .. safe], 0) : new AllowProposal(needed, safe.Count);
    }

    /// <summary>Where a name is a pattern too, it would allow more than itself.</summary>
    private static bool IsPattern(PlanEntry entry) => NamePattern.ProblemOf(entry.Source.Name) is null && new NamePattern(entry.Source.Name).IsExact;

    private static AllowedEntry? Entry(PlanEntry entry, string? why) =>
        why is null ? null : new AllowedEntry(IsFolder(entry) ? entry.Source.Name + "/" : entry.Source.Name, why);

    private static bool IsFolder(PlanEntry entry) => entry.Stat.Kind == Platform.FileKind.Directory;

    private static string? MentionOf(PlanBuilder plan, PlanEntry entry) => plan.ScriptMentions.FirstMention(entry.Source.Name) is { } by ? $"mentioned by '{by}'" : null;

    /// <summary>The best of several reasons; null for one that is none to a reader, such as that git could not tell.</summary>
    private static string? WhyKept(PlanBuilder plan, PlanEntry entry)
    {
        if (plan.Protections.NamedBy(entry.Source) is { } by)
            return $"named by '{by}'";
        return plan.Protections.StateOf(entry.Source, IsFolder(entry)) == GitState.Tracked ? MentionOf(plan, entry) ?? "tracked by git" : null;
    }
}
