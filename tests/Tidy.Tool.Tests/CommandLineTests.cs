using Tidy.Core.Queue;
using Moq;
using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Tool.Commands;
using Tidy.Tool.Engine;

namespace Tidy.Tool.Tests;

[TestClass]
public sealed class CommandLineTests
{
    [TestMethod]
    [DataRow("", "plan")]
    [DataRow("--dry-run", "plan")]
    [DataRow("plan", "plan")]
    [DataRow("plan --check", "plan")]
    [DataRow("--check", "plan")]
    [DataRow("--format json plan", "plan")]
    [DataRow("--execute --preset dotnet", "apply")]
    [DataRow("apply --preset dotnet,agents", "apply")]
    [DataRow("--preset dotnet apply --preset agents", "apply")]
    [DataRow("verify --strict", "verify")]
    [DataRow("retry", "retry")]
    [DataRow("retry --all", "retry")]
    [DataRow("retry a1 b2", "retry")]
    [DataRow("undo", "undo")]
    [DataRow("undo 20261122-031500123-4f1c", "undo")]
    public void ACommandLine_MeansACommand(string line, string command)
    {
        using var tool = new ToolRun();
        Assert.AreEqual(ExitCode.Done, tool.In(Words(line)), tool.Error);
        Assert.AreEqual(command, tool.Request!.Command.ToString().ToLowerInvariant());
    }

    [TestMethod]
    public void Options_ReachTheEngine()
    {
        using var tool = new ToolRun();
        tool.In("retry", "a1", "b2", "--lock-timeout", "1500ms", "--phase", "retry,root");
        CollectionAssert.AreEqual(new[] { "a1", "b2" }, tool.Request!.RetryIds.ToArray());
        CollectionAssert.AreEqual(new[] { "retry", "root" }, tool.Request.Phases!.ToArray());
        Assert.AreEqual(TimeSpan.FromMilliseconds(1500), tool.Request.LockTimeout);
        tool.In("undo", "20261122-031500123-4f1c");
        Assert.AreEqual("20261122-031500123-4f1c", tool.Request.UndoOf!.Id);
        tool.In("apply", "--preset", "dotnet,agents");
        CollectionAssert.AreEqual(new[] { "dotnet", "agents" }, tool.Request.Config.Presets.ToArray());
    }

    [TestMethod]
    [DataRow("plam", "Did you mean 'plan'")]
    [DataRow("plam", "Valid commands are plan, apply")]
    [DataRow("--format text plam", "Did you mean 'plan'")]
    [DataRow("queue lsit", "Valid commands are list, show")]
    [DataRow("plan --formt json", "Did you mean '--format'")]
    [DataRow("plan --formt json", "Valid options are --workspace")]
    [DataRow("plan --format xml", "Valid values are text, json, jsonl, markdown")]
    [DataRow("plan --phase rot", "Valid values are retry, root")]
    [DataRow("plan --lock-timeout soon", "Valid values are a number with ms, s, m or h")]
    [DataRow("plan --lock-timeout 999999999h", "Valid values are a number with ms, s, m or h")]
    [DataRow("plan --format", "Missing value for option 'format'")]
    [DataRow("retry a1 --all", "not both")]
    [DataRow("queue hold", "at least one item")]
    [DataRow("queue list --format markdown", "Valid values are text, json")]
    [DataRow("queue list --status done", "Valid values are pending, succeeded, needs_manual")]
    [DataRow("locks no-such-file", "no file or folder 'no-such-file'")]
    [DataRow("plan --config missing --preset dotnet", "--preset is for workspaces without a configuration")]
    [DataRow("plan --workspace /no/such/folder", "does not exist")]
    public void WrongUsage_IsExplained(string line, string says)
    {
        using var tool = new ToolRun();
        Assert.AreEqual(ExitCode.Usage, tool.Bare(Words(line)));
        StringAssert.StartsWith(tool.Error, "error TIDY9001: ");
        StringAssert.Contains(tool.Error, says);
        Assert.AreEqual("", tool.Out);
    }

    [TestMethod]
    [DataRow("--format json plam", 2, "TIDY9001")]
    [DataRow("plan --nonsense --format=json", 2, "TIDY9001")]
    [DataRow("apply --format json", 2, "TIDY9001")]
    public void AUsageErrorInJson_IsStillTheObject(string line, int exit, string code)
    {
        using var tool = new ToolRun();
        Assert.AreEqual((ExitCode)exit, tool.In(Words(line)));
        using var json = System.Text.Json.JsonDocument.Parse(tool.Out);
        Assert.AreEqual(exit, json.RootElement.GetProperty("exit_code").GetInt32());
        Assert.AreEqual(code, json.RootElement.GetProperty("findings")[0].GetProperty("code").GetString());
        Assert.AreEqual("", tool.Error);
    }

    [TestMethod]
    public void ApplyWithoutConfiguration_SaysWhatToDo()
    {
        using var tool = new ToolRun();
        Assert.AreEqual(ExitCode.Usage, tool.In("apply"));
        StringAssert.Contains(tool.Error, "--preset dotnet --preset agents");
        StringAssert.Contains(tool.Error, "docs/configuration.md");
        Assert.IsNull(tool.Request);
    }

