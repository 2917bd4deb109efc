using System.Diagnostics;
using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Tests;

namespace Tidy.Reliability.Tests.Concurrency;

/// <summary>A program that writes to a file at the very moment at which a mover, which has it safe elsewhere, removes it.</summary>
[TestClass]
public sealed class ChangingSourceTests(TestContext context)
{
    private const int EXDEV = 18;

    [TestMethod]
    [DataRow("replaces")]
    [DataRow("appends to")]
    [DataRow("opens, and later appends to")]
    public void ADuplicateThatChangesWhileItIsRemoved_KeepsItsNewContent(string writer) =>
        Race(PlanAction.RemoveDuplicate, writer, Chance.Everything ? 50_000 : 600);

    [TestMethod]
    [DataRow("replaces")]
    [DataRow("appends to")]
    [DataRow("opens, and later appends to")]
    public void AFileThatChangesWhileItIsCopiedToAnotherVolume_KeepsItsNewContent(string writer) =>
        Race(PlanAction.Move, writer, Chance.Everything ? 5000 : 100);

    private void Race(PlanAction action, string writer, int rounds)
    {
        using MoverBench bench = new("""{ "version": 1 }""");
        Random chance = Chance.For($"{action} {writer}");
        List<PlanEntry> entries = [.. Enumerable.Range(0, rounds).Select(n => Prepare(bench, action, n))];
        PlayedFiles files = new(OsFiles.Current) { OnRename = path => path.Contains("/from/", StringComparison.Ordinal) && Path.GetExtension(path) == ".log" ? new OsCode(EXDEV) : null };
        Mover mover = bench.Mover(entries, action == PlanAction.Move ? files : null);
        MoveResult[] results = new MoveResult[rounds];
        long lasts = Stopwatch.Frequency / 1000;

        AtOnce.Race(rounds,
            n =>
            {
                long start = Stopwatch.GetTimestamp();
                results[n] = mover.Carry(n, entries[n], []);
                Volatile.Write(ref lasts, Stopwatch.GetTimestamp() - start);
            },
            n =>
            {
                long at = Stopwatch.GetTimestamp() + (long)(Volatile.Read(ref lasts) * chance.NextDouble() * 1.2);
                Write(bench, writer, n, () => Until(at), () => Until(at + (Volatile.Read(ref lasts) / 2)));
            });

        AssertNothingLost(bench, results, writer);
        Figures.Report(context, $"a writer {writer} a file that is being removed ({(action == PlanAction.Move ? "copied to another volume" : "a duplicate")})",
            $"{rounds} rounds", $"0 contents lost; {results.Count(r => r.IsDone)} removed, {results.Count(r => !r.IsDone)} left as changed or in use");
    }

    /// <summary>The source, for a duplicate also the file that is kept, and what the writer puts in its place.</summary>
    private static PlanEntry Prepare(MoverBench bench, PlanAction action, int n)
    {
        bench.Write($"from/{n}.log", $"old {n}.");
        bench.Write($"new/{n}.log", $"new {n}.");
        if (action == PlanAction.RemoveDuplicate)
            bench.Write($"to/{n}.log", $"old {n}.");
        return bench.Entry(action, $"from/{n}.log", $"to/{n}.log");
    }

    /// <summary>As programs do: an editor replaces the whole file, a logger appends and makes the file where there is none.</summary>
    private static void Write(MoverBench bench, string writer, int n, Action first, Action then)
    {
        string path = bench.At($"from/{n}.log");
        first();
        if (writer == "replaces")
        {
            Assert.IsTrue(OsFiles.Current.Replace(bench.At($"new/{n}.log"), path).IsOk);
            return;
        }

        using FileStream file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        if (writer != "appends to")
            then();
        file.Write(System.Text.Encoding.ASCII.GetBytes($"new {n}."));
    }

    private static void AssertNothingLost(MoverBench bench, MoveResult[] results, string writer)
    {
        HashSet<string> found = [.. bench.Contents("from").Concat(bench.Contents("to")).SelectMany(c => c.Split('.', StringSplitOptions.RemoveEmptyEntries))];
        string[] lost = [.. Enumerable.Range(0, results.Length).SelectMany(n => (string[])[$"old {n}", $"new {n}"]).Where(c => !found.Contains(c) && !(writer == "replaces" && c[0] == 'o'))];
        Assert.IsEmpty(lost, $"{lost.Length} of {results.Length} lost: {string.Join(", ", lost.Take(5))} {Chance.Repeat}");
        Assert.IsEmpty(Directory.GetFiles(bench.At("from"), ".tidy-*").Concat(Directory.GetFiles(bench.At("to"), ".tidy-*")), "nothing of ours stays");
    }

    private static void Until(long timestamp)
    {
        while (Stopwatch.GetTimestamp() < timestamp)
            Thread.SpinWait(1);
    }
}
