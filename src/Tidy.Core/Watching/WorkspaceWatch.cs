using Tidy.Core.Configuration;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Watching;

/// <summary>
/// Stays until it is cancelled, and starts a run when there is something to do: a waiting file is free, an attempt is due, something new has
/// settled in a folder that phases look at. It moves nothing itself: a run locks, journals and queues as always.
/// </summary>
public sealed class WorkspaceWatch
{
    /// <summary>What happens together is looked at together.</summary>
    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(10);

    /// <summary>Between two tries to get a workspace that another run has.</summary>
    private static readonly TimeSpan BusyPause = TimeSpan.FromMilliseconds(500);

    /// <summary>An editor that saves in two steps is not to be caught between them.</summary>
    private static readonly TimeSpan ConfigSettle = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan ProbePause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The system tells of a close before it is through with it, and on a busy machine the process that closes may stand still in between: what was
    /// closed and is not free yet is asked once more.
    /// </summary>
    private static readonly TimeSpan SecondLook = TimeSpan.FromMilliseconds(50);

    /// <summary>At most one part in twenty of the time is spent on probes, were it some 100,000 files.</summary>
    private const int ProbeShare = 20;

    private readonly WatchRequest request;
    private readonly RunServices services;
    private readonly IWatchObserver observer;
    private readonly WatchAgenda agenda;
    private readonly WatchRuns runs;
    private readonly WatchedQueue queue;
    private TidyConfig config;
    private TimeSpan probeRest;

    public WorkspaceWatch(WatchRequest request, RunServices services, IWatchObserver observer)
    {
        this.request = request;
        this.services = services;
        this.observer = observer;
        agenda = new WatchAgenda(services.Clock, request.Settle);
        runs = new WatchRuns(request, services, observer);
        queue = new WatchedQueue(request.Root, services);
        config = request.Config;
    }

    /// <summary>Tests play a system that gives no watches.</summary>
    internal Attention.SignalOpener OpenSignal { get; init; } = ChangeSignals.Open;

    /// <returns><see cref="ExitCode.Done"/> when it was waiting; <see cref="ExitCode.Cancelled"/> when a run was cut short, which closed its books.</returns>
    /// <exception cref="TidyException">The workspace is watched already (exit 5), the queue is not to be read, or the workspace is gone.</exception>
    public ExitCode Execute(CancellationToken cancel)
    {
        using WatchLock alone = WatchLock.Acquire(request.Root, services.Files, services.Clock);
        using Attention attention = new(observer, OpenSignal);
        Begin(attention);
        while (!cancel.IsCancellationRequested)
        {
            Hear(attention, cancel);
            while (!cancel.IsCancellationRequested && agenda.Next() is { } step)
                Do(step, attention, cancel);
        }

        return runs.IsCutShort ? ExitCode.Cancelled : ExitCode.Done;
    }

    /// <summary>The first run comes at once: it closes the books of one that was interrupted, and moves what was released while nobody watched.</summary>
    private void Begin(Attention attention)
    {
        ReadQueue();
        WatchTargets targets = Watch(attention);
        observer.Started(new WatchStart([.. targets.Folders.Select(f => request.Root.RelativeFolder(f) ?? f)], queue.Waiting.Paths.Count, attention.IsTold));
        if (request.FollowsQueue)
            agenda.Do(WatchStep.Retry);
        if (request.FollowsClutter)
            agenda.SeeClutter();
    }

    private void Hear(Attention attention, CancellationToken cancel)
    {
        WatchNews news = attention.Wait(agenda.Rest, cancel);
        if (news.Events == WatchEvents.None || cancel.WaitHandle.WaitOne(Burst))
            return;
        news = news.And(attention.Wait(TimeSpan.Zero, cancel));
        if (news.Has(WatchEvents.Clutter) && request.FollowsClutter)
            agenda.SeeClutter();
        if (news.Has(WatchEvents.Config))
            agenda.DoIn(WatchStep.ReadConfig, ConfigSettle);
        if (news.Has(WatchEvents.Queue))
            agenda.Do(WatchStep.ReadQueue);
        if (news.Has(WatchEvents.Closed))
        {
            queue.Waiting.WereClosed(news.Closed);
            if (!Probe(news.Closed, attention))
                agenda.DoIn(WatchStep.Probe, probeRest > SecondLook ? probeRest : SecondLook);
        }

        if (news.Has(WatchEvents.Anything))
            LookAtAll(attention);
    }

