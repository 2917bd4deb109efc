using Tidy.Core.Configuration;
using Tidy.Core.Git;
using Tidy.Core.Locking;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core;

/// <summary>What is asked of one run.</summary>
public sealed record RunRequest
{
    public required RunCommand Command { get; init; }

    public required WorkspaceRoot Root { get; init; }

    public required TidyConfig Config { get; init; }

    /// <summary>Names of the phases to plan, or null for all that are configured.</summary>
    public IReadOnlyList<string>? Phases { get; init; }

    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The caller asks until the workspace is free, and has waited so long already: a try that found it busy is then not noted as a run that gave up,
    /// and the one that gets it notes the whole wait. Null: there is only this try.
    /// </summary>
    public TimeSpan? WaitedBefore { get; init; }

    /// <summary>How long to wait for the queue's lock, which nobody holds for long.</summary>
    internal TimeSpan QueueTimeout => LockTimeout < QueueLock.DefaultTimeout ? LockTimeout : QueueLock.DefaultTimeout;

    /// <summary>For <see cref="RunCommand.Retry"/>: ids to try now whatever their backoff or status.</summary>
    public IReadOnlyList<string> RetryIds { get; init; } = [];

    /// <summary>For <see cref="RunCommand.Retry"/>: every item, abandoned ones and those that need a person included.</summary>
    public bool RetryAll { get; init; }

    /// <summary>Only these entries of the plan are carried out, and only where nothing changed since; null for the whole plan.</summary>
    public PlanFile? PlanFile { get; init; }

    /// <summary>
    /// For <see cref="RunCommand.Undo"/>: the id of the run to reverse, or the beginning of it; null for the last one that can be. Looked up
    /// under the lock and after recovery, for until then an interrupted run's journal may not tell all that it did.
    /// </summary>
    public string? UndoOf { get; init; }

    /// <summary>What was written more recently is left alone; the retry phase knows no minimum age.</summary>
    public TimeSpan MinAge { get; init; }

    /// <summary>What the build that started the run needs where it is.</summary>
    public ProtectedPaths ProtectedPaths { get; init; } = ProtectedPaths.None;

    /// <summary>What git said about this workspace a moment ago: it is not asked again, and what it was not asked about is not known. Null: it is asked when something would move.</summary>
    public TrackedFiles? Tracked { get; init; }

    /// <summary>Make what the configuration requires and what is missing.</summary>
    public bool Repair { get; init; }

    /// <summary>The call of a build that started this run, or null: the run then leaves a gate for the calls after it.</summary>
    public string? BuildGate { get; init; }

    public bool IsOfBuild => BuildGate is not null;

    public bool Writes => Command is RunCommand.Apply or RunCommand.Retry or RunCommand.Undo;
}
