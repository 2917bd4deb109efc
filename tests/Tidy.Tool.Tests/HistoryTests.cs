using Moq;
using Tidy.Core;
using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;
using Tidy.Tool.Json;

namespace Tidy.Tool.Tests;

/// <summary>What history tells of past runs.</summary>
[TestClass]
public sealed class HistoryTests
{
    [TestMethod]
    [DataRow("text", "history.txt")]
    [DataRow("markdown", "history.md")]
    [DataRow("json", "history.json")]
    public void ARunWithItsReport_IsPrintedAsReviewed(string format, string golden)
    {
        using ToolRun tool = Tool(Kept(Samples.LongRun.Id));
        Assert.AreEqual(ExitCode.Done, tool.In("history", Samples.LongRun.Id, "--format", format));
        Golden.AreEqual(golden, tool.Out);
    }

    [TestMethod]
    [DataRow("text", "history-list.txt")]
    [DataRow("markdown", "history-list.md")]
    [DataRow("json", "history-list.json")]
    public void TheList_IsPrintedAsReviewed(string format, string golden)
    {
        using ToolRun tool = Tool(null);
        Assert.AreEqual(ExitCode.Done, tool.In("history", "--format", format));
        Golden.AreEqual(golden, tool.Out);
        tool.Engine.Verify(e => e.ReadReport(It.IsAny<WorkspaceRoot>(), It.IsAny<string>()), Times.Never);
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow("{ \"schema_version\": 1, \"comm")]
    [DataRow("[]")]
    [DataRow("{}")]
    public void WithoutAUsableReport_TheJournalTells(string? kept)
    {
        using ToolRun tool = Tool(kept is null ? null : System.Text.Encoding.UTF8.GetBytes(kept));
        Assert.AreEqual(ExitCode.Done, tool.In("history", Samples.LongRun.Id), tool.Error);
        StringAssert.Contains(tool.Out, "    removed the empty folder old/run\n");
        Assert.DoesNotContain("Findings", tool.Out);
        using ToolRun json = Tool(null);
        json.In("history", Samples.LongRun.Id, "--format", "json");
        StringAssert.Contains(json.Out, "\"findings\": null");
    }

    [TestMethod]
    public void AReportWithNothingInItsLists_CostsNothing()
    {
        string holes = System.Text.Encoding.UTF8.GetString(Kept(Samples.LongRun.Id)).Replace("\"entries\": [", "\"entries\": [ null,", StringComparison.Ordinal)
            .Replace("\"findings\": [", "\"findings\": [ null,", StringComparison.Ordinal);
        using ToolRun tool = Tool(System.Text.Encoding.UTF8.GetBytes(holes));
        Assert.AreEqual(ExitCode.Done, tool.In("history", Samples.LongRun.Id), tool.Error);
        StringAssert.Contains(tool.Out, "TIDY2003");
    }

    [TestMethod]
    public void TheReportOfAnotherRun_IsNotBelieved()
    {
        using ToolRun tool = Tool(Kept("20200101-000000000-0000"));
        tool.In("history", Samples.LongRun.Id);
        Assert.DoesNotContain("Findings", tool.Out);
    }

    private static ToolRun Tool(byte[]? kept)
    {
        var tool = new ToolRun();
        tool.Engine.Setup(e => e.History(It.IsAny<WorkspaceRoot>())).Returns([Samples.LongRun, Samples.Run]);
        tool.Engine.Setup(e => e.ReadReport(It.IsAny<WorkspaceRoot>(), Samples.LongRun.Id)).Returns(kept);
        return tool;
    }

    private static byte[] Kept(string id)
    {
        using var folder = new TemporaryFolder();
        RunResult result = Samples.Apply(folder.Root) with { RunId = id, Findings = [new Finding(Codes.Database, FindingLevel.Warning, "app|1.db", "A database is never moved.")] };
        return ToolJson.Bytes(RunJson.Of(result, ExitCode.Pending));
    }
}
