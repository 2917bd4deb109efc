using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>Several processes of the tool in one workspace at once.</summary>
[TestClass]
public sealed class ConcurrentProcessTests
{
    private const int Files = 60;

    [TestMethod]
    public void TwoRunsAtOnce_TakeTurnsOrGiveUp_AndNothingIsLost()
    {
        using LiveWorkspace live = new();
        for (int round = 0; round < 6; round++)
        {
            for (int i = 0; i < Files; i++)
                live.Write($"{i}.log", $"{round} {i}");
            string patience = round % 2 == 0 ? "30s" : "1ms";

            ToolAnswer[] answers = AtOnce(live, ["apply", "--lock-timeout", patience], ["apply", "--lock-timeout", patience]);

            Assert.IsTrue(answers.Any(a => a.Exit == 0), string.Join("\n", answers.AsEnumerable()));
            Assert.IsTrue(answers.All(a => a.Exit == 0 || (a.Exit == 5 && round % 2 == 1 && a.Error.Contains("TIDY1005", StringComparison.Ordinal))), string.Join("\n", answers.AsEnumerable()));
            Assert.IsEmpty(Directory.GetFiles(live.FullPath, "*.log"));
        }

        string[] contents = [.. Directory.GetFiles(live.At("archive/logs")).Where(f => Path.GetExtension(f) == ".log").Select(File.ReadAllText).Order(StringComparer.Ordinal)];
        string[] expected = [.. Enumerable.Range(0, 6 * Files).Select(n => $"{n / Files} {n % Files}").Order(StringComparer.Ordinal)];
        CollectionAssert.AreEqual(expected, contents);
        Assert.AreEqual(6, live.Json("history").Json.GetProperty("runs").GetArrayLength(), "one run a round moved something");
    }

    [TestMethod]
    public void HoldsAndReleasesWhileRunsGoOn_LoseNoItemAndNoFile()
    {
        using LiveWorkspace live = new();
        string[] held = ["a.log", "b.log", "c.log", "d.log"];
        List<FileHolder> holders = [.. held.Select(h => FileHolder.Start("read", live.Write(h, h)))];
        try
        {
            live.Tidy("apply").AssertExit(3);
            Parallel.Invoke([.. held.Select(h => (Action)(() => HoldAndRelease(live, h))), () => ApplyThreeTimes(live)]);
            Assert.AreEqual(4, live.Json("queue", "list", "--status", "pending").Json.GetProperty("items").GetArrayLength());
        }
        finally
        {
            holders.ForEach(h => h.Dispose());
        }

        live.Tidy("apply").AssertExit(0);
        foreach (string name in held.Append("0.log").Append("1.log").Append("2.log"))
            Assert.AreEqual(name, File.ReadAllText(live.At($"archive/logs/{name}")));
        Assert.AreEqual(0, live.Json("queue", "list").Json.GetProperty("items").GetArrayLength());
    }

    private static void HoldAndRelease(LiveWorkspace live, string source)
    {
        for (int i = 0; i < 3; i++)
        {
            live.Tidy("queue", "hold", source).AssertExit(0);
            live.Tidy("queue", "release", source).AssertExit(0);
        }
    }

    private static void ApplyThreeTimes(LiveWorkspace live)
    {
        for (int i = 0; i < 3; i++)
        {
            live.Write($"{i}.log", $"{i}.log");
            live.Tidy("apply", "--allow-pending").AssertExit(0);
        }
    }

    private static ToolAnswer[] AtOnce(LiveWorkspace live, params string[][] calls)
    {
        ToolProcess[] started = [.. calls.Select(c => ToolProcess.Start(live.FullPath, c))];
        ToolAnswer[] answers = [.. started.Select(s => s.End())];
        foreach (ToolProcess process in started)
            process.Dispose();
        return answers;
    }
}
