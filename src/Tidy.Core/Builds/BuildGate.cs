using System.Text;
using Tidy.Core.Git;
using Tidy.Core.Locking;
using Tidy.Core.Planning;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Builds;

/// <summary>
/// Leaves the gate behind a run that a build started, so that the calls after it need start nothing while nothing changes.
/// It looks before the run and after it; what could have changed unseen in between counts as changed.
/// </summary>
internal sealed class BuildGate
{
    /// <summary>A file that this build itself holds is looked at again when that process has ended, or after this time.</summary>
    private static readonly TimeSpan OwnBuildPause = TimeSpan.FromMinutes(1);

    private readonly RunRequest request;
    private readonly RunServices services;
    private readonly WatchedPaths before;

    /// <summary>
    /// What git said in the run. Its own moves are all that changed since, as far as anybody knows, and the second plan does not start git again; what
    /// git was not asked about is protected in that plan, and so something new.
    /// </summary>
    private TrackedFiles? git;

    private BuildGate(RunRequest request, RunServices services)
    {
        this.request = request;
        this.services = services;
        before = WatchedPaths.Look(request, Now);
    }

    private DateTimeOffset Now => services.Clock.GetUtcNow();

    private bool IsRetry => request.BuildGate == GateFile.RetryCall;

    /// <summary>Null for a run that no build started: its gate is out of date then, which costs the next build one start.</summary>
    public static BuildGate? Open(RunRequest request, RunServices services) => request.BuildGate is null ? null : new BuildGate(request, services);

    /// <summary>Writes the gate. Where it cannot be written there is none, and the next call starts the tool again.</summary>
    /// <param name="plan">Of the run.</param>
    public void Close(RunResult result, Plan plan)
    {
        git = plan.Git;
        try
        {
            string gate = Make(result).Format();
            StateFolder.Ensure(request.Root, services.Files);
            State().Overwrite(Encoding.UTF8.GetBytes(gate));
        }
        catch (TidyException)
        {
            // The run itself is done, and its own messages say what is wrong with the state folder.
        }
    }

    private GateFile Make(RunResult result)
    {
        GateStamp stamp = SettledQueueStamp();
        PendingQueue items = new QueueStore(request.Root, services.Files, services.Clock, request.Config.Queue).Read().Queue;
        var queue = new QueueGate(items.Items, request.Config.Queue.AbandonAfter, Now);
        GateFile? last = IsRetry ? ReadLast() : null;
        List<Outcome> ownBuild = [.. result.Entries.Where(o => o.Code == Codes.HeldByOwnBuild)];
        return new GateFile
        {
            Call = IsRetry ? last?.Call : request.BuildGate,
            SaysAgain = IsRetry ? last?.SaysAgain ?? false : SaysAgain(result),
            StampedAt = Now.UtcTicks,
            Watched = IsRetry ? last?.Watched ?? [] : SettledWatches(result, items),
            DueAt = IsRetry ? last?.DueAt ?? GateFile.Never : DueAt(result, ownBuild.Count > 0),
            Queue = stamp,
            QueueDueAt = queue.DueAt,
            Holders = [.. queue.Holders, .. ownBuild.SelectMany(o => o.Holders).Select(h => new GateHolder(h.ProcessId, h.StartedAt?.UtcTicks ?? 0))],
        };
    }

    /// <summary>
    /// What is out of place or wrong is said by each build, not only by the one that found it. Of what an <c>apply</c> finds (a
    /// database, an entry that no rule names) builds do not warn: that is what <c>verify</c> is for.
    /// </summary>
    private static bool SaysAgain(RunResult result) => result.Command switch
    {
        RunCommand.Plan => result.Entries.Any(o => o.Status == EntryStatus.Planned),
        RunCommand.Verify => result.Entries.Any(o => o.Code is not null) || result.Findings.Any(f => f.Level != FindingLevel.Note),
        _ => result.Findings.Any(f => f.Level == FindingLevel.Error && !f.Code.StartsWith("TIDY2", StringComparison.Ordinal)),
    };

    private IReadOnlyList<KeyValuePair<string, GateStamp>> SettledWatches(RunResult result, PendingQueue queue)
    {
        bool watchesGit = result.Entries.Any(o => o.Status == EntryStatus.Protected);
        WatchedPaths then = watchesGit ? before : before.WithoutGit();
        WatchedPaths now = Look(watchesGit);
        if (then.IsSettled && then.IsSameAs(now))
            return now.Stamps;
        // This run moved something, or somebody was at work at the same time. Time stamps cannot tell the two apart, a second plan can.
        now = Settle(() => Look(watchesGit), static look => look.IsSettled);
        return now.IsSettled && PlansNothingNew(result, queue) ? now.Stamps : now.AsChanged();
    }

    private bool PlansNothingNew(RunResult result, PendingQueue queue)
    {
        Plan plan = new Planner(request with { Tracked = git }, services).Plan(queue);
        HashSet<WorkspacePath> known = [.. result.Entries.Where(o => o.Status is not (EntryStatus.Moved or EntryStatus.Removed)).Select(o => o.Entry.Source)];
        return plan.Entries.All(e => e.Status is not (EntryStatus.Planned or EntryStatus.Protected) || known.Contains(e.Source)) && plan.Findings.All(result.Findings.Contains);
    }

    /// <summary>UTC ticks from which a plan may say something else: something is old enough, or this build has ended.</summary>
    private long DueAt(RunResult result, bool hasOwnBuild)
    {
        DateTimeOffset due = hasOwnBuild ? Now + OwnBuildPause : DateTimeOffset.MaxValue;
        return (result.DueAt < due ? result.DueAt : due).UtcTicks;
    }

    private WatchedPaths Look(bool watchesGit)
    {
        var look = WatchedPaths.Look(request, Now);
        return watchesGit ? look : look.WithoutGit();
    }

    /// <summary>The run that saved the queue a moment ago is this one.</summary>
    private GateStamp SettledQueueStamp()
    {
        GateStamp stamp = Settle(() => GateStamp.Of(request.Root.QueuePath), IsSettled);
        return IsSettled(stamp) ? stamp : GateStamp.Unknown;
    }

    private bool IsSettled(GateStamp stamp) => stamp.Equals(GateStamp.Missing) || WatchedPaths.IsSettledAt(stamp, Now);

    /// <summary>Looks until a later change must show, for as long as that usually takes.</summary>
    private T Settle<T>(Func<T> look, Func<T, bool> isSettled)
    {
        T seen = look();
        for (var patience = new Patience(WatchedPaths.Granularity + TimeSpan.FromMilliseconds(1), services.Clock); !isSettled(seen) && patience.Wait();)
            seen = look();
        return seen;
    }

    private StateFile State() => new(request.Root, request.Root.State(GateFile.Name), services.Clock, services.Files);

    private GateFile? ReadLast() => State().Read() is { } last ? GateFile.Parse(Encoding.UTF8.GetString(last)) : null;
}
