using Tidy.Core.Configuration;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Watching;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>A real workspace and a watch of it on a thread of its own, until disposal.</summary>
internal sealed class WatchScene : IWatchObserver, IDisposable
{
    public const string Logs =
        """
        { "version": 1, "rules": [ { "id": "logs", "match": ["*.log", "*.db"], "to": "archive/logs/" } ] }
        """;

    /// <summary>Far longer than anything takes; a test that waits so long has failed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryWorkspace workspace = new();
    private readonly CancellationTokenSource cancel = new();
    private readonly List<RunResult> runs = [];
    private readonly List<Finding> said = [];
    private Thread? thread;
    private object? end;
    private bool isStarted;

    public WatchScene(string config = Logs) => Write("tidy.json", config);

    public WorkspaceRoot Root => workspace.Root;

    public PlayedFiles Files { get; } = new(OsFiles.Current);

    /// <summary>Null: the system's own.</summary>
    public Attention.SignalOpener? Signal { get; init; }

    public TimeSpan Settle { get; init; } = TimeSpan.FromMilliseconds(100);

    public IReadOnlyList<string>? Phases { get; init; }

    public IReadOnlyList<RunResult> Runs
    {
        get
        {
            lock (runs)
                return [.. runs];
        }
    }

    public IReadOnlyList<string> Said
    {
        get
        {
            lock (said)
                return [.. said.Select(f => $"{f.Code} {f.Message}")];
        }
    }

    public string At(string relative) => workspace.At(relative);

    public string Write(string relative, string content = "content") => workspace.Write(relative, content);

    public bool Exists(string relative) => Path.Exists(At(relative));

    /// <summary>Comes back when the watch has begun, or has ended.</summary>
    public WatchScene Start()
    {
        string file = At("tidy.json");
        WatchRequest request = new()
        {
            Root = Root,
            Config = ConfigReader.Read(file),
            ConfigFile = file,
            ReadConfig = () => ConfigReader.Read(file),
            Settle = Settle,
            Phases = Phases,
            LockTimeout = TimeSpan.FromMilliseconds(100),
        };
        WorkspaceWatch watch = new(request, RunServices.ForThisMachine() with { Files = Files }, this) { OpenSignal = Signal ?? ChangeSignals.Open };
        thread = new Thread(() => Execute(watch));
        thread.Start();
        WaitUntil(() => isStarted || end is not null);
        return this;
    }

    public RunResult Apply() => new TidyRun(
        new RunRequest { Command = RunCommand.Apply, Root = Root, Config = ConfigReader.Read(At("tidy.json")) }, RunServices.ForThisMachine()).Execute();

    /// <summary>How often the queue has counted this file.</summary>
    public int Attempts(string source) =>
        new QueueStore(Root, OsFiles.Current, TimeProvider.System, new QueueConfig()).Read().Queue.FindBySource(WorkspacePath.Parse(source))?.AttemptCount ?? 0;

    public static void WaitUntil(Func<bool> happened) => Assert.IsTrue(SpinWait.SpinUntil(happened, Patience), "it did not happen");

    /// <summary>Waits until it has ended by itself or by this call; its exit code, or what it threw.</summary>
    public object End(bool byItself = false)
    {
        if (!byItself)
            cancel.Cancel();
        Assert.IsTrue(thread!.Join(Patience), "the watch did not end");
        return end!;
    }

    public void Started(WatchStart start) => isStarted = true;

    public void Ran(RunResult result)
    {
        lock (runs)
            runs.Add(result);
    }

    void IWatchObserver.Said(Finding finding)
    {
        lock (said)
            said.Add(finding);
    }

    public void Dispose()
    {
        cancel.Cancel();
        thread?.Join();
        cancel.Dispose();
        if (Directory.Exists(workspace.FullPath))
            workspace.Dispose();
    }

    private void Execute(WorkspaceWatch watch)
    {
        try
        {
            end = watch.Execute(cancel.Token);
        }
        catch (Exception e)
        {
            end = e;
        }
    }
}
