using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Phases;

/// <summary>Reverses what a run made, wrote or removed in place.</summary>
internal sealed class UndoneMaking(PlanBuilder plan)
{
    private readonly WorkspaceRoot root = plan.Request.Root;

    public PlanEntry Reverse(DoneMove done)
    {
        bool isThere = plan.Services.Files.Stat(root.Resolve(done.Source), out FileStat now).IsOk;
        PlanEntry entry = new()
        {
            Source = done.Source,
            Destination = done.Action == PlanAction.CreateDir ? null : done.Source,
            Phase = UndoPhase.PhaseName,
            Action = ReverseOf(done.Action),
            Stat = done.Action == PlanAction.RemoveEmptyDir ? done.Stat : now,
            Restores = done.Written,
            Message = "as it was before the run",
        };
        return Refusal(done, isThere, now) is { } why ? entry with { Status = EntryStatus.Skipped, Message = why } : entry;
    }

    private static PlanAction ReverseOf(PlanAction action) => action switch
    {
        PlanAction.RemoveEmptyDir => PlanAction.CreateDir,
        PlanAction.CreateDir => PlanAction.RemoveEmptyDir,
        _ => PlanAction.RestoreFile,
    };

    private string? Refusal(DoneMove done, bool isThere, in FileStat now) => done.Action switch
    {
        PlanAction.RemoveEmptyDir => isThere ? "it exists again" : null,
        PlanAction.CreateDir => isThere ? null : "it is gone already",
        _ => RefusalOfWritten(done, isThere, now),
    };

    private string? RefusalOfWritten(DoneMove done, bool isThere, in FileStat now)
    {
        if (done.Written is not { } written || !written.IsStill(root.Resolve(done.Source), isThere, now))
            return "it changed since the run";
        bool isLost = written.EarlierSha256 is not null && !plan.Services.Files.Stat(RunFolder.Before(root, written), out _).IsOk;
        return isLost ? "what was there before is no longer kept" : null;
    }
}
