using Tidy.Core.Holders;
using Tidy.Core.Moving;
using Tidy.Core.Planning;

namespace Tidy.Core.Queue;

/// <summary>Makes the queue item for a plan entry that could not be carried out: a new one, or one more attempt of the one it retried.</summary>
internal sealed class QueueEntry(RunRequest request, RunServices services, DateTimeOffset now)
{
    private readonly RetrySchedule schedule = new(request.Config.Queue);
    private readonly Lazy<string?> commit = new(() => Git.HeadCommit.Short(request.Root));

    public PendingMove For(PlanEntry entry, Failure failure, IReadOnlyList<Holder> holders)
    {
        FailedAttempt attempt = new(failure, services.Files.Family, now)
        {
            Holders = holders,
            BootId = services.Processes.BootId,
            Cause = new Cause(request.Root, services.Files).Of(entry.Source, entry.Destination!),
        };
        if (entry.Pending is { } known)
            return schedule.AfterFailedAttempt(known, attempt);
        return schedule.NewItem(entry.Source, entry.Destination!, attempt) with
        {
            BytesEstimate = entry.Stat.Size,
            Tags = PendingTags.For(entry.Rule),
            Commit = commit.Value,
        };
    }
}