    private void Do(WatchStep step, Attention attention, CancellationToken cancel)
    {
        switch (step)
        {
            case WatchStep.ReadConfig:
                ReadConfig(attention);
                break;
            case WatchStep.ReadQueue:
                if (ReadQueue())
                    Watch(attention);
                break;
            case WatchStep.Probe:
                ProbeAll(attention);
                break;
            default:
                Run(step, attention, cancel);
                break;
        }
    }

    private void Run(WatchStep step, Attention attention, CancellationToken cancel)
    {
        RunResult? result = runs.Run(step, config, cancel);
        attention.ForgetClosed();
        if (result is null)
        {
            CheckThatItIsThere();
            if (!runs.IsBusy)
                agenda.Ran(changedSomething: false);
            agenda.DoIn(step, runs.IsBusy ? BusyPause : agenda.Pause);
            return;
        }

        ReadQueue();
        queue.Tried();
        Watch(attention);
        agenda.Ran(changedSomething: result.IsRecorded);
        if (step == WatchStep.Apply && result.DueAt != DateTimeOffset.MaxValue)
            agenda.DoAgainIn(WatchStep.Apply, result.DueAt - services.Clock.GetUtcNow());
    }

    private void LookAtAll(Attention attention)
    {
        Watch(attention);
        agenda.DoIn(WatchStep.ReadConfig, ConfigSettle);
        agenda.Do(WatchStep.ReadQueue);
        if (request.FollowsClutter)
            agenda.DoAgainIn(WatchStep.Apply, request.Settle);
    }

    /// <summary>What was closed before its watch was set is found by the probe that follows; and what is gone has no watch that could tell of it.</summary>
    private WatchTargets Watch(Attention attention)
    {
        var targets = WatchTargets.Of(request, config, queue.Waiting.Paths);
        attention.Watch(targets);
        CheckThatItIsThere();
        agenda.Do(WatchStep.Probe);
        return targets;
    }

    private void ProbeAll(Attention attention)
    {
        if (queue.Waiting.DueAt != DateTimeOffset.MaxValue)
            agenda.DoAgainIn(WatchStep.Retry, queue.Waiting.DueAt - services.Clock.GetUtcNow());
        if (queue.Waiting.Paths.Count == 0)
            return;
        long start = services.Clock.GetTimestamp();
        Probe(queue.Waiting.Paths, attention);
        probeRest = services.Clock.GetElapsedTime(start) * ProbeShare;
        agenda.DoIn(WatchStep.Probe, probeRest > ProbePause ? probeRest : ProbePause);
    }

    /// <returns>Whether one of them is free, and a run is to move it.</returns>
    private bool Probe(IReadOnlyCollection<WorkspacePath> paths, Attention attention)
    {
        bool isFree = queue.FindFree(paths, attention.ForgetClosed);
        if (isFree)
            agenda.Do(WatchStep.Retry);
        return isFree;
    }

    /// <returns>Whether it is another one.</returns>
    private bool ReadQueue()
    {
        if (!request.FollowsQueue || !queue.Read(config))
            return false;
        agenda.Forget(WatchStep.Retry); // when one is due now, the probe that follows finds out
        return true;
    }

    private void ReadConfig(Attention attention)
    {
        try
        {
            config = request.ReadConfig();
        }
        catch (TidyException e)
        {
            runs.Say(new Finding(Codes.ConfigKept, FindingLevel.Warning, null, $"The configuration changed and cannot be used, so the last good one stays in force. {e.Message}"));
            return;
        }

        Watch(attention);
        if (request.FollowsClutter)
            agenda.SeeClutter();
    }

    private void CheckThatItIsThere()
    {
        if (!Directory.Exists(request.Root.FullPath))
            throw new TidyException(Codes.WatchLost, ExitCode.Unexpected, $"The folder '{request.Root}' is gone, so the watch has ended. Start it again where the workspace is now.");
    }
}
