using Tidy.Core.Phases;
using Tidy.Core.Planning;

namespace Tidy.Core.Archive;

/// <summary>Of files with the same content one stays: what is in the archive already rather than what comes, then the oldest.</summary>
internal sealed class Deduplication(PlanBuilder plan)
{
    private const string RuleId = "deduplicate";

    private readonly Tending tending = new(plan);

    public void Plan()
    {
        EqualCopies equal = new(plan);
        List<PlanEntry> removals = [];
        foreach (List<ArchivedCopy> sameSize in new SizeTwins(ArchiveFiles.Planned(plan)).Groups())
        {
            foreach (List<ArchivedCopy> copies in equal.Of(sameSize))
                removals.AddRange(Removals(copies));
        }

        removals.Sort(static (a, b) => string.CompareOrdinal(a.Source.Value, b.Source.Value));
        removals.ForEach(plan.Add);
    }

    private IEnumerable<PlanEntry> Removals(List<ArchivedCopy> copies)
    {
        copies.RemoveAll(c => tending.IsOfDatabase(c.Now));
        if (copies.Count < 2)
            yield break;
        copies.Sort(ByRank);
        // What must stay anyway makes the others superfluous, were they older.
        ArchivedCopy kept = copies.Find(c => tending.Protection(c.Path, c.Now, c.IsArrival) is not null) ?? copies[0];
        foreach (ArchivedCopy copy in copies)
        {
            if (copy != kept && !copy.Stat.IsSameFile(kept.Stat) && !plan.IsDecided(copy.Path))
                yield return tending.Weighed(Removal(copy, kept), copy.Now, copy.IsArrival);
        }
    }

    private static int ByRank(ArchivedCopy a, ArchivedCopy b)
    {
        int order = a.IsArrival.CompareTo(b.IsArrival);
        if (order == 0)
            order = a.Stat.ModifiedTicks.CompareTo(b.Stat.ModifiedTicks);
        return order != 0 ? order : string.CompareOrdinal(a.Path.Value, b.Path.Value);
    }

    private static PlanEntry Removal(ArchivedCopy copy, ArchivedCopy kept) => new()
    {
        Source = copy.Path,
        Destination = kept.Path,
        Action = PlanAction.RemoveDuplicate,
        Phase = ArchivePhase.PhaseName,
        Rule = RuleId,
        Stat = copy.Stat,
        LeaveIfInUse = true,
        Message = $"the same content is in '{kept.Path}' already",
    };
}
