using Tidy.Core.Configuration;
using Tidy.Core.Git;
using Tidy.Core.Planning;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Setup;

/// <summary>
/// Entries for <c>root.allow</c>: what is at the root now, what a rule would move by its name or an allow-list does not have, and what evidently belongs
/// there. The list goes into a file that people read: what is protected anyway is in it only while it is short.
/// </summary>
/// <param name="Unlisted">How many more stay, because a project names them or git tracks them.</param>
internal sealed record AllowProposal(IReadOnlyList<AllowedEntry> Entries, int Unlisted)
{
    /// <summary>More is no list that a person reads.</summary>
    private const int Most = 12;

    public static AllowProposal Of(PlanBuilder plan)
    {
        HashSet<string> movers = [.. from rule in plan.Request.Config.Rules where rule.Action == RuleAction.Move select rule.Id];
        PlanEntry[] named = [.. plan.Entries.Where(entry => entry.Source.Parent is null && entry.Rule is { } rule && movers.Contains(rule) && IsPattern(entry.Source.Name))];
        List<AllowedEntry> needed = [.. named.Where(entry => entry.Status == EntryStatus.Planned).Select(entry => Entry(entry, MentionOf(plan, entry.Source))).OfType<AllowedEntry>()];
        List<AllowedEntry> safe = [.. named.Where(entry => entry.Status == EntryStatus.Protected).Select(entry => Entry(entry, WhyKept(plan, entry.Source, IsFolder(entry)))).OfType<AllowedEntry>()];
        needed.AddRange(MissingFromAllowList(plan));
        return needed.Count + safe.Count <= Most ? new AllowProposal([.. needed, .. safe], 0) : new AllowProposal(needed, safe.Count);
    }

    /// <summary>Of an allow-list: nothing else would let them stay without an error.</summary>
    private static IEnumerable<AllowedEntry> MissingFromAllowList(PlanBuilder plan)
    {
        HashSet<string> missing = [.. plan.Findings.Where(finding => finding.Code == Codes.NotAllowed).Select(finding => finding.Path!)];
        foreach (RootEntry entry in plan.Root.Entries.Where(e => missing.Contains(e.Name) && IsPattern(e.Name)).OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (WhyKept(plan, WorkspacePath.Parse(entry.Name), entry.IsFolder) is { } why)
                yield return new AllowedEntry(entry.IsFolder ? entry.Name + "/" : entry.Name, why);
        }
    }

    /// <summary>Where a name is a pattern too, it would allow more than itself.</summary>
    private static bool IsPattern(string name) => NamePattern.ProblemOf(name) is null && new NamePattern(name).IsExact;

    private static AllowedEntry? Entry(PlanEntry entry, string? why) =>
        why is null ? null : new AllowedEntry(IsFolder(entry) ? entry.Source.Name + "/" : entry.Source.Name, why);

    private static bool IsFolder(PlanEntry entry) => entry.Stat.Kind == Platform.FileKind.Directory;

    private static string? MentionOf(PlanBuilder plan, WorkspacePath path) => plan.ScriptMentions.FirstMention(path.Name) is { } by ? $"mentioned by '{by}'" : null;

    /// <summary>The best of several reasons; null for one that is none to a reader, such as that git could not tell.</summary>
    private static string? WhyKept(PlanBuilder plan, WorkspacePath path, bool isFolder)
    {
        if (plan.Protections.NamedBy(path) is { } by)
            return $"named by '{by}'";
        return plan.Protections.StateOf(path, isFolder) == GitState.Tracked ? MentionOf(plan, path) ?? "tracked by git" : null;
    }
}
