using Tidy.Core.Tests;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Sweeps;

/// <summary>
/// A run that moves what git tracks is killed at its system calls, those of the git that it starts included: after one more run every file is there once,
/// and git's index has it where it is.
/// </summary>
[TestClass]
[TestCategory("sweep")]
[OSCondition(OperatingSystems.Linux)]
public sealed class TrackedSweepTests(TestContext context)
{
    private const int Sampled = 12;

    private static readonly string[] Files = ["a.log", "b.log", "old/c.txt", "old/deep/d.txt", "archive/logs/b.log", "keep.txt"];

    [TestMethod]
    [DataRow("apply")]
    [DataRow("undo")]
    public void KilledAtAnyCall_TheIndexFitsTheFilesAfterOneMoreRun(string command)
    {
        IReadOnlyList<SystemCall> calls;
        using (LiveWorkspace watched = Scene(command))
            calls = TracedTool.Watch(watched.FullPath, SystemCall.Changing, command).Calls;
        Assert.IsGreaterThan(20, calls.Count);
        IReadOnlyList<SystemCall> points = Chance.Sample($"tracked {command}", calls, Sampled);
        int killed = points.Count(point => Kill(command, point));

        Assert.IsGreaterThan(points.Count / 2, killed, $"the kills must hit {Chance.Repeat}");
        Figures.Report(context, $"Kill sweep: {command}, tracked files", $"{points.Count} of {calls.Count} calls", $"{killed} killed, 0 files lost");
    }

    private static bool Kill(string command, SystemCall point)
    {
        string at = $"{command}, killed at {point} {Chance.Repeat}";
        using LiveWorkspace live = Scene(command);
        int exit = TracedTool.Kill(live.FullPath, point, command).Exit;
        string index = live.At(".git/index.lock");
        File.Delete(index); // of a git that was killed: nobody but a person takes it away

        ToolAnswer next = live.Tidy("retry");

        Assert.AreEqual(0, next.Exit, $"{at}: {next}");
        Assert.AreEqual("", GitRepository.Git(live.FullPath, "diff", "--name-status"), $"{at}: {next}");
        Assert.AreEqual("", GitRepository.Git(live.FullPath, "ls-files", "--others", "--exclude=.autonomous_runs"), $"{at}: {next}");
        string[] contents = [.. GitRepository.Git(live.FullPath, "ls-files").Split('\n').Select(f => File.ReadAllText(live.At(f))).Order(StringComparer.Ordinal)];
        CollectionAssert.AreEqual(Files.Order(StringComparer.Ordinal).ToArray(), contents.Where(Files.Contains).ToArray(), at);
        return exit == TracedTool.Killed;
    }

    private static LiveWorkspace Scene(string command)
    {
        LiveWorkspace live = new(
            """
            { "git": { "tracked": "move" }, "archive": { "commit": true },
              "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" }, { "id": "old", "match": ["old/"], "to": "archive/" } ] }
            """);
        foreach (string file in Files)
            live.Write(file, file);
        GitRepository.InitAndAdd(live.FullPath);
        GitRepository.Commit(live.FullPath);
        if (command == "undo")
            live.Tidy("apply").AssertExit(0);
        return live;
    }
}
