using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Phases;

/// <summary>Phase 1: routes stray entries of the workspace root.</summary>
internal sealed class RootPhase : IPhase
{
    public const string PhaseName = "root";

    public string Name => PhaseName;

    public void Plan(PlanBuilder plan)
    {
        RootRules rules = plan.RootRules;
        List<Candidate> candidates = [];
        foreach (RootEntry entry in plan.Root.Entries)
        {
            if (!rules.IsOutOfPlace(entry, plan.FactsOf(entry), out Rule? rule))
                continue;
            if (WorkspacePath.TryParse(entry.Name, out WorkspacePath? path, out string? problem))
                candidates.Add(new Candidate(path, rule));
            else
                ReportName(plan, entry.Name, problem);
        }

        candidates.Sort(static (a, b) => string.CompareOrdinal(a.Path.Value, b.Path.Value));
        SqliteUnits units = new(plan.Root);
        Routing routing = new(plan, units, PhaseName);
        foreach ((WorkspacePath path, Rule? rule) in candidates)
        {
            if (rule is not null)
                routing.Route(path, rule);
            else if (!plan.IsDecided(path) && !units.Follows(path) && routing.TryLook(path, out FileStat stat) && !routing.Stays(path, stat, rule))
                ReportNotAllowed(plan, path);
        }
    }

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
