using Moq;
using Tidy.Core;
using Tidy.Core.Holders;
using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Queue;
using Tidy.Core.Reports;
using Tidy.Core.Workspaces;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Tests;

/// <summary>queue report and queue archive.</summary>
[TestClass]
public sealed class QueueReportTests
{
    [TestMethod]
    [DataRow("text", "queue-report.txt")]
    [DataRow("markdown", "queue-report.md")]
    [DataRow("json", "queue-report.json")]
    public void TheReport_IsPrintedAsReviewed(string format, string golden)
    {
        using var tool = new ToolRun();
        tool.Queue.Setup(q => q.Report(10)).Returns(Samples.Report());
        Assert.AreEqual(ExitCode.Done, tool.In("queue", "report", "--format", format));
        Golden.AreEqual(golden, tool.Out);
        Assert.AreEqual("", tool.Error);
    }

    [TestMethod]
    public void Top_IsPassedOn_AndOutputGoesToTheFile()
    {
        using var tool = new ToolRun();
        tool.Queue.Setup(q => q.Report(3)).Returns(Samples.Report() with { Findings = [new Finding(Codes.StateDamaged, FindingLevel.Error, null, "It was damaged.")] });
        string file = tool.Folder.At("report.md");
        Assert.AreEqual(ExitCode.Done, tool.In("queue", "report", "--top", "3", "--format", "markdown", "--output", file));
        StringAssert.StartsWith(File.ReadAllText(file), "### dotnet tidy queue report\n");
        Assert.AreEqual(("", "error TIDY1004: It was damaged.\n"), (tool.Out, tool.Error));
    }

    [TestMethod]
    [DataRow("text", "The queue is empty.\n")]
    [DataRow("markdown", "### dotnet tidy queue report\n\nThe queue is empty.\n")]
    public void AnEmptyQueue_SaysSo(string format, string expected)
    {
        using var tool = new ToolRun();
        tool.Queue.Setup(q => q.Report(10)).Returns(new QueueReport { At = FixedClock.Now, Stats = new QueueStats(), TopItems = [], Suggestions = [] });
        tool.In("queue", "report", "--format", format);
        Assert.AreEqual(expected, tool.Out);
    }

    [TestMethod]
    [DataRow(FailureReason.DiskFull, "free space on the disk of 'archive/logs/': run.log does not fit")]
    [DataRow(FailureReason.ReadOnlyFs, "make the file system of the workspace root and 'archive/logs/' writable for run.log")]
    [DataRow(FailureReason.PathTooLong, "give run.log a shorter name or destination: the path is too long")]
    [DataRow(FailureReason.Unknown, "remove what is in the way of run.log: the file is open in another process")]
    public void AnotherCause_IsNamedWithItsCure(FailureReason reason, string expected) =>
        Assert.AreEqual(expected, SuggestionText.Of(new(SuggestionKind.RemoveCause, [Samples.Item with { Reason = reason }])));

    [TestMethod]
    [DataRow(ObstacleKind.Free, "run 'dotnet tidy retry': nobody holds run.log any more")]
    [DataRow(ObstacleKind.Changed, "run 'dotnet tidy retry': what was in the way of run.log has changed")]
    [DataRow(ObstacleKind.Gone, "run 'dotnet tidy retry': run.log is gone, and leaves the queue")]
    public void ARetry_SaysWhyNow(ObstacleKind obstacle, string expected) =>
        Assert.AreEqual(expected, SuggestionText.Of(new(SuggestionKind.Retry, [Samples.Item]) { Obstacle = obstacle }));

    [TestMethod]
    public void ManyItems_AreCounted_AndTheCommandNamesTheirStatus()
    {
        PendingMove[] four = [.. Enumerable.Range(1, 4).Select(n => Samples.Item with { Id = $"id{n}", Source = WorkspacePath.Parse($"{n}.log"), Status = PendingStatus.Abandoned })];
        Assert.AreEqual(
            "1.log (4 files) were given up: 'dotnet tidy retry --all' tries all again, 'dotnet tidy queue clear --status abandoned --yes' forgets these",
            SuggestionText.Of(new(SuggestionKind.RetryOrDrop, four)));
        Assert.AreEqual(
            "1.log (3 files) were given up: 'dotnet tidy retry id1 id2 id3' tries again, 'dotnet tidy queue drop id1 id2 id3' forgets them",
            SuggestionText.Of(new(SuggestionKind.RetryOrDrop, four[..3])));
        StringAssert.Contains(SuggestionText.Of(new(SuggestionKind.Release, four)), "1.log (4 files) are on hold: 'dotnet tidy queue list --status held' lists them");
        StringAssert.Contains(SuggestionText.Of(new(SuggestionKind.ChooseFile, four)), "1.log or archive/logs/run.log (and 3 more pairs in that folder)");
        StringAssert.Contains(SuggestionText.Of(new(SuggestionKind.FindHolder, four)), "who holds 1.log (4 files): 'dotnet tidy locks FILE' as administrator");
    }

    [TestMethod]
    public void ANameThatForgesLines_IsMadeVisible()
    {
        using var tool = new ToolRun();
        Holder evil = new(7, "x\n    high  run rm -rf", null);
        tool.Queue.Setup(q => q.Report(10)).Returns(Samples.Report() with { Suggestions = [new(SuggestionKind.CloseHolder, [Samples.Item]) { Holder = evil }] });
        tool.In("queue", "report");
        StringAssert.Contains(tool.Out, "close 'x\\n    high  run rm -rf' (pid 7)");
    }

    [TestMethod]
    public void Archive_TellsWhatItTookOut()
    {
        using var tool = new ToolRun();
        PendingMove old = Samples.Item with { Status = PendingStatus.Abandoned };
        tool.Queue.Setup(q => q.Archive(TimeSpan.FromDays(30))).Returns(new QueueAnswer([old], []));
        Assert.AreEqual(ExitCode.Done, tool.In("queue", "archive"));
        Assert.AreEqual("Archived: a1b2c3d4e5f60718 run.log (abandoned)\n1 item is now in the queue's history only; the files stay where they are.\n", tool.Out);
    }

    [TestMethod]
    public void ArchiveWithNothingOldEnough_SaysSo()
    {
        using var tool = new ToolRun();
        tool.Queue.Setup(q => q.Archive(TimeSpan.FromHours(36))).Returns(new QueueAnswer([], []));
        Assert.AreEqual(ExitCode.Done, tool.In("queue", "archive", "--older-than", "36h"));
        StringAssert.StartsWith(tool.Out, "Nothing to archive: ");
        StringAssert.Contains(tool.Out, "36h");
    }

    [TestMethod]
    public void ArchiveAsJson_HasTheItems()
    {
        using var tool = new ToolRun();
        tool.Queue.Setup(q => q.Archive(TimeSpan.FromDays(7))).Returns(new QueueAnswer([Samples.Item], []));
        tool.In("queue", "archive", "--older-than", "7d", "--format", "json");
        StringAssert.Contains(tool.Out, "\"command\": \"queue archive\"");
        StringAssert.Contains(tool.Out, "\"id\": \"a1b2c3d4e5f60718\"");
    }
}