    [TestMethod]
    [DataRow("plan")]
    [DataRow("verify")]
    public void APreviewWithoutConfiguration_SaysWhichPresetsItUses(string command)
    {
        using var tool = new ToolRun();
        tool.In(command);
        CollectionAssert.AreEqual(new[] { "dotnet", "agents" }, tool.Request!.Config.Presets.ToArray());
        Assert.AreEqual("No tidy.json in <root>: using the presets dotnet and agents.\n", tool.Error);
    }

    [TestMethod]
    [DataRow("text")]
    [DataRow("json")]
    public void ABusyWorkspace_IsExitCode5(string format)
    {
        using var tool = new ToolRun();
        tool.Result = _ => throw new TidyException(Codes.WorkspaceBusy, ExitCode.Busy, "Run 17 of dotnet-tidy (99) holds the lock.");
        Assert.AreEqual(ExitCode.Busy, tool.In("plan", "--format", format, "--quiet"));
        StringAssert.Contains(format == "json" ? tool.Out : tool.Error, "TIDY1005");
        if (format == "json")
            StringAssert.Contains(tool.Out, "\"workspace_root\": \"<root>\"");
    }

    [TestMethod]
    public void AnUnexpectedError_IsShortUnlessVerbose()
    {
        using var tool = new ToolRun();
        tool.Result = _ => throw new InvalidOperationException("boom");
        Assert.AreEqual(ExitCode.Unexpected, tool.In("plan", "--quiet"));
        Assert.AreEqual("error TIDY9012: Unexpected: boom (--verbose shows where)\n", tool.Error);
        tool.In("plan", "--quiet", "--verbose");
        StringAssert.Contains(tool.Error, "   at Tidy.Tool");
    }

    [TestMethod]
    public void ACancelledRun_IsExitCode130()
    {
        using var tool = new ToolRun();
        tool.Result = _ => throw new OperationCanceledException();
        Assert.AreEqual(ExitCode.Cancelled, tool.In("plan", "--format", "json"));
        StringAssert.Contains(tool.Out, "\"exit_code\": 130");
    }

    [TestMethod]
    public void TheHelp_NamesEveryCommandAndExitCode()
    {
        using var tool = new ToolRun();
        Assert.AreEqual(ExitCode.Done, tool.Bare("--help"));
        foreach (CommandEntry entry in CommandTable.All)
        {
            string word = entry.Name.Split(' ')[0];
            Assert.AreEqual(!entry.IsHidden, tool.Out.Contains($"\n  {word} ", StringComparison.Ordinal), word);
        }

        foreach (ExitCode code in Enum.GetValues<ExitCode>())
            StringAssert.Contains(tool.Out, $" {(int)code}  ");
    }

    [TestMethod]
    public void EveryCommand_HasHelp()
    {
        foreach (CommandEntry entry in CommandTable.All)
        {
            using var tool = new ToolRun();
            Assert.AreEqual(ExitCode.Done, tool.Bare([.. entry.Name.Split(' '), "--help"]), entry.Name);
            StringAssert.StartsWith(tool.Out, entry.Description);
        }
    }

    [TestMethod]
    public void OnlyTheUsedCommand_IsBuiltInFull()
    {
        var root = new McMaster.Extensions.CommandLineUtils.CommandLineApplication();
        CommandTable.Register(root, CommandTable.Find("verify"), out TidyCommand? command);
        Assert.IsInstanceOfType<VerifyCommand>(command);
        foreach (var app in root.Commands)
            Assert.AreEqual(app.Name == "verify", app.Options.Count > 0, app.Name);
    }

    [TestMethod]
    public void QueueAlone_ListsTheQueue()
    {
        using var tool = new ToolRun();
        tool.Queue.Setup(q => q.List(null)).Returns(new QueueAnswer([Samples.Item], []));
        Assert.AreEqual(ExitCode.Done, tool.In("queue"));
        StringAssert.Contains(tool.Out, "a1b2c3d4e5f60718  pending  locked, attempt 2, next try in 10 min (2026-11-22 03:25:00 UTC)");
        StringAssert.Contains(tool.Out, "held by importer (4242)");
    }

    [TestMethod]
    public void ClearWithoutYes_OnlySaysWhatItWouldForget()
    {
        using var tool = new ToolRun();
        tool.Queue.Setup(q => q.List(null)).Returns(new QueueAnswer([Samples.Item], []));
        Assert.AreEqual(ExitCode.Usage, tool.In("queue", "clear"));
        StringAssert.Contains(tool.Error, "would forget 1 item");
        tool.Queue.Verify(q => q.Clear(It.IsAny<Tidy.Core.Queue.PendingStatus?>()), Times.Never);
    }

    [TestMethod]
    [DataRow(FindingLevel.Warning, "", 0)]
    [DataRow(FindingLevel.Warning, "--strict", 1)]
    [DataRow(FindingLevel.Error, "", 1)]
    public void AnUnhealthyQueue_TellsByItsExitCode(FindingLevel level, string option, int exit)
    {
        using var tool = new ToolRun();
        tool.Queue.Setup(q => q.Health()).Returns([new Finding(Codes.Abandoned, level, null, "Two items were abandoned.")]);
        Assert.AreEqual((ExitCode)exit, tool.In(Words("queue health " + option)));
        StringAssert.Contains(tool.Out, "TIDY1003: Two items were abandoned.");
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
