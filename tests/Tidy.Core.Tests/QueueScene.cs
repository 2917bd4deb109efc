using Tidy.Core.Configuration;
using Tidy.Core.Moving;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>A workspace with a pending queue, for the length of one test.</summary>
internal sealed class QueueScene : IDisposable
{
    private readonly TemporaryWorkspace workspace = new();

    public QueueScene(QueueConfig? config = null, IOsFiles? files = null)
    {
        Config = config ?? new QueueConfig();
        Files = files ?? OsFiles.Current;
        Store = new QueueStore(Root, Files, Clock, Config);
        Operations = new QueueOperations(Root, Files, Clock, Store);
    }

    public ManualClock Clock { get; } = ManualClock.AtFixtures;

    public QueueConfig Config { get; }

    public IOsFiles Files { get; }

    public QueueStore Store { get; }

    public QueueOperations Operations { get; }

    public WorkspaceRoot Root => workspace.Root;

    public TemporaryWorkspace Workspace => workspace;

    public string LastGoodPath => Root.State(QueueStore.LastGoodName);

    public string SetAsidePath => Root.State(QueueStore.SetAsideName);

    public static string Fixture(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "queues", name));

    public static FailedAttempt Attempt(FailureReason reason, DateTimeOffset at, int code = 16) =>
        new(new Failure(reason, new OsCode(code), "renameat2", $"it is {reason}"), OsFamily.Linux, at);

    /// <summary>A locked file that was found just now.</summary>
    public PendingMove Item(string source, string? destination = null, FailureReason reason = FailureReason.Locked) =>
        new RetrySchedule(Config).NewItem(WorkspacePath.Parse(source), WorkspacePath.Parse(destination ?? $"archive/{source}"), Attempt(reason, Clock.Now));

    public void Add(params PendingMove[] items) => Store.Transact(queue =>
    {
        foreach (PendingMove item in items)
            Assert.IsNull(queue.AddOrUpdate(item).Refusal);
    });

    public void WriteQueue(string json) => Workspace.Write(WorkspacePath.QueueFile, json);

    public string ReadQueue() => File.ReadAllText(Root.QueuePath);

    public string[] SourcesOnDisk() => [.. Store.Read().Queue.Items.Select(i => i.Source.Value).Order(StringComparer.Ordinal)];

    /// <summary>Every file of the workspace with its content: two equal ones mean that nothing was written.</summary>
    public string Everything() => string.Join('\n', Directory.EnumerateFileSystemEntries(Root.FullPath, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(p => File.Exists(p) ? $"{p} {Convert.ToHexString(File.ReadAllBytes(p))}" : p));

    public void Dispose() => workspace.Dispose();
}
