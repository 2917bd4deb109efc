using Tidy.Core.Configuration;
using Tidy.Core.Phases;
using Tidy.Core.Planning;

namespace Tidy.Core.Watching;

/// <summary>Starts the runs of a watch, each one an <c>apply</c> like any other. What keeps one from working ends the run, not the watch.</summary>
internal sealed class WatchRuns(WatchRequest request, RunServices services, IWatchObserver observer)
{
    private readonly WatchFindings findings = new();
    private long? busySince;

    /// <summary>Another run had the workspace when the last one was to start.</summary>
    public bool IsBusy => busySince is not null;

    /// <summary>A run was cancelled before it had tried everything.</summary>
    public bool IsCutShort { get; private set; }

    /// <returns>Null when it could not work: another run has the workspace, or the message that was passed on says why.</returns>
    public RunResult? Run(WatchStep step, TidyConfig config, CancellationToken cancel)
    {
        long start = services.Clock.GetTimestamp();
        try
        {
            RunResult result = new TidyRun(RequestOf(step, config), services).Execute(cancel);
            busySince = null;
            IsCutShort = result.Exit == ExitCode.Cancelled && result.Entries.Any(o => o is { Status: EntryStatus.Planned, Entry.StillInUse: false });
            observer.Ran(result with { Findings = findings.NewOf(result.Findings, isAll: step == WatchStep.Apply) });
            return result;
        }
        catch (TidyException e) when (e.Exit == ExitCode.Busy)
        {
            SayBusy(e);
            busySince ??= start;
        }
        catch (Exception e) when (e is TidyException or IOException or UnauthorizedAccessException)
        {
            busySince = null;
            Say(new Finding((e as TidyException)?.Code ?? Codes.Unexpected, FindingLevel.Error, null, e.Message));
        }

        return null;
    }

    /// <summary>Once, however often it comes up before the next run that works.</summary>
    public void Say(Finding finding)
    {
        foreach (Finding news in findings.NewOf([finding], isAll: false))
            observer.Said(news);
    }

    private RunRequest RequestOf(WatchStep step, TidyConfig config) => new()
    {
        Command = RunCommand.Apply,
        Root = request.Root,
        Config = config,
        Phases = step == WatchStep.Retry ? [RetryPhase.PhaseName] : request.Phases,
        MinAge = request.Settle,
        LockTimeout = request.LockTimeout,
        WaitedBefore = busySince is { } since ? services.Clock.GetElapsedTime(since) : TimeSpan.Zero,
    };

    private void SayBusy(TidyException busy)
    {
        if (busySince is null)
            observer.Said(new Finding(Codes.WatchWaits, FindingLevel.Note, null, $"The watch goes on when the workspace is free. {busy.Message}"));
    }
}
