using Tidy.Core.Configuration;
using Tidy.Core.Moving;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Reliability.Tests.Concurrency;

/// <summary>A queue that this process only ever adds to, and how much of that is certainly on disk.</summary>
internal sealed class GrowingQueue(WorkspaceRoot root)
{
    private static readonly QueueConfig Config = new();

    private int committed;
    private volatile bool isOver;

    public WorkspaceRoot Root => root;

    public QueueStore Store { get; } = new(root, OsFiles.Current, TimeProvider.System, Config);

    /// <summary>So many additions had returned; a read that begins now sees at least as many items.</summary>
    public int Committed => Volatile.Read(ref committed);

    /// <summary>One addition, one transaction.</summary>
    public void Grow()
    {
        WorkspacePath source = WorkspacePath.Parse($"own/{Committed}.log");
        FailedAttempt attempt = new(new Failure(FailureReason.Locked, new OsCode(16), "renameat2", "it is in use"), OsFamily.Linux, DateTimeOffset.UtcNow);
        PendingMove item = new RetrySchedule(Config).NewItem(source, WorkspacePath.Parse($"archive/{source}"), attempt);
        Store.Transact(queue => queue.AddOrUpdate(item), TimeSpan.FromSeconds(60));
        Interlocked.Increment(ref committed);
    }

    public void GrowUntilToldToStop()
    {
        while (!isOver)
            Grow();
    }

    /// <returns>The number of reads, each of which saw what had to be there.</returns>
    public int ReadWhileItGrows(Func<int> read)
    {
        int reads = 0;
        for (int last = 0; !isOver; reads++)
            last = Check(last, read);
        return reads;
    }

    /// <summary>Reads so many times, and then ends it for all.</summary>
    public int StopAfter(int reads, Func<int, int> read)
    {
        try
        {
            for (int n = 0, last = 0; n < reads; n++)
                last = Check(last, () => read(n));
            return reads;
        }
        finally
        {
            isOver = true;
        }
    }

    private int Check(int last, Func<int> read)
    {
        int least = Math.Max(last, Committed);
        int seen = read();
        Assert.IsGreaterThanOrEqualTo(least, seen, $"{least} items were there before the read began, and it saw {seen}");
        return seen;
    }
}
