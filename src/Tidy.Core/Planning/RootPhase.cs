using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>Phase 1: routes stray entries of the workspace root.</summary>
internal sealed class RootPhase : IPhase
{
    public const string PhaseName = "root";

    public string Name => PhaseName;

    public void Plan(PlanBuilder plan)
    {
        RootRules rules = new(plan.Request.Config);
        List<Candidate> candidates = [];
        foreach (RootEntry entry in plan.Root.Entries)
        {
            if (!rules.IsOutOfPlace(entry, out Rule? rule))
                continue;
            if (WorkspacePath.TryParse(entry.Name, out WorkspacePath? path, out string? problem))
                candidates.Add(new Candidate(path, rule));
            else
                ReportName(plan, entry.Name, problem);
        }

        candidates.Sort(static (a, b) => string.CompareOrdinal(a.Path.Value, b.Path.Value));
        SqliteUnits units = new(plan.Root);
        foreach ((WorkspacePath path, Rule? rule) in candidates)
        {
            if (!plan.IsDecided(path) && !units.Follows(path))
                Decide(plan, units, path, rule);
        }
    }

    private static void Decide(PlanBuilder plan, SqliteUnits units, WorkspacePath path, Rule? rule)
    {
        OsCode code = plan.Services.Files.Stat(plan.Request.Root.Resolve(path), out FileStat stat);
        if (!code.IsOk)
            return; // it went away since the listing, or cannot be seen: nothing can be said about it
        if (stat.Kind == FileKind.Special)
            plan.Add(new Finding(Codes.SpecialFile, FindingLevel.Warning, path.Value, "A pipe, socket or device: left where it is."));
        else if (StaysBecause(plan, units, path, stat, rule) is var (status, why))
            plan.Add(Entry(path, stat, rule) with { Status = status, Message = why });
        else if (rule is null)
            ReportNotAllowed(plan, path);
        else if (rule.Action == RuleAction.Report)
            plan.Add(new Finding(rule.Code ?? Codes.Reported, FindingLevel.Warning, path.Value, $"{rule.Reason ?? $"Rule '{rule.Id}' reports it"}; it is never moved."));
        else
            PlanMove(plan, units, Entry(path, stat, rule), rule);
    }

    /// <summary>
    /// What is stronger than the rule, or than the allow-list where there is none; cheap questions first, so that git is only asked when a
    /// file would really move.
    /// </summary>
    private static (EntryStatus Status, string Why)? StaysBecause(PlanBuilder plan, SqliteUnits units, WorkspacePath path, in FileStat stat, Rule? rule)
    {
        if (rule is not null && stat.Kind == FileKind.Link)
            return (EntryStatus.Skipped, "a link: moved, it would point elsewhere");
        if (MinimumAge.ProblemOf(plan, units, path, stat, rule) is { } young)
            return (EntryStatus.Skipped, young);
        return rule is not null && plan.Protections.Of(path, stat.Kind == FileKind.Directory) is { } why ? (EntryStatus.Protected, why) : null;
    }

    private static void PlanMove(PlanBuilder plan, SqliteUnits units, PlanEntry entry, Rule rule)
    {
        WorkspacePath wanted = WorkspacePath.Parse(rule.To!).Child(entry.Source.Name);
        foreach (PlanEntry planned in MoveEntries.Of(plan, units, entry, wanted))
            plan.Add(planned);
    }

    private static PlanEntry Entry(WorkspacePath path, in FileStat stat, Rule? rule) =>
        new() { Source = path, Stat = stat, Phase = PhaseName, Rule = rule?.Id, Conflict = rule?.Conflict ?? default, Message = rule?.Reason };

    private static void ReportNotAllowed(PlanBuilder plan, WorkspacePath path) => plan.Add(new Finding(
        Codes.NotAllowed,
        FindingLevel.Error,
        path.Value,
        "Not on the allow-list of the root, and no rule says where it belongs: add it to root.allow, or add a rule."));

    private static void ReportName(PlanBuilder plan, string name, string problem)
    {
        string code = name.Contains('\uFFFD') ? Codes.NotText : Codes.PathRefused;
        plan.Add(new Finding(code, FindingLevel.Warning, name, $"Left where it is: its name {problem}."));
    }

    /// <summary>A class: for lists of a structure of ours code is compiled at every start.</summary>
    private sealed record Candidate(WorkspacePath Path, Rule? Rule);
}
