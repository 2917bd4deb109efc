using Tidy.Core.Planning;
using Tidy.Core.Queue;

namespace Tidy.Core;

/// <summary>The exit code that a run's result deserves, before the caller's leniency.</summary>
internal static class RunVerdict
{
    /// <summary>Tidy: no planned entry that is not already queued, and no finding of level error.</summary>
    public static ExitCode OfPreview(RunCommand command, Plan plan, IReadOnlyList<Finding> findings)
    {
        if (findings.Any(f => f.Code == Codes.PhaseFailed))
            return ExitCode.Unexpected;
        bool isTidy = !plan.Entries.Any(e => e.Status == EntryStatus.Planned && e.Pending is null) && !findings.Any(f => f.Level == FindingLevel.Error);
        return command != RunCommand.Verify || isTidy ? ExitCode.Done : ExitCode.Findings;
    }

    public static ExitCode OfRun(IReadOnlyList<Outcome> outcomes, QueueStats queue, IReadOnlyList<Finding> findings)
    {
        if (findings.Any(f => f is { Level: FindingLevel.Error, Code: Codes.PhaseFailed or Codes.StateDamaged }))
            return ExitCode.Unexpected;
        if (findings.Any(f => f is { Level: FindingLevel.Error, Code: Codes.WorkspaceBusy }))
            return ExitCode.Busy;
        bool needsMore = queue.Pending + queue.NeedsManual > 0
            || findings.Any(f => f.Level == FindingLevel.Error)
            || outcomes.Any(o => o.Status is EntryStatus.Failed or EntryStatus.Stale || o.Code is Codes.Abandoned or Codes.UndoRefused);
        return needsMore ? ExitCode.Pending : ExitCode.Done;
    }
}
