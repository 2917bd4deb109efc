using Tidy.Core;

namespace Tidy.Tool.Tests;

[TestClass]
public sealed class ReportFileTests
{
    [TestMethod]
    [DataRow("text")]
    [DataRow("json")]
    [DataRow("jsonl")]
    [DataRow("markdown")]
    public void TheReport_IsTheJsonObject_WhateverTheFormat(string format)
    {
        using var tool = Tool();
        string report = tool.Folder.At("report.json");
        Assert.AreEqual(ExitCode.Done, tool.In("plan", "--format", format, "--report", report), tool.Error);
        Golden.AreEqual("plan.json", File.ReadAllText(report).Replace(tool.Folder.Root.FullPath, "<root>", StringComparison.Ordinal));
        Assert.HasCount(2, Directory.GetFiles(tool.Folder.Root.FullPath), "nothing but tidy.json and the report");
    }

    [TestMethod]
    [DataRow("plan")]
    [DataRow("apply")]
    [DataRow("verify")]
    [DataRow("retry")]
    [DataRow("undo")]
    public void EveryRun_CanWriteOne_OverTheOneBefore(string command)
    {
        using var tool = Tool();
        string report = tool.Folder.Write("report.json", "");
        for (int i = 0; i < 2; i++)
            Assert.AreEqual(ExitCode.Done, tool.In(command, "--report", report), tool.Error);
        Assert.AreEqual(command == "plan" || command == "verify" ? "plan" : command, JsonOf(report).GetProperty("command").GetString());
    }

    [TestMethod]
    public void AFileThatIsNoReport_IsNotOverwritten_AndNothingRuns()
    {
        using var tool = Tool();
        string file = tool.Folder.Write("Program.cs", "class Program;");
        Assert.AreEqual(ExitCode.Usage, tool.In("apply", "--report", file));
        StringAssert.Contains(tool.Error, "it is there and no report of Tidy: it is not overwritten");
        Assert.AreEqual("class Program;", File.ReadAllText(file));
        Assert.IsNull(tool.Request);
    }

    [TestMethod]
    public void AFailure_IsReportedToo()
    {
        using var tool = Tool();
        string report = tool.Folder.At("report.json");
        tool.Result = _ => throw new TidyException(Codes.WorkspaceBusy, ExitCode.Busy, "Run 17 holds the lock.");
        Assert.AreEqual(ExitCode.Busy, tool.In("apply", "--report", report));
        var failure = JsonOf(report);
        Assert.AreEqual((5, "TIDY1005"), (failure.GetProperty("exit_code").GetInt32(), failure.GetProperty("findings")[0].GetProperty("code").GetString()));
        StringAssert.StartsWith(tool.Error, "error TIDY1005");
    }

    [TestMethod]
    public void AReportThatCannotBeWrittenAfterTheRun_IsSaid_AndTheResultStillPrinted()
    {
        using var tool = Tool();
        string report = tool.Folder.At("report.json");
        tool.Result = request =>
        {
            Directory.CreateDirectory(report); // in between, something else took the name
            return Samples.Plan(request.Root);
        };
        Assert.AreEqual(ExitCode.Unexpected, tool.In("plan", "--format", "json", "--report", report));
        StringAssert.StartsWith(tool.Error, "error TIDY9012: The report file '<root>/report.json' cannot be written: ");
        using var printed = System.Text.Json.JsonDocument.Parse(tool.Out);
        Assert.AreEqual(4, printed.RootElement.GetProperty("exit_code").GetInt32());
        Assert.HasCount(1, Directory.GetFiles(tool.Folder.Root.FullPath), "nothing but tidy.json");
    }

    private static ToolRun Tool()
    {
        var tool = new ToolRun();
        tool.Folder.Write("tidy.json", "{}");
        tool.Result = request => request.Command is RunCommand.Plan or RunCommand.Verify ? Samples.Plan(request.Root) : Samples.Empty(request.Command, request.Root);
        return tool;
    }

    private static System.Text.Json.JsonElement JsonOf(string file)
    {
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(file));
        return json.RootElement.Clone();
    }
}
