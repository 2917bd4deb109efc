using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Holders;
using Tidy.Core.Moving;
using Tidy.Core.Queue;
using Tidy.Core.Tests;
using Tidy.Core.Workspaces;
using Tidy.Dashboard.Hosting;
using Tidy.Pages.Overviews;

namespace Tidy.Dashboard.Tests;

/// <summary>A real workspace called <c>shop</c> with a queue, for the length of one test.</summary>
internal sealed class Shop : IDisposable
{
    public const string Config = """{ "version": 1, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" } ] }""";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tidy-test-");

    public Shop()
    {
        string shop = folder.CreateSubdirectory("shop").FullName;
        Root = WorkspaceRoot.At(shop);
        Write("tidy.json", Config);
        Services = RunServices.ForThisMachine() with { Clock = Clock };
        Store = new QueueStore(Root, Services.Files, Clock, new QueueConfig());
    }

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    public WorkspaceRoot Root { get; }

    public RunServices Services { get; }

    public QueueStore Store { get; }

    public ServerOptions Options => new(Root, ConfigFile: null, Port: 0) { LockTimeout = TimeSpan.FromMilliseconds(300) };

    public string At(string relative) => Path.Combine(Root.FullPath, relative);

    public string Write(string relative, string content = "content")
    {
        string path = At(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>An item that was queued so long ago and is due in five minutes.</summary>
    public PendingMove Item(string source, double hours = 1) => new()
    {
        Id = PendingMoveId.Compute(WorkspacePath.Parse(source), WorkspacePath.Parse($"archive/logs/{source}"), "move"),
        Source = WorkspacePath.Parse(source),
        Destination = WorkspacePath.Parse($"archive/logs/{source}"),
        Reason = FailureReason.Locked,
        FirstSeenAt = Clock.Now.AddHours(-hours),
        LastAttemptAt = Clock.Now.AddHours(-hours / 2),
        NextEligibleAt = Clock.Now.AddMinutes(5),
        BytesEstimate = 48_200,
        Holders = [new Holder(968, "VBCSCompiler", null)],
        LastError = "EBUSY (16): Device or resource busy",
    };

    public void Add(params IEnumerable<PendingMove> items) => Store.Transact(queue =>
    {
        foreach (PendingMove item in items)
            Assert.IsNull(queue.AddOrUpdate(item).Refusal);
    });

    public PendingMove? Find(string id) => Store.Read().Queue.FindById(id);

    public RunResult Run(RunCommand command) =>
        new TidyRun(new RunRequest { Command = command, Root = Root, Config = ConfigReader.Read(At("tidy.json")) }, Services).Execute();

    public WorkspaceOverview Overview(int top = int.MaxValue) => new OverviewReader(Root, ConfigReader.Read(At("tidy.json")), Services).Read(top, "0.1.0");

    public void Dispose() => folder.Delete(recursive: true);
}
