using System.Diagnostics;
using System.Text.Json;
using Tidy.Core.Configuration;
using Tidy.Core.Holders;
using Tidy.Core.Moving;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Benchmarks;

/// <summary>A queue of 100,000 items, loaded, checked and counted, against parsing the same file into plain objects.</summary>
internal sealed class QueueLoadBenchmark : IBenchmark
{
    private const int Items = 100_000;

    public string Name => "queue";

    public IEnumerable<Comparison> Run(Scratch scratch, Programs programs, int rounds)
    {
        WorkspaceRoot root = WorkspaceRoot.At(scratch.NewWorkspace(strays: 0));
        QueueStore store = new(root, OsFiles.Current, TimeProvider.System, new QueueConfig());
        Fill(store);
        Samples floor = new(), tidy = new();
        for (int i = -1; i < rounds; i++)
        {
            double plain = Time(() => Parse(root.QueuePath));
            double full = Time(() => store.Read().Queue.Stats(TimeProvider.System.GetUtcNow()).Total);
            if (i < 0)
                continue; // code that was not compiled yet
            floor.Add(plain);
            tidy.Add(full);
        }

        yield return new Comparison("Loading and counting a queue of 100,000", floor, tidy, 1.5);
    }

    private static void Fill(QueueStore store)
    {
        RetrySchedule schedule = new(new QueueConfig());
        Failure failure = new(FailureReason.Locked, OsCode.Ok, "probe", "another process has it open");
        FailedAttempt attempt = new(failure, OsFamily.Linux, TimeProvider.System.GetUtcNow()) { Holders = [new Holder(4711, "dotnet", TimeProvider.System.GetUtcNow())] };
        store.Transact(queue =>
        {
            for (int i = 0; i < Items; i++)
            {
                PendingMove item = schedule.NewItem(WorkspacePath.Parse($"build-{i:00000}.log"), WorkspacePath.Parse($"archive/diagnostics/logs/build-{i:00000}.log"), attempt);
                queue.AddOrUpdate(item with { BytesEstimate = i, Commit = "0123abcd", Tags = ["rule:logs"] });
            }
        });
    }

    private static int Parse(string path) => JsonSerializer.Deserialize(File.ReadAllBytes(path), PlainQueueJson.Default.PlainQueue)!.Items!.Count;

    private static double Time(Func<int> load)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long start = Stopwatch.GetTimestamp();
        int count = load();
        double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return count == Items ? elapsed : throw new InvalidOperationException($"{count} items were read.");
    }
}
