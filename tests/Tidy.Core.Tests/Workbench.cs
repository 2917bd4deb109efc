using Tidy.Core.Configuration;
using Tidy.Core.Holders;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>A temporary workspace with a configuration, a clock and faults, and the runs a test makes in it.</summary>
public sealed class Workbench : IDisposable
{
    public const string LogsToArchive =
        """
        { "version": 1, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/", "reason": "a log" } ] }
        """;

    private readonly TemporaryWorkspace workspace = new();

    public Workbench(string config = LogsToArchive) => Config = ConfigReader.Parse(config, "tidy.json");

    public ManualClock Clock { get; } = new();

    public PlayedFiles Files { get; } = new(OsFiles.Current);

    public TidyConfig Config { get; set; }

    public WorkspaceRoot Root => workspace.Root;

    public RunServices Services => new() { Files = Files, Processes = Processes.Current, Clock = Clock };

    public string At(string relative) => workspace.At(relative);

    public string Write(string relative, string content = "content") => workspace.Write(relative, content);

    public bool Exists(string relative) => Path.Exists(At(relative));

    public RunResult Plan() => Run(RunCommand.Plan);

    public RunResult Apply() => Run(RunCommand.Apply);

    public RunResult Run(RunCommand command, Func<RunRequest, RunRequest>? change = null, CancellationToken cancel = default)
    {
        RunRequest request = new() { Command = command, Root = Root, Config = Config };
        return new TidyRun(change?.Invoke(request) ?? request, Services).Execute(cancel);
    }

    public PendingQueue Queue() => new QueueStore(Root, OsFiles.Current, Clock, Config.Queue).Read().Queue;

    public PendingMove Pending(string source) =>
        Queue().FindBySource(WorkspacePath.Parse(source)) ?? throw new AssertFailedException($"'{source}' is not in the queue");

    public void Dispose() => workspace.Dispose();
}
