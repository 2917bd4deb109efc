using Tidy.Core;
using Tidy.Core.Moving;
using Tidy.Core.Planning;

namespace Tidy.Tool.Tests;

[TestClass]
public sealed class ReportTests
{
    [TestMethod]
    [DataRow("plan", "text", "plan.txt")]
    [DataRow("plan", "json", "plan.json")]
    [DataRow("plan", "jsonl", "plan.jsonl")]
    [DataRow("plan", "markdown", "plan.md")]
    [DataRow("apply", "text", "apply.txt")]
    [DataRow("apply", "json", "apply.json")]
    [DataRow("apply", "jsonl", "apply.jsonl")]
    [DataRow("apply", "markdown", "apply.md")]
    public void AResult_IsPrintedAsReviewed(string command, string format, string golden)
    {
        using var tool = new ToolRun();
        tool.Folder.Write("tidy.json", "{}");
        tool.Result = request => command == "plan" ? Samples.Plan(request.Root) : Samples.Apply(request.Root);
        tool.In(command, "--format", format);
        Golden.AreEqual(golden, tool.Out);
        Assert.AreEqual("", tool.Error);
    }

    [TestMethod]
    [DataRow("plan", "text", "plan-actions.txt")]
    [DataRow("plan", "markdown", "plan-actions.md")]
    [DataRow("apply", "text", "apply-actions.txt")]
    [DataRow("apply", "json", "apply-actions.json")]
    [DataRow("apply", "markdown", "apply-actions.md")]
    public void ActionsThatAreNoMoves_ArePrintedAsReviewed(string command, string format, string golden)
    {
        using var tool = new ToolRun();
        tool.Folder.Write("tidy.json", "{}");
        tool.Result = request => Samples.Actions(request.Command, request.Root);
        tool.In(command, "--format", format);
        Golden.AreEqual(golden, tool.Out);
        Assert.AreEqual("", tool.Error);
    }

    [TestMethod]
    [DataRow("text", "plan-messy.txt")]
    [DataRow("markdown", "plan-messy.md")]
    public void MuchOfTheSame_IsSaidOnce_WithACountAndSomeNames(string format, string golden)
    {
        using var tool = new ToolRun();
        tool.Folder.Write("tidy.json", "{}");
        tool.Result = request => Samples.Messy(request.Root);
        tool.In("plan", "--format", format);
        Golden.AreEqual(golden, tool.Out);
    }

    [TestMethod]
    [DataRow("dotnet tidy init, then dotnet tidy apply")]
    [DataRow("dotnet tidy apply --preset agents", "--preset", "agents")]
    public void WithoutAConfiguration_TheNextCommandIsOneThatWorks(string next, params string[] options)
    {
        using var tool = new ToolRun();
        tool.Result = request => Samples.Plan(request.Root);
        tool.In(["plan", .. options]);
        StringAssert.Contains(tool.Out, $"To carry it out: {next}\n");
    }

    [TestMethod]
    [DataRow("sarif")]
    [DataRow("github")]
    [DataRow("azure")]
    [DataRow("msbuild")]
    [DataRow("jsonl")]
    public void ActionsWithoutDestination_FailNoFormat(string format)
    {
        using var tool = new ToolRun();
        tool.Folder.Write("tidy.json", "{}");
        tool.Result = request => Samples.Actions(request.Command, request.Root);
        Assert.AreEqual(ExitCode.Done, tool.In("plan", "--format", format));
        Assert.AreEqual("", tool.Error);
    }

    [TestMethod]
    public void Verify_CountsWhatIsNoStrayFile_ByItself()
    {
        using var tool = new ToolRun();
        tool.Folder.Write("tidy.json", "{}");
        tool.Result = request => Samples.Actions(RunCommand.Plan, request.Root) with { Command = RunCommand.Verify, Exit = ExitCode.Findings };
        tool.In("verify");
        StringAssert.Contains(tool.Out, "not tidy: 1 file out of place, 2 empty folders to be removed, 2 files to be written, 1 folder to be made,");
    }

