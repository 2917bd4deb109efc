using Tidy.Core.Configuration;
using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>
/// What was written a short while ago is left alone: the longer of the run's and the rule's minimum age decides. A folder is as young as
/// the youngest thing in it, a database as its companions.
/// </summary>
internal static class MinimumAge
{
    /// <summary>A folder that is old itself is kept by something young in it, which is looked at again now and then.</summary>
    private static readonly TimeSpan YoungContentPause = TimeSpan.FromHours(1);

    /// <summary>Why it is too young, as a clause, or null.</summary>
    public static string? ProblemOf(PlanBuilder plan, SqliteUnits units, WorkspacePath path, in FileStat stat, Rule? rule)
    {
        TimeSpan ofRule = rule?.MinAge ?? TimeSpan.Zero;
        TimeSpan wanted = ofRule > plan.Request.MinAge ? ofRule : plan.Request.MinAge;
        if (wanted <= TimeSpan.Zero)
            return null;
        DateTimeOffset oldEnough = plan.Now - wanted;
        bool isYoung = stat.ModifiedAt > oldEnough;
        if (!isYoung && rule is { Action: RuleAction.Move }) // else nothing moves, and its content need not be looked at
        {
            isYoung = stat.Kind == FileKind.Directory
                ? HasYoungContent(plan, path, oldEnough)
                : units.CompanionsOf(path).Any(companion => IsYoung(plan, companion, oldEnough));
        }

        if (!isYoung)
            return null;
        if (stat.ModifiedAt > oldEnough)
            plan.LookAgainWhenOld(stat.ModifiedTicks, wanted);
        else
            plan.LookAgainWhenOld(plan.Now.UtcTicks, wanted < YoungContentPause ? wanted : YoungContentPause);
        return $"younger than the {(wanted > plan.Request.MinAge ? "rule's " : "")}minimum age of {Duration.Format(wanted)}";
    }

    private static bool IsYoung(PlanBuilder plan, WorkspacePath path, DateTimeOffset oldEnough) =>
        plan.Services.Files.Stat(plan.Request.Root.Resolve(path), out FileStat stat).IsOk && stat.ModifiedAt > oldEnough;

    /// <summary>What cannot be looked at may be young. Links are not followed: what they lead to stays where it is.</summary>
    private static bool HasYoungContent(PlanBuilder plan, WorkspacePath folder, DateTimeOffset oldEnough)
    {
        foreach (FolderListing listing in plan.Walk(folder))
        {
            if (listing.Problem is not null || HasYoungEntry(listing, oldEnough.UtcTicks))
                return true;
        }

        return false;
    }

    private static bool HasYoungEntry(FolderListing listing, long oldEnough)
    {
        for (int i = 0; i < listing.Count; i++)
        {
            if (listing[i].ModifiedTicks > oldEnough)
                return true;
        }

        return false;
    }
}
