using System.Text.Json;
using Tidy.Core.Tests;

namespace Tidy.Reliability.Tests.Concurrency;

/// <summary>Many processes that use the library add to one queue, each addition a transaction under the queue's lock.</summary>
[TestClass]
public sealed class QueueTurnsTests(TestContext context)
{
    private const int Processes = 8, Additions = 200;

    [TestMethod]
    public void EightProcessesAddingAtOnce_LoseNothing_AndTakeTurns()
    {
        using TemporaryWorkspace workspace = new();
        (int Added, int Refused, int Longest)[] results = AddAtOnce(workspace);

        string[] turns = TurnsOf(workspace.Root.QueuePath);
        Assert.AreEqual((Processes * Additions, 0), (results.Sum(r => r.Added), results.Sum(r => r.Refused)));
        Assert.HasCount(Processes * Additions, turns.Distinct(), "an addition was lost, or is there twice");
        Assert.HasCount(Processes * Additions, turns);
        string[] contended = WhileAllWereAtIt([.. turns.Select(t => t[..t.IndexOf('/')])]);
        int[] shares = [.. contended.CountBy(name => name).Select(c => c.Value)];
        double fairness = (double)shares.Min() / shares.Max();
        double twice = contended.Zip(contended.Skip(1)).Count(two => two.First == two.Second) / (double)contended.Length;
        Assert.IsGreaterThanOrEqualTo(0.5, fairness, $"turns while all were at it: {string.Join(", ", shares)}");
        Assert.IsLessThan(1 / 3.0, twice, "who has just had a turn lines up behind those who wait");
        Figures.Report(context, "processes adding to one queue", $"{Processes} processes x {Additions} transactions",
            $"0 lost, 0 refused; slowest to fastest {fairness:0.00}, {twice:0%} of the turns twice running, longest wait {results.Max(r => r.Longest)} ms");
    }

    private static (int Added, int Refused, int Longest)[] AddAtOnce(TemporaryWorkspace workspace)
    {
        WriterProcess[] writers = [.. Enumerable.Range(0, Processes).Select(n => WriterProcess.Adding(workspace.Root, $"writer-{n}", Additions))];
        try
        {
            foreach (WriterProcess writer in writers)
                writer.WaitFor("ready");
            foreach (WriterProcess writer in writers)
                writer.GoOn();
            return [.. writers.Select(w => w.Result())];
        }
        finally
        {
            foreach (WriterProcess writer in writers)
                writer.Dispose();
        }
    }

    /// <summary>The queue keeps its items in the order they came in, so it tells who had each turn; no clock is asked.</summary>
    private static string[] TurnsOf(string queue)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(queue));
        return [.. json.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("src").GetString()!)];
    }

    /// <summary>From when the last one began to when the first one was through.</summary>
    private static string[] WhileAllWereAtIt(string[] turns)
    {
        string[] names = [.. turns.Distinct()];
        int begin = names.Max(n => Array.IndexOf(turns, n));
        int end = names.Min(n => Array.LastIndexOf(turns, n));
        Assert.IsLessThan(end, begin, "they were never all at it");
        return turns[begin..(end + 1)];
    }
}
