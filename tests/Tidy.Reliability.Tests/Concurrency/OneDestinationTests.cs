using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Tests;

namespace Tidy.Reliability.Tests.Concurrency;

/// <summary>Several movers, and a foreign program, that all want the same destination at the same moment.</summary>
[TestClass]
public sealed class OneDestinationTests(TestContext context)
{
    private const string Config = """{ "version": 1, "inUse": "off" }""";

    private static readonly int Rounds = Chance.Everything ? 50_000 : 5000;

    [TestMethod]
    [DataRow("rename")]
    [DataRow("link and unlink")]
    public void TwoRenamesToOneName_OneGetsIt_AndNoFileIsLost(string way)
    {
        int rounds = way == "rename" ? Rounds : Rounds / 5;
        if (!OperatingSystem.IsLinux() && way != "rename")
            Assert.Inconclusive("Only Linux needs a second way.");
        using MoverBench bench = new(Config);
        Directory.CreateDirectory(bench.At("to"));
        Make(bench, rounds, "a", "b");
        OsCode[] a = new OsCode[rounds], b = new OsCode[rounds];
        Func<string, string, OsCode> rename = way == "rename"
            ? OsFiles.Current.RenameNoReplace
            : static (from, to) => LinuxFiles.LinkAndUnlink(from, to, new OsCode(22));

        AtOnce.Race(rounds,
            n => a[n] = rename(bench.At($"a/{n}"), bench.At($"to/{n}")),
            n => b[n] = rename(bench.At($"b/{n}"), bench.At($"to/{n}")));

        for (int n = 0; n < rounds; n++)
        {
            Assert.IsTrue(a[n].IsOk != b[n].IsOk, $"round {n}: {a[n].Value} and {b[n].Value}");
            Assert.AreEqual(17, a[n].Value + b[n].Value, "EEXIST for the other");
            (string winner, string loser) = a[n].IsOk ? ("a", "b") : ("b", "a");
            Assert.AreEqual($"{winner} {n}", File.ReadAllText(bench.At($"to/{n}")));
            Assert.AreEqual($"{loser} {n}", File.ReadAllText(bench.At($"{loser}/{n}")));
            Assert.IsFalse(File.Exists(bench.At($"{winner}/{n}")));
        }

        Figures.Report(context, $"two movers, one destination ({way})", $"{rounds} rounds", $"0 files lost, 0 overwritten; the first won {a.Count(c => c.IsOk)}");
    }

    [TestMethod]
    public void TwoPassesAndAForeignWriterWithOneDestination_KeepAllThree()
    {
        using MoverBench bench = new(Config);
        Make(bench, Rounds, "a", "b");
        Directory.CreateDirectory(bench.At("to"));
        int foreign = 0, renamed = 0;
        using Rendezvous start = new(3);

        AtOnce.Run(
            () => Together(start, meet => bench.Pass(Entries(bench, "a"), t => Count(t, meet))),
            () => Together(start, meet => bench.Pass(Entries(bench, "b"), t => Count(t, meet))),
            () => Together(start, meet =>
            {
                for (int n = 0; n < Rounds; n++, meet())
                    foreign += TryWrite(bench.At($"to/{n}"), $"f {n}") ? 1 : 0;
            }));

        string[] expected = [.. Enumerable.Range(0, Rounds).SelectMany(n => (string[])[$"a {n}", $"b {n}"])];
        string[] found = bench.Contents("to");
        Assert.IsEmpty(bench.Contents("a").Concat(bench.Contents("b")));
        CollectionAssert.AreEquivalent(expected, found.Where(c => c[0] != 'f').ToArray());
        Assert.AreEqual(foreign, found.Count(c => c[0] == 'f'));
        Figures.Report(context, "two passes and a foreign writer, one destination", $"{Rounds} rounds",
            $"0 files lost, 0 overwritten; {foreign} times the foreign one was first, {renamed} files took the next name");

        void Count(MoveTry one, Action meet)
        {
            MoveResult result = one.Result!.Value;
            Assert.IsTrue(result.IsDone, $"{one.Entry.Source}: {result.Failure}");
            if (!result.Destination!.Equals(one.Entry.Destination))
                Interlocked.Increment(ref renamed);
            meet();
        }
    }

    private static void Make(MoverBench bench, int rounds, params string[] folders)
    {
        foreach (string folder in folders)
        {
            for (int n = 0; n < rounds; n++)
                bench.Write($"{folder}/{n}", $"{folder} {n}");
        }
    }

    private static List<PlanEntry> Entries(MoverBench bench, string folder) =>
        [.. Enumerable.Range(0, Rounds).Select(n => bench.Entry(PlanAction.Move, $"{folder}/{n}", $"to/{n}"))];

    /// <summary>All begin, and go to the next step, at the same moment.</summary>
    private static void Together(Rendezvous start, Action<Action> work)
    {
        try
        {
            work(start.Meet);
        }
        finally
        {
            start.Leave();
        }
    }

    private static bool TryWrite(string path, string content)
    {
        try
        {
            using FileStream file = new(path, FileMode.CreateNew);
            file.Write(System.Text.Encoding.ASCII.GetBytes(content));
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }
}
