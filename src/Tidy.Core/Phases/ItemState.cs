using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;

namespace Tidy.Core.Phases;

/// <summary>A queue item held against the disk: whether it ended by itself, and whether the cause of its failure changed.</summary>
internal readonly record struct ItemState(FileStat Stat, bool CauseChanged, PendingStatus? Ending, string? Why)
{
    /// <summary>A person asked to try it now.</summary>
    public bool IsAsked { get; init; }

    public static ItemState Of(PlanBuilder plan, PendingMove item)
    {
        OsCode code = plan.Services.Files.Stat(plan.Request.Root.Resolve(item.Source), out FileStat stat);
        if (item.Status == PendingStatus.Succeeded)
            return Ended(stat, "it had succeeded");
        if (IsMissing(plan, code))
            return Ended(stat, "its source is gone: moved or removed by other means");
        if (item.Status == PendingStatus.Held)
            return OfHeld(plan, item, stat);
        return new(stat, IsDecidedByCause(item) && new Cause(plan.Request.Root, plan.Services.Files).HasChanged(item), null, null);
    }

    /// <summary>A pending item that is locked is probed in any case.</summary>
    private static bool IsDecidedByCause(PendingMove item) => item is not { Status: PendingStatus.Pending, Reason: Moving.FailureReason.Locked };

    private static ItemState OfHeld(PlanBuilder plan, PendingMove item, in FileStat stat) =>
        new Cause(plan.Request.Root, plan.Services.Files).HasSourceChanged(item)
            ? Ended(stat, "it was on hold, and its source changed")
            : new(stat, false, null, null);

    private static ItemState Ended(in FileStat stat, string why) => new(stat, false, PendingStatus.Succeeded, why);

    /// <summary>ENOENT, not EACCES: a file that cannot be seen is not gone.</summary>
    private static bool IsMissing(PlanBuilder plan, OsCode code) =>
        !code.IsOk && Moving.FailureClassifier.Classify(plan.Services.Files.Family, code) == Moving.FailureReason.MissingSource;
}
