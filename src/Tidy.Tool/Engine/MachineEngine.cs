using Tidy.Core;
using Tidy.Core.Builds;
using Tidy.Core.Configuration;
using Tidy.Core.Delivery;
using Tidy.Core.Explaining;
using Tidy.Core.Holders;
using Tidy.Core.Journal;
using Tidy.Core.Metrics;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Reports;
using Tidy.Core.Scheduling;
using Tidy.Core.Settings;
using Tidy.Core.Setup;
using Tidy.Core.Telemetry;
using Tidy.Core.Watching;
using Tidy.Core.Workspaces;

namespace Tidy.Tool.Engine;

/// <summary>The engine on this machine: the one place where the command line meets <c>Tidy.Core</c>'s parts.</summary>
internal sealed class MachineEngine : IEngine
{
    private static readonly TimeSpan HolderBudget = TimeSpan.FromSeconds(2);

    private readonly RunServices services = RunServices.ForThisMachine();

    public TidyConfig ReadConfig(string path) => ConfigReader.Read(path);

    public TidyConfig FromPresets(IReadOnlyList<string> names) => ConfigReader.FromPresets(names);

    public RunResult Run(RunRequest request, IRunObserver observer, CancellationToken cancellation) =>
        new TidyRun(request, services, observer).Execute(cancellation);

    public ExitCode Watch(WatchRequest request, IWatchObserver observer, CancellationToken cancellation) =>
        new WorkspaceWatch(request, services, observer).Execute(cancellation);

    public SetupProposal ProposeSetup(WorkspaceRoot root, IReadOnlyList<string>? presets) => SetupOf(root).Propose(presets);

    public bool WriteSetup(WorkspaceRoot root, SetupProposal proposal, TimeSpan lockTimeout) => SetupOf(root).Write(proposal, lockTimeout);

    public void AllowBuilds(WorkspaceRoot root) => BuildConsent.Give(root, services.Files, services.Clock);

    public IReadOnlyList<Finding> FollowUp(RunResult result, bool mayStart)
    {
        AfterRun after = AfterRun.Of(result, services);
        if (after.IsDue && mayStart)
            DeliveryProcess.Start(result.Root);
        return after.Findings;
    }

    public MachineNotices OpenNotices(WorkspaceRoot root, Func<string, string?> environment) => new(root, services, environment);

    public IReadOnlyList<Finding> TellOfSchedule(IReadOnlyList<string> workspaces, Func<string, string?> environment, CancellationToken cancellation) =>
        new ScheduledNotices(services, environment).Deliver(workspaces, cancellation);

    public IPendingQueue OpenQueue(WorkspaceRoot root, TidyConfig config, TimeSpan lockTimeout)
    {
        QueueStore store = new(root, services.Files, services.Clock, config.Queue);
        return new MachineQueue(new QueueOperations(root, services.Files, services.Clock, store, lockTimeout), new QueueReporter(root, config, services), config);
    }

    public Schedule OpenSchedule() => Schedule.OfThisUser(services);

    public IReadOnlyList<RunRecord> History(WorkspaceRoot root) => RunHistory.List(root);

    public byte[]? ReadReport(WorkspaceRoot root, string runId) => ReportOf(root).Read(runId);

    public string? KeepReport(WorkspaceRoot root, string runId, byte[] report) => ReportOf(root).Write(runId, report);

    public Explanation Explain(WorkspaceRoot root, TidyConfig config, ExplainedPath path) =>
        Explanation.Of(new RunRequest { Command = RunCommand.Plan, Root = root, Config = config }, services, path);

    public UserSettings ReadSettings() => UserSettings.OfThisUser();

    public WorkspaceFigures Measure(WorkspaceRoot root, string name) => new FiguresReader(services).Read(root, name);

    public IReadOnlyList<string> RegisteredWorkspaces() =>
        [.. new WorkspaceRegistry(UserFolder.OfThisUser(), services.Files, services.Clock).Read().Workspaces.Select(w => w.Path)];

    public void Send(OtlpTarget target, IReadOnlyList<WorkspaceFigures> figures, CancellationToken cancellation)
    {
        TelemetryResource resource = TelemetryResource.Of(ToolVersion.Text, Environment.MachineName, Environment.GetEnvironmentVariable);
        new OtlpClient(target, resource, ToolVersion.Text).Send(figures, cancellation).GetAwaiter().GetResult();
    }

    public IReadOnlyList<PathUse> FindUse(IReadOnlyList<string> paths, InUsePolicy policy)
    {
        IReadOnlyDictionary<string, IReadOnlyList<Holder>> holders = services.Processes.FindHolders(paths, HolderBudget);
        return [.. paths.Select(p => new PathUse(p, UseOf(p, policy, holders.ContainsKey(p)), holders.GetValueOrDefault(p, [])))];
    }

    private RepositorySetup SetupOf(WorkspaceRoot root) => new(root, services, ToolVersion.Text);

    private RunReportFile ReportOf(WorkspaceRoot root) => new(root, services.Files, services.Clock);

    private FileUse UseOf(string path, InUsePolicy policy, bool hasHolder) => hasHolder ? FileUse.InUse : services.Files.ProbeUse(path, policy);
}
