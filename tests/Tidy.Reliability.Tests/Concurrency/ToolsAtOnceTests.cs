using System.Globalization;
using System.Text.Json;
using Tidy.Core.Tests;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Concurrency;

/// <summary>Eight processes of the real tool in one workspace at once.</summary>
[TestClass]
public sealed class ToolsAtOnceTests(TestContext context)
{
    private const int Tools = 8;

    [TestMethod]
    public void EightApplysAtOnce_WhileFilesAppear_MoveEachFileOnce()
    {
        int rounds = Chance.Everything ? 20 : 3;
        using LiveWorkspace live = new("""{ "version": 1, "inUse": "off", "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" } ] }""");
        List<ToolAnswer> answers = [];
        int files = 0;
        for (int round = 0; round < rounds; round++)
        {
            Append(live, ref files, 40);
            int more = files;
            AtOnce.Run(
                () => Append(live, ref more, 40),
                () => answers.AddRange(ApplyAtOnce(live)));
            files = more;
        }

        answers.Add(live.Json("apply"));
        AssertExplained(answers[^1], []);
        string[] moved = [.. answers.SelectMany(Moved)];
        Assert.HasCount(files, moved);
        Assert.HasCount(files, moved.Distinct(), "a file was moved twice");
        AssertAllArrived(live, files);
        Aftermath.AssertSound(live);
        Figures.Report(context, "tools applying at once", $"{rounds} rounds of {Tools} processes, {files} files, half of them appearing meanwhile",
            $"0 lost, 0 moved twice, 0 crashed; {answers.Count(a => a.Exit == 0)} ended with 0, {answers.Count(a => a.Exit == 5)} gave up with 5");
    }

    [TestMethod]
    public void AllCommandsAtOnce_LoseNothing_AndEndWithAReason()
    {
        using LiveWorkspace live = new(MixedScene.Config);
        using MixedScene scene = new(live);
        List<string> before = live.Contents();
        List<(string Command, ToolAnswer Answer)> answers = [];

        AtOnce.Run([.. Enumerable.Range(0, Tools).Select(n => (Action)(() => scene.Work(n, Chance.Everything ? 30 : 4, answers)))]);

        foreach ((string command, ToolAnswer answer) in answers)
            MixedScene.AssertExplained(command, answer);
        CollectionAssert.AreEqual(before, live.Contents(), $"something was lost, or is there twice {Chance.Repeat}");
        Aftermath.AssertSound(live);
        scene.AssertDrains();
        CollectionAssert.AreEqual(before, live.Contents(), $"something was lost, or is there twice {Chance.Repeat}");
        Figures.Report(context, "all commands at once", $"{Tools} at a time, {answers.Count} processes",
            "0 lost, 0 twice, 0 crashed; exit codes " + string.Join(", ", answers.CountBy(a => a.Answer.Exit).OrderBy(c => c.Key).Select(c => $"{c.Key}: {c.Value}")));
    }

    private static void Append(LiveWorkspace live, ref int files, int count)
    {
        for (int end = files + count; files < end; files++)
            live.Write(string.Create(CultureInfo.InvariantCulture, $"{files}.log"), string.Create(CultureInfo.InvariantCulture, $"{files}"));
    }

    /// <summary>Half of them wait as long as it takes, the others give up almost at once.</summary>
    private static List<ToolAnswer> ApplyAtOnce(LiveWorkspace live)
    {
        ToolProcess[] tools = [.. Enumerable.Range(0, Tools).Select(n => ToolProcess.Start(live.FullPath, "apply", "--format", "json", "--lock-timeout", n % 2 == 0 ? "50s" : "1ms"))];
        List<ToolAnswer> answers = [];
        for (int n = 0; n < Tools; n++)
        {
            using ToolProcess tool = tools[n];
            answers.Add(tool.End());
            AssertExplained(answers[^1], n % 2 == 0 ? [] : ["TIDY1005"]);
        }

        return answers;
    }

    /// <summary>All is done, or the workspace was busy where that was to be expected.</summary>
    private static void AssertExplained(ToolAnswer answer, string[] mayBeBusy)
    {
        bool isBusy = answer.Exit == 5 && mayBeBusy.Any(code => answer.ToString().Contains(code, StringComparison.Ordinal));
        Assert.IsTrue(answer.Exit == 0 || isBusy, answer.ToString());
    }

    private static IEnumerable<string> Moved(ToolAnswer answer) => answer.Exit != 0
        ? []
        : answer.Entries.Where(e => e.GetProperty("status").GetString() == "moved").Select(e => e.GetProperty("src").GetString()!);

    private static void AssertAllArrived(LiveWorkspace live, int files)
    {
        Assert.IsEmpty(Directory.GetFiles(live.FullPath, "*.log"));
        for (int n = 0; n < files; n++)
            Assert.AreEqual($"{n}", File.ReadAllText(live.At($"archive/logs/{n}.log")));
        Assert.HasCount(files, Directory.GetFiles(live.At("archive/logs"), "*.log"));
    }
}
