using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Delivery;
using Tidy.Core.Explaining;
using Tidy.Core.Journal;
using Tidy.Core.Metrics;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Scheduling;
using Tidy.Core.Settings;
using Tidy.Core.Setup;
using Tidy.Core.Telemetry;
using Tidy.Core.Watching;
using Tidy.Core.Workspaces;

namespace Tidy.Tool.Engine;

/// <summary>All that the command line asks of the engine. Tests play one through this.</summary>
internal interface IEngine
{
    /// <exception cref="TidyException">The file cannot be read or is not valid.</exception>
    TidyConfig ReadConfig(string path);

    /// <exception cref="TidyException">There is no preset of that name.</exception>
    TidyConfig FromPresets(IReadOnlyList<string> names);

    RunResult Run(RunRequest request, IRunObserver observer, CancellationToken cancellation);

    /// <summary>Stays until it is cancelled.</summary>
    /// <exception cref="TidyException">The workspace is watched already, or it is gone.</exception>
    ExitCode Watch(WatchRequest request, IWatchObserver observer, CancellationToken cancellation);

    /// <summary>What a first <c>tidy.json</c> would be, and the schema beside it. Writes nothing.</summary>
    /// <param name="presets">Those that a person wants; null: those that fit.</param>
    /// <exception cref="TidyException">There is no preset of that name, or no file can be written there.</exception>
    SetupProposal ProposeSetup(WorkspaceRoot root, IReadOnlyList<string>? presets);

    /// <summary>Writes what was proposed, over nothing that is there.</summary>
    /// <returns>Whether <c>tidy.json</c> was written.</returns>
    /// <exception cref="TidyException">It cannot be written, or a run is at work in the workspace.</exception>
    bool WriteSetup(WorkspaceRoot root, SetupProposal proposal, TimeSpan lockTimeout);

    /// <summary>Lets the builds of this clone apply from now on, and not only report.</summary>
    /// <exception cref="TidyException">That cannot be written down.</exception>
    void AllowBuilds(WorkspaceRoot root);

    /// <summary>Lets a process of its own deliver what the run left to tell, where somebody is to be told.</summary>
    /// <param name="mayStart">Else it is only looked.</param>
    /// <returns>Deliveries that failed, and that no run has told of yet.</returns>
    IReadOnlyList<Finding> FollowUp(RunResult result, bool mayStart);

    /// <param name="environment">Reads a variable: secrets come from there.</param>
    MachineNotices OpenNotices(WorkspaceRoot root, Func<string, string?> environment);

    /// <summary>Delivers at the end of a run of the schedule, and waits for it.</summary>
    /// <param name="workspaces">Absolute paths.</param>
    /// <param name="environment">Reads a variable: secrets come from there.</param>
    /// <returns>What was not delivered.</returns>
    IReadOnlyList<Finding> TellOfSchedule(IReadOnlyList<string> workspaces, Func<string, string?> environment, CancellationToken cancellation);

    IPendingQueue OpenQueue(WorkspaceRoot root, TidyConfig config, TimeSpan lockTimeout);

    /// <summary>By what the system starts Tidy for this person.</summary>
    /// <exception cref="TidyException">The system names no folder for this user.</exception>
    Schedule OpenSchedule();

    /// <summary>The runs that left a folder, oldest first.</summary>
    IReadOnlyList<RunRecord> History(WorkspaceRoot root);

    /// <summary>What was kept of a run by <see cref="KeepReport"/>, or null.</summary>
    byte[]? ReadReport(WorkspaceRoot root, string runId);

    /// <summary>Keeps the report of a run that changed something beside its journal.</summary>
    /// <returns>Why it could not be kept, or null.</returns>
    string? KeepReport(WorkspaceRoot root, string runId, byte[] report);

    Explanation Explain(WorkspaceRoot root, TidyConfig config, ExplainedPath path);

    /// <summary>What this user decided for all workspaces.</summary>
    /// <exception cref="TidyException">The file cannot be read or is not valid.</exception>
    UserSettings ReadSettings();

    /// <summary>The figures of a workspace; when they cannot be had, why.</summary>
    WorkspaceFigures Measure(WorkspaceRoot root, string name);

    /// <summary>Absolute paths of the workspaces that the schedule serves.</summary>
    /// <exception cref="TidyException">Their list cannot be read.</exception>
    IReadOnlyList<string> RegisteredWorkspaces();

    /// <summary>Sends figures to a collector.</summary>
    /// <exception cref="DeliveryException">It did not take them.</exception>
    /// <exception cref="TidyException">The environment says something that cannot be.</exception>
    void Send(OtlpTarget target, IReadOnlyList<WorkspaceFigures> figures, CancellationToken cancellation);

    /// <summary>Who holds these files or folders; absolute paths, in the order given.</summary>
    IReadOnlyList<PathUse> FindUse(IReadOnlyList<string> paths, InUsePolicy policy);
}
