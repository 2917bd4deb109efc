using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>What becomes of one entry that a phase found out of place: it is left, protected, reported, or its move is planned.</summary>
/// <param name="units">Of the folder in which the entries lie.</param>
internal sealed class Routing(PlanBuilder plan, SqliteUnits units, string phase)
{
    /// <summary>Decides about <paramref name="path"/>, unless it went away, or goes with its database.</summary>
    /// <param name="wanted">Where it goes when that is not its own name in the rule's folder.</param>
    public void Route(WorkspacePath path, Rule rule, WorkspacePath? wanted = null)
    {
        if (!plan.IsDecided(path) && !units.Follows(path) && TryLook(path, out FileStat stat) && !Stays(path, stat, rule))
            Carry(path, stat, rule, wanted);
    }

    /// <summary>False for what went away since it was listed, and for what is no payload, which is reported.</summary>
    public bool TryLook(WorkspacePath path, out FileStat stat)
    {
        if (!plan.Services.Files.Stat(plan.Request.Root.Resolve(path), out stat).IsOk)
            return false;
        if (stat.Kind != FileKind.Special)
            return true;
        plan.Add(new Finding(Codes.SpecialFile, FindingLevel.Warning, path.Value, "A pipe, socket or device: left where it is."));
        return false;
    }

    /// <summary>
    /// Whether something is stronger than the rule, or than the allow-list where there is none. Cheap questions first, so that git is only
    /// asked when a file would really move.
    /// </summary>
    public bool Stays(WorkspacePath path, in FileStat stat, Rule? rule)
    {
        if (rule is not null && stat.Kind == FileKind.Link)
            return Leave(path, stat, rule, EntryStatus.Skipped, "a link: moved, it would point elsewhere");
        if (stat.Kind == FileKind.Directory && rule is { Action: RuleAction.Move } && plan.KeepsSomethingIn(path))
            return Leave(path, stat, rule, EntryStatus.Skipped, "something in it stays: it waits in the queue, or another phase decides about it");
        if (MinimumAge.ProblemOf(plan, units, path, stat, rule) is { } young)
            return Leave(path, stat, rule, EntryStatus.Skipped, young);
        return rule is not null
            && plan.Protections.Of(path, stat.Kind == FileKind.Directory) is { } why
            && Leave(path, stat, rule, EntryStatus.Protected, why);
    }

    /// <summary>An entry that says why it stays.</summary>
    /// <returns>True.</returns>
    public bool Leave(WorkspacePath path, in FileStat stat, Rule? rule, EntryStatus status, string why)
    {
        plan.Add(Entry(path, stat, rule) with { Status = status, Message = why });
        return true;
    }

    /// <summary>What the rule says, now that nothing is against it.</summary>
    private void Carry(WorkspacePath path, in FileStat stat, Rule rule, WorkspacePath? wanted)
    {
        if (rule.Action == RuleAction.Report)
        {
            plan.Add(new Finding(rule.Code ?? Codes.Reported, FindingLevel.Warning, path.Value, $"{rule.Reason ?? $"Rule '{rule.Id}' reports it"}; it is never moved."));
            return;
        }

        wanted ??= WorkspacePath.Parse(rule.To!).Child(path.Name);
        foreach (PlanEntry planned in MoveEntries.Of(plan, units, Entry(path, stat, rule), wanted))
            plan.Add(planned);
    }

    private PlanEntry Entry(WorkspacePath path, in FileStat stat, Rule? rule) =>
        new() { Source = path, Stat = stat, Phase = phase, Rule = rule?.Id, Conflict = rule?.Conflict ?? default, Message = rule?.Reason };
}
