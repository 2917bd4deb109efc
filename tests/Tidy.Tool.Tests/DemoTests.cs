using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Queue;
using Moq;
using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Explaining;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;
using Tidy.Tool.Demo;
using Tidy.Tool.Engine;

namespace Tidy.Tool.Tests;

[TestClass]
public sealed class DemoTests
{
    [TestMethod]
    public void TheWorkspace_IsMadeAsListedAndRemoved()
    {
        string folder;
        using (var workspace = DemoWorkspace.Create(FixedClock.Now, keep: false))
        {
            folder = workspace.Root.FullPath;
            var files = workspace.Snapshot();
            Assert.HasCount(DemoFile.All().Count + 1, files);
            foreach (DemoFile file in DemoFile.All())
                Assert.AreEqual(file.Size, new FileInfo(workspace.At(file.Path)).Length, file.Path);
        }

        Assert.IsFalse(Directory.Exists(folder));
    }

    [TestMethod]
    public void TheHolder_HoldsTheFileUntilItIsReleased()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("run.log", "content");
        var holder = DemoHolder.Hold(file, CancellationToken.None);
        using var process = System.Diagnostics.Process.GetProcessById(holder.ProcessId);
        // FileShare.None is a lock that .NET itself respects on every system.
        Assert.ThrowsExactly<IOException>(() => File.Open(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose());
        holder.Dispose();
        File.Open(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
        Assert.IsTrue(process.HasExited);
    }

    [TestMethod]
    public void TheStory_IsToldToTheEndAndCleansUp()
    {
        using var tool = PlayedEngine();
        Assert.AreEqual(ExitCode.Done, tool.Bare("demo"), tool.Out + tool.Error);
        string[] typed = [.. tool.Out.Split('\n').Where(l => l.StartsWith("$ ", StringComparison.Ordinal))];
        CollectionAssert.AreEqual(
            new[]
            {
                "$ dotnet tidy plan", "$ dotnet tidy explain app.db", "$ dotnet tidy apply", "$ dotnet tidy queue list", "$ dotnet tidy apply",
                "$ dotnet tidy verify", "$ dotnet tidy undo run-1",
            },
            typed);
        StringAssert.Contains(tool.Out, "files are back where they were, byte for byte.");
        Assert.IsFalse(Directory.Exists(tool.Request!.Root.FullPath));
    }

    [TestMethod]
    public void AStoryThatGoesWrong_IsNotCalledASuccess()
    {
        using var tool = PlayedEngine();
        tool.Result = request => Samples.Empty(request.Command, request.Root) with { Exit = request.Command == RunCommand.Verify ? ExitCode.Findings : ExitCode.Done };
        Assert.AreEqual(ExitCode.Unexpected, tool.Bare("demo"));
    }

    [TestMethod]
    public void AFileThatIsNotBack_IsNoticed()
    {
        using var tool = PlayedEngine();
        var answer = tool.Result;
        tool.Result = request =>
        {
            if (request.Command == RunCommand.Undo)
                File.Delete(Path.Combine(request.Root.FullPath, "build.binlog"));
            return answer(request);
        };
        Assert.AreEqual(ExitCode.Unexpected, tool.Bare("demo"));
        StringAssert.Contains(tool.Out, "The workspace is not as it was");
    }

    [TestMethod]
    public void Keep_LeavesTheWorkspace()
    {
        using var tool = PlayedEngine();
        tool.Bare("demo", "--keep");
        string folder = tool.Request!.Root.FullPath;
        Assert.IsTrue(Directory.Exists(folder));
        StringAssert.Contains(tool.Out, $"The workspace is still there: {folder}");
        Directory.Delete(folder, recursive: true);
    }

    [TestMethod]
    public void ACancelledDemo_CleansUp()
    {
        using var tool = PlayedEngine();
        string? folder = null;
        using var cancel = new CancellationTokenSource();
        tool.Engine.Setup(e => e.Run(It.IsAny<RunRequest>(), It.IsAny<IRunObserver>(), It.IsAny<CancellationToken>()))
            .Callback((RunRequest request, IRunObserver _, CancellationToken _) => { folder = request.Root.FullPath; cancel.Cancel(); })
            .Throws<OperationCanceledException>();
        using var output = new StringWriter();
        var app = new TidyApp(tool.Engine.Object, new ToolConsole(output, output) { Clock = new FixedClock() }, cancel.Token);
        Assert.AreEqual(ExitCode.Cancelled, app.Run(["demo"]));
        Assert.IsFalse(Directory.Exists(folder));
    }

    [TestMethod]
    public void ASnapshot_SeesAChangedByte()
    {
        using var workspace = DemoWorkspace.Create(FixedClock.Now, keep: false);
        var before = workspace.Snapshot();
        CollectionAssert.AreEqual(before, workspace.Snapshot());
        File.AppendAllText(workspace.At("build.binlog"), "x");
        CollectionAssert.AreNotEqual(before, workspace.Snapshot());
    }

    /// <summary>An engine that moves nothing but answers as one would.</summary>
    private static ToolRun PlayedEngine()
    {
        var tool = new ToolRun();
        int applied = 0;
        tool.Result = request => Samples.Empty(request.Command, request.Root) with
        {
            Exit = request.Command == RunCommand.Apply && applied++ == 0 ? ExitCode.Pending : ExitCode.Done,
        };
        tool.Queue.Setup(q => q.List(null)).Returns(new QueueAnswer([Samples.Item], []));
        tool.Engine.Setup(e => e.Explain(It.IsAny<WorkspaceRoot>(), It.IsAny<TidyConfig>(), It.IsAny<ExplainedPath>()))
            .Returns(new Explanation { Path = ExplainedPath.Parse("app.db"), Kind = FileKind.File, Git = new GitAnswer(null, null, WasAsked: false) });
        tool.Engine.Setup(e => e.History(It.IsAny<WorkspaceRoot>())).Returns([Samples.Run with { Id = "run-1" }]);
        return tool;
    }
}