    [TestMethod]
    public void EventsHeardOnTheWay_AreNotRepeatedAtTheEnd()
    {
        using var tool = new ToolRun();
        tool.Engine.Setup(e => e.Run(Moq.It.IsAny<RunRequest>(), Moq.It.IsAny<IRunObserver>(), Moq.It.IsAny<CancellationToken>()))
            .Returns((RunRequest request, IRunObserver observer, CancellationToken _) =>
            {
                RunResult result = Samples.Plan(request.Root);
                observer.Started(result.RunId, 2);
                observer.Decided(result.Entries[0]);
                observer.Found(result.Findings[0]);
                return result;
            });
        tool.In("plan", "--preset", "dotnet", "--format", "jsonl");
        string[] events = [.. tool.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('"')[3])];
        CollectionAssert.AreEqual(new[] { "started", "entry", "finding", "entry", "entry", "summary" }, events);
    }

    [TestMethod]
    [DataRow("text", true, "")]
    [DataRow("json", true, "")]
    [DataRow("text", false, "")]
    [DataRow("text", true, "The disk is full.")]
    public void ARunThatChangedSomething_KeepsWhatTheJournalDoesNotHave_AndAFailureToIsANote(string format, bool isRecorded, string problem)
    {
        using var tool = new ToolRun();
        byte[]? kept = null;
        tool.Result = request => Samples.Apply(request.Root) with { IsRecorded = isRecorded };
        tool.Engine.Setup(e => e.KeepReport(Moq.It.IsAny<Tidy.Core.Workspaces.WorkspaceRoot>(), "20261122-031500-4f1c", Moq.It.IsAny<byte[]>()))
            .Callback((Tidy.Core.Workspaces.WorkspaceRoot _, string _, byte[] report) => kept = report).Returns(problem.Length == 0 ? null : problem);

        Assert.AreEqual(ExitCode.Pending, tool.In("apply", "--preset", "dotnet", "--format", format));

        Assert.AreEqual(isRecorded, kept is not null);
        if (isRecorded)
            Golden.AreEqual("kept-report.json", System.Text.Encoding.UTF8.GetString(kept!).Replace(tool.Folder.Root.FullPath, "<root>", StringComparison.Ordinal));
        string note = "note TIDY1004: The report of run 20261122-031500-4f1c was not kept: The disk is full. The run itself is complete.\n";
        Assert.AreEqual(problem.Length == 0 ? "" : note, tool.Error);
    }

    [TestMethod]
    public void ARunThatTheJournalTellsWhole_KeepsNoReport()
    {
        using var tool = new ToolRun();
        tool.Result = request => Samples.Empty(RunCommand.Apply, request.Root) with { Entries = [Samples.Planned("run.log", 1) with { Status = EntryStatus.Moved }], IsRecorded = true };

        tool.In("apply", "--preset", "dotnet");

        tool.Engine.Verify(e => e.KeepReport(Moq.It.IsAny<Tidy.Core.Workspaces.WorkspaceRoot>(), Moq.It.IsAny<string>(), Moq.It.IsAny<byte[]>()), Moq.Times.Never);
    }

    [TestMethod]
    public void ARunBeyondTheLimits_DoesNotClaimToHaveMovedAnything()
    {
        using var tool = new ToolRun();
        tool.Result = request => Samples.Empty(RunCommand.Apply, request.Root) with { Entries = [Samples.Planned("run.log", 1)], Exit = ExitCode.Usage };
        Assert.AreEqual(ExitCode.Usage, tool.In("apply", "--preset", "dotnet"));
        StringAssert.Contains(tool.Out, "1 file would move (1 B). Nothing was moved.");
    }

    [TestMethod]
    public void WhatIsQueuedForAnotherReasonThanALock_IsNotCalledInUse()
    {
        using var tool = new ToolRun();
        Outcome denied = Samples.Planned("run.log", 1) with { Status = EntryStatus.Queued, Reason = FailureReason.Permission, Pending = Samples.Item, Message = "not allowed" };
        tool.Result = request => Samples.Empty(RunCommand.Apply, request.Root) with { Entries = [denied], Exit = ExitCode.Pending };
        tool.In("apply", "--preset", "dotnet");
        StringAssert.Contains(tool.Out, "Could not be moved, queued  1 file\n");
        StringAssert.Contains(tool.Out, "0 files moved (0 B), 1 could not be moved.");
        Assert.IsFalse(tool.Out.Contains("n use", StringComparison.Ordinal), tool.Out);
    }

    [TestMethod]
    public void ManyFiles_AreCountedNotListed()
    {
        using var tool = new ToolRun();
        tool.Result = request => Samples.Empty(RunCommand.Plan, request.Root) with
        {
            Entries = [.. Enumerable.Range(0, 10_000).Select(i => Samples.Planned($"run{i}.log", 1))],
        };
        tool.In("plan", "--preset", "dotnet");
        StringAssert.Contains(tool.Out, "… and 9988 more");
        Assert.IsLessThan(25, tool.Out.Split('\n').Length);
    }

    [TestMethod]
    public void Verbose_ListsAllNames()
    {
        using var tool = new ToolRun();
        tool.Result = request => Samples.Empty(RunCommand.Plan, request.Root) with
        {
            Entries = [.. Enumerable.Range(0, 20).Select(i => Samples.Planned($"run{i}.log", 1))],
        };
        tool.In("plan", "--preset", "dotnet", "--verbose");
        StringAssert.Contains(tool.Out, "run19.log");
    }

    [TestMethod]
    public void Output_GetsTheDataAndStdoutNothing()
    {
        using var tool = new ToolRun();
        string file = tool.Folder.At("report.json");
        tool.In("plan", "--preset", "dotnet", "--format", "json", "--output", file);
        Assert.AreEqual("", tool.Out);
        StringAssert.StartsWith(File.ReadAllText(file), "{\n  \"schema_version\": 1,");
    }

    [TestMethod]
    public void Quiet_SaysOnlyTheLastLine()
    {
        using var tool = new ToolRun();
        tool.Result = request => Samples.Empty(RunCommand.Plan, request.Root) with { Entries = [Samples.Planned("a.log", 3)] };
        tool.In("plan", "--quiet");
        Assert.AreEqual("1 file would move (3 B). Nothing was changed.\n", tool.Out);
        Assert.AreEqual("", tool.Error);
    }
}
