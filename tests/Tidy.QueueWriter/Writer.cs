using System.Diagnostics;
using System.Globalization;
using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Moving;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.QueueWriter;

/// <summary>A program that uses the engine as a library, and queues files under its own name.</summary>
internal sealed class Writer
{
    /// <summary>More than a machine is ever too busy for: who is refused after it was starved by the others.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly QueueConfig config = new();
    private readonly QueueStore store;
    private readonly string name;

    public Writer(string workspace, string name)
    {
        store = new QueueStore(WorkspaceRoot.At(workspace), OsFiles.Current, TimeProvider.System, config);
        this.name = name;
    }

    /// <summary>At the end it says <c>added N refused M longest T</c>: T are milliseconds from asking for a turn to having had it.</summary>
    public void Add(int count)
    {
        store.Transact(static _ => { }); // the first transaction of a process compiles what it needs: that is no turn
        Tell("ready");
        int refused = 0;
        TimeSpan longest = TimeSpan.Zero;
        for (int i = 0; i < count; i++)
        {
            long start = Stopwatch.GetTimestamp();
            refused += TryAdd(i) ? 0 : 1;
            longest = Stopwatch.GetElapsedTime(start) is var took && took > longest ? took : longest;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"added {count - refused} refused {refused} longest {longest.TotalMilliseconds:0}"));
    }

    /// <summary>Killed while it holds, it has added nothing.</summary>
    public void Hold() => store.Transact(queue =>
    {
        queue.AddOrUpdate(Item(0));
        Tell("holding");
    });

    private bool TryAdd(int number)
    {
        try
        {
            bool isAdded = false;
            store.Transact(queue => isAdded = queue.AddOrUpdate(Item(number)).Refusal is null, Patience);
            return isAdded;
        }
        catch (TidyException e)
        {
            Console.Error.WriteLine(e.Message);
            return false;
        }
    }

    private PendingMove Item(int number)
    {
        WorkspacePath source = WorkspacePath.Parse($"{name}/{number}.log");
        FailedAttempt attempt = new(new Failure(FailureReason.Locked, new OsCode(16), "renameat2", "it is in use"), OsFamily.Linux, DateTimeOffset.UtcNow);
        return new RetrySchedule(config).NewItem(source, WorkspacePath.Parse($"archive/{source}"), attempt);
    }

    /// <summary>Waits for an answer. When whoever started us is gone, the input has ended and so do we.</summary>
    private static void Tell(string what)
    {
        Console.WriteLine(what);
        if (Console.ReadLine() is null)
            Environment.Exit(3);
    }
}
