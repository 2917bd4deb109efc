using Moq;
using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Holders;
using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;
using Tidy.Tool.Engine;

namespace Tidy.Tool.Tests;

/// <summary>history, explain and locks.</summary>
[TestClass]
public sealed class InspectionCommandTests
{
    private static readonly RunRecord Run = Samples.Run;

    [TestMethod]
    public void History_ListsRunsAndShowsOne()
    {
        using var tool = new ToolRun();
        tool.Engine.Setup(e => e.History(It.IsAny<WorkspaceRoot>())).Returns([Run]);
        Assert.AreEqual(ExitCode.Done, tool.In("history"));
        StringAssert.Contains(tool.Out, "20261122-031500123-4f1c  apply  2026-11-22 03:15:00 UTC  1 moved, 1 queued");
        Assert.AreEqual(ExitCode.Done, tool.In("history", Run.Id));
        StringAssert.Contains(tool.Out, "    a.log -> archive/a.log");
        StringAssert.Contains(tool.Out, "dotnet tidy undo 20261122-031500123-4f1c");
    }

    [TestMethod]
    public void AnUnknownRun_IsAUsageError()
    {
        using var tool = new ToolRun();
        tool.Engine.Setup(e => e.History(It.IsAny<WorkspaceRoot>())).Returns([Run]);
        Assert.AreEqual(ExitCode.Usage, tool.In("history", "nope"));
        StringAssert.Contains(tool.Error, "There is no run 'nope'");
    }

    [TestMethod]
    public void Locks_NamesTheHolderAndTheRemedy()
    {
        using var tool = new ToolRun();
        string file = tool.Folder.Write("a.dll", "x");
        tool.Engine.Setup(e => e.FindUse(It.IsAny<IReadOnlyList<string>>(), InUsePolicy.Any))
            .Returns([new PathUse(file, FileUse.InUse, [new Holder(968, "VBCSCompiler", FixedClock.Now)])]);
        Assert.AreEqual(ExitCode.Findings, tool.Bare("locks", file));
        Assert.AreEqual(
            "in use   <root>/a.dll\n         held by VBCSCompiler (968), since 2026-11-22 03:15:00 UTC\n         try     dotnet build-server shutdown --vbcscompiler\n",
            tool.Out);
    }

    [TestMethod]
    public void LocksWait_EndsWhenTheFileIsFree()
    {
        using var tool = new ToolRun();
        string file = tool.Folder.Write("a.dll", "x");
        tool.Engine.SetupSequence(e => e.FindUse(It.IsAny<IReadOnlyList<string>>(), InUsePolicy.Any))
            .Returns([new PathUse(file, FileUse.InUse, [])])
            .Returns([new PathUse(file, FileUse.Free, [])]);
        Assert.AreEqual(ExitCode.Done, tool.Bare("locks", file, "--wait", "--format", "json"));
        StringAssert.Contains(tool.Out, "\"use\": \"free\"");
    }
}
