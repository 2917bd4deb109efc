using Tidy.Core.Configuration;
using Tidy.Core.Planning;

namespace Tidy.Core.Phases;

/// <summary>
/// Phase 4: does the workspace, as the plan leaves it, have what the configuration wants? What is missing is a finding, or with
/// <see cref="RunRequest.Repair"/> an entry that makes it.
/// </summary>
internal sealed class VerifyPhase : IPhase
{
    public const string PhaseName = "verify";

    public string Name => PhaseName;

    public void Plan(PlanBuilder plan)
    {
        IReadOnlyList<WantedEntry> wanted = WantedEntry.Of(plan.Request.Config);
        if (wanted.Count == 0)
            return;
        Structure structure = new(plan);
        if (!plan.Request.Repair && structure.LacksArchive())
            wanted = WithoutBuckets(plan, wanted);
        foreach (WantedEntry entry in wanted)
            structure.Check(entry);
    }

    /// <summary>Git keeps no empty folder, so a fresh clone has no archive at all: one thing to know, not one for each bucket.</summary>
    private static IReadOnlyList<WantedEntry> WithoutBuckets(PlanBuilder plan, IReadOnlyList<WantedEntry> wanted)
    {
        ArchiveConfig archive = plan.Request.Config.Archive;
        if (archive.Buckets.Count > 0)
        {
            plan.Add(new Finding(Codes.BucketMissing, FindingLevel.Warning, archive.Path, $"There is no archive, and so none of its buckets: {string.Join(", ", archive.Buckets)}.")
            {
                Remedy = Structure.Remedy,
            });
        }

        return [.. wanted.Where(w => w.Code != Codes.BucketMissing)];
    }
}
