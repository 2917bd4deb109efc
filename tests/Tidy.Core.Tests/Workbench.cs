using Tidy.Core.Configuration;
using Tidy.Core.Holders;
using Tidy.Core.Journal;
using Tidy.Core.Moving;
using Tidy.Core.Planning;
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

    /// <summary>The git program: a name on the PATH, or a path.</summary>
    public string Git { get; set; } = "git";

    public WorkspaceRoot Root => workspace.Root;

    public RunServices Services => new() { Files = Files, Processes = Processes.Current, Clock = Clock, Git = Git };

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

    /// <summary>A run that is killed when it has asked the system so many times to change something.</summary>
    /// <returns>False: it came to its end before.</returns>
    public bool RunKilled(RunCommand command, int afterCalls)
    {
        DyingFiles dying = new(Files, afterCalls);
        try
        {
            new TidyRun(new RunRequest { Command = command, Root = Root, Config = Config }, Services with { Files = dying }).Execute();
        }
        catch (DyingFiles.DiedException)
        {
            // as SIGKILL: nothing of it goes on
        }

        return dying.HasDied;
    }

    /// <summary>Carries out a plan that no phase made.</summary>
    internal IReadOnlyList<Outcome> Carry(IOsFiles files, params PlanEntry[] entries)
    {
        RunRequest request = new() { Command = RunCommand.Apply, Root = Root, Config = Config };
        using Execution execution = new(request, Services with { Files = files }, RunFolder.NewId(Clock.Now), new Plan(entries, [], []));
        execution.Move(null, CancellationToken.None);
        QueueStore store = new(Root, files, Clock, Config.Queue);
        execution.SaveQueue(store, store.Read().Queue);
        execution.Finish();
        Clock.Advance(TimeSpan.FromSeconds(1));
        return execution.Outcomes;
    }

    internal Outcome CarryOne(PlanEntry entry) => Carry(Files, entry).Single();

    /// <summary>Undoes the last run, or the one of this id.</summary>
    public RunResult Undo(string? id = null)
    {
        RunResult result = Run(RunCommand.Undo, r => r with { UndoOf = id });
        Clock.Advance(TimeSpan.FromSeconds(1));
        return result;
    }

    public PendingQueue Queue() => new QueueStore(Root, OsFiles.Current, Clock, Config.Queue).Read().Queue;

    public PendingMove Pending(string source) =>
        Queue().FindBySource(WorkspacePath.Parse(source)) ?? throw new AssertFailedException($"'{source}' is not in the queue");

    public void Dispose() => workspace.Dispose();
}
