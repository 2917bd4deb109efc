using Tidy.Core.Queue;
using Moq;
using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;
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
        Assert.AreEqual("20261122-031500123-4f1c", tool.Request.UndoOf);
        tool.In("apply", "--preset", "dotnet,agents");
        CollectionAssert.AreEqual(new[] { "dotnet", "agents" }, tool.Request.Config.Presets.ToArray());
    }

    [TestMethod]
    [DataRow("plan")]
    [DataRow("apply")]
    [DataRow("verify")]
    [DataRow("explain")]
    [DataRow("init")]
    public void TheHelpOfAPreset_NamesThemAll(string command)
    {
        using var tool = new ToolRun();
        tool.In(command, "--help");
        CollectionAssert.AreEquivalent(Preset.Names.ToArray(), HelpText.Presets.Split(", "));
        StringAssert.Contains(string.Join(' ', tool.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), HelpText.Presets);
    }

    [TestMethod]
    [DataRow("plan", "0s", false)]
    [DataRow("plan --automatic", "30m", false)]
    [DataRow("apply --preset dotnet --automatic", "30m", false)]
    [DataRow("verify --automatic", "0s", false)]
    [DataRow("verify --automatic --min-age 7d", "7d", false)]
    [DataRow("apply --preset dotnet --automatic --min-age 0s", "0s", false)]
    [DataRow("apply --preset dotnet --min-age 90s --build-gate K", "90s", true)]
    [DataRow("--build-gate K --min-age 5m plan", "5m", true)]
    [DataRow("retry --automatic --build-gate=K", "0s", true)]
    public void AMinimumAge_IsThatOfTheCommandLine_OrOfTheBuild(string line, string age, bool isOfBuild)
    {
        using var tool = new ToolRun();
        tool.Engine.Setup(e => e.FromPresets(It.IsAny<IReadOnlyList<string>>())).Returns(new TidyConfig { BuildMinAge = TimeSpan.FromMinutes(30) });
        Assert.AreEqual(ExitCode.Done, tool.In(Words(line)), tool.Error);
        Assert.AreEqual(age, Duration.Format(tool.Request!.MinAge));
        Assert.AreEqual((isOfBuild, isOfBuild ? "K" : null), (tool.Request.IsOfBuild, tool.Request.BuildGate));
    }

    [TestMethod]
    [DataRow("plan")]
    [DataRow("apply --preset dotnet")]
    [DataRow("verify")]
    [DataRow("retry")]
    public void WhatTheBuildUses_ReachesTheEngine(string line)
    {
        using var tool = new ToolRun();
        string list = tool.Folder.Write("list.txt", tool.Folder.At("used.log"));
        Assert.AreEqual(ExitCode.Done, tool.In([.. Words(line), "--protect-from", list]), tool.Error);
        Assert.IsTrue(tool.Request!.ProtectedPaths.Covers(WorkspacePath.Parse("used.log")));
        Assert.AreEqual(ExitCode.Usage, tool.In([.. Words(line), "--protect-from", "missing"]));
        StringAssert.Contains(tool.Error, "--protect-from: the list of protected files 'missing' cannot be read");
    }

    [TestMethod]
    [DataRow("apply", ExitCode.Done, true)]
    [DataRow("apply", ExitCode.Pending, true)]
    [DataRow("apply --allow-pending", ExitCode.Pending, true)]
    [DataRow("apply", ExitCode.Usage, false)]
    [DataRow("apply", ExitCode.Unexpected, false)]
    [DataRow("apply --automatic", ExitCode.Done, false)]
    [DataRow("--execute", ExitCode.Done, true)]
    [DataRow("plan", ExitCode.Done, false)]
    [DataRow("verify", ExitCode.Done, false)]
    [DataRow("retry", ExitCode.Done, false)]
    [DataRow("undo", ExitCode.Done, false)]
    public void APersonsApplyThatCameToItsEnd_LetsBuildsApply(string line, ExitCode exit, bool isAllowed)
    {
        using var tool = new ToolRun();
        tool.Folder.Write("tidy.json", "{}");
        tool.Result = request => Samples.Empty(request.Command, request.Root) with { Exit = exit };
        tool.In(Words(line));
        tool.Engine.Verify(e => e.AllowBuilds(It.IsAny<WorkspaceRoot>()), isAllowed ? Times.Once : Times.Never);
    }

    [TestMethod]
    public void AnApplyWhoseConsentCannotBeWritten_IsStillDone()
    {
        using var tool = new ToolRun();
        tool.Folder.Write("tidy.json", "{}");
        tool.Engine.Setup(e => e.AllowBuilds(It.IsAny<WorkspaceRoot>())).Throws(new TidyException(Codes.StateDamaged, ExitCode.Unexpected, "The disk is full."));
        Assert.AreEqual(ExitCode.Done, tool.In("apply"));
        Assert.AreEqual("warning TIDY1004: The disk is full. Until it can, builds only report.\n", tool.Error);
    }

    [TestMethod]
    [DataRow("plan --repair", true)]
    [DataRow("--repair", true)]
    [DataRow("apply --preset dotnet --repair", true)]
    [DataRow("plan", false)]
    [DataRow("apply --preset dotnet", false)]
    [DataRow("verify", false)]
    public void Repair_IsAskedForByItsOption(string line, bool repair)
    {
        using var tool = new ToolRun();
        Assert.AreEqual(ExitCode.Done, tool.In(Words(line)), tool.Error);
        Assert.AreEqual(repair, tool.Request!.Repair);
    }

    [TestMethod]
    [DataRow("plam", "Did you mean 'plan'")]
    [DataRow("plam", "Valid commands are plan, apply")]
    [DataRow("--format text plam", "Did you mean 'plan'")]
    [DataRow("queue lsit", "Valid commands are list, show")]
    [DataRow("plan --formt json", "Did you mean '--format'")]
    [DataRow("plan --formt json", "Valid options are --workspace")]
    [DataRow("plan --format xml", "Valid values are text, json, jsonl, markdown")]
    [DataRow("plan --phase rot", "Valid values are retry, migrate, root, docs, runs, archive, verify")]
    [DataRow("plan --lock-timeout soon", "Valid values are a number with ms, s, m or h")]
    [DataRow("plan --lock-timeout 999999999h", "Valid values are a number with ms, s, m or h")]
    [DataRow("plan --format", "Missing value for option 'format'")]
    [DataRow("plan --min-age soon", "'soon' is no time for --min-age. Valid values are a whole number with s, m, h or d")]
    [DataRow("verify --min-age 24", "'24' is no time for --min-age.")]
    [DataRow("plan --report no/such/folder/report.json", "its folder does not exist")]
    [DataRow("plan --report=", "the name is empty")]
    [DataRow("plan --report /dev/null", "it is there and no regular file")]
    [DataRow("plan --nonsense", "--no-color, --lock-timeout, --allow-pending, --strict, --report, --preset, --min-age, --plan-out, --check, --repair, --dry-run, --help. See")]
    [DataRow("verify --repair", "'--repair'")]
    [DataRow("init --config other.json", "--config has no meaning for it")]
    [DataRow("retry a1 --all", "not both")]
    [DataRow("queue hold", "at least one item")]
    [DataRow("queue list --format markdown", "Valid values are text, json")]
    [DataRow("queue report --top -1", "'-1' is no number of items for --top")]
    [DataRow("queue report --top many", "Valid values are 0 or more")]
    [DataRow("queue archive --older-than soon", "'soon' is no time for --older-than. Valid values are a whole number with s, m, h or d")]
    [DataRow("queue archive --format markdown", "Valid values are text, json")]
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
        StringAssert.Contains(tool.Error, "what may move. 'dotnet tidy init' writes one");
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
        Assert.AreEqual("No tidy.json in <root>: using the presets dotnet and agents; 'dotnet tidy init' writes one.\n", tool.Error);
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
    public void OptionsOfABuild_AreNotInTheHelp()
    {
        using var tool = new ToolRun();
        foreach (string command in new[] { "plan", "apply", "verify", "retry" })
            tool.Bare(command, "--help");
        foreach (string hidden in new[] { "--automatic", "--build-gate", "--protect-from" })
            Assert.IsFalse(tool.Out.Contains(hidden, StringComparison.Ordinal), hidden);
        StringAssert.Contains(tool.Out, "--min-age");
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
    [DataRow(QueueHealthStatus.Warning, "", 0)]
    [DataRow(QueueHealthStatus.Warning, "--strict", 1)]
    [DataRow(QueueHealthStatus.Error, "", 1)]
    public void AnUnhealthyQueue_TellsByItsExitCode(QueueHealthStatus severity, string option, int exit)
    {
        using var tool = new ToolRun();
        tool.Queue.Setup(q => q.Health()).Returns(new QueueHealth([new QueueIssue(HealthCheck.Abandoned, severity, "Two items were abandoned.")], null));
        Assert.AreEqual((ExitCode)exit, tool.In(Words("queue health " + option)));
        StringAssert.Contains(tool.Out, "TIDY2011: .autonomous_runs/tidy_pending_moves.json: Two items were abandoned.");
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
