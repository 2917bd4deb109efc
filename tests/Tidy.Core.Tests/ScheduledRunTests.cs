using Tidy.Core.Locking;
using Tidy.Core.Scheduling;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class ScheduledRunTests
{
    [TestMethod]
    public void EachWorkspace_IsTidiedAsABuildWouldDoIt_ByAProcessOfItsOwn()
    {
        using ScheduleScene scene = new();
        scene.Tool = new ToolCommand("/opt/dotnet", ["exec", "/opt/dotnet-tidy.dll"], new Dictionary<string, string> { ["DOTNET_ROOT"] = "/opt" });
        Register(scene, "shop");
        var tool = new PlayedTool(_ => PlayedTool.Report(ExitCode.Done, moved: 3, pending: 1));

        ScheduleRun run = Run(scene, tool, "cron")!;

        SystemCommand command = tool.Started.Single();
        Assert.AreEqual("/opt/dotnet", command.Program);
        CollectionAssert.AreEqual(
            new[] { "exec", "/opt/dotnet-tidy.dll", "apply", "--workspace", scene.At("shop"), "--automatic", "--allow-pending", "--format", "json", "--lock-timeout", "30s" },
            command.Arguments.ToArray());
        Assert.AreEqual(("0", "/opt"), (command.Environment["GIT_TERMINAL_PROMPT"], command.Environment["DOTNET_ROOT"]));
        Assert.IsEmpty(command.Input);
        WorkspaceRun visited = run.Workspaces.Single();
        Assert.AreEqual((WorkspaceRunState.Done, 0, 3, 1, null), (visited.State, visited.ExitCode, visited.Moved, visited.Pending, visited.Message));
        ScheduleRun kept = scene.Log.Read().Single();
        Assert.AreEqual((run.Id, "cron", run.EndedAt), (kept.Id, kept.StartedBy, kept.EndedAt));
        Assert.AreEqual(visited, kept.Workspaces.Single());
    }

    [TestMethod]
    public void WhateverHappensInOne_TheOthersAreServed()
    {
        using ScheduleScene scene = new();
        Register(scene, "broken", "busy", "fails", "hangs", "babbles", "done", "gone", "unconfigured");
        File.Delete(scene.At("unconfigured/tidy.json"));
        Directory.Delete(scene.At("gone"), recursive: true);
        WorkspaceList list = scene.Registry.Read();
        scene.Registry.Write(list.With(scene.At("no-drive/shop"), scene.Clock.Now));
        var tool = new PlayedTool(path => Path.GetFileName(path) switch
        {
            "broken" => PlayedTool.Report(ExitCode.Usage, error: "the plan is too large"),
            "busy" => PlayedTool.Report(ExitCode.Busy, error: "held by another"),
            "fails" => PlayedTool.Report(ExitCode.Unexpected),
            "hangs" => new CommandAnswer(null, [], "it took longer than 600 s and was ended"),
            "babbles" => new CommandAnswer(134, "no JSON"u8.ToArray(), "Aborted\n"),
            "done" => PlayedTool.Report(ExitCode.Done, moved: 1),
            _ => throw new AssertFailedException(path),
        });

        ScheduleRun run = Run(scene, tool)!;

        string[] told = [.. run.Workspaces.Select(w => $"{Path.GetRelativePath(scene.At(""), w.Path)}: {w.State} {w.ExitCode} {w.Message}")];
        CollectionAssert.AreEqual(
            new[]
            {
                "broken: Broken 2 TIDY9004: the plan is too large",
                "busy: Busy 5 TIDY9004: held by another",
                "fails: Failed 4 Its run ended with 4.",
                "hangs: TimedOut  it did not answer: it took longer than 600 s and was ended",
                "babbles: Failed 134 it ended with 134: Aborted",
                "done: Done 0 ",
                "gone: Missing  The folder is gone.",
                "unconfigured: Broken  There is no tidy.json any more. 'dotnet tidy init' writes one.",
                "no-drive/shop: Away  Neither it nor the folder around it is there now: perhaps a drive that is not connected.",
            },
            told);
        Assert.HasCount(9, scene.Registry.Read().Workspaces, "none is taken off but by a person");
        Assert.HasCount(6, run.Workspaces.Where(w => w.IsFailure).ToArray());
    }

    [TestMethod]
    public void WhenTheTimeIsUp_TheRestIsSkipped_AndComesFirstNextTime()
    {
        using ScheduleScene scene = new();
        Register(scene, "a", "b", "c", "d");
        var tool = new PlayedTool(_ =>
        {
            scene.Clock.Advance(TimeSpan.FromMinutes(10));
            return PlayedTool.Report(ExitCode.Done);
        });

        ScheduleRun first = Run(scene, tool)!;
        CollectionAssert.AreEqual(new[] { 10.0, 10.0, 5.0 }, tool.Started.Select(c => c.TimeLimit.TotalMinutes).ToArray());
        Assert.AreEqual((WorkspaceRunState.Skipped, scene.At("d")), (first.Workspaces[3].State, first.Workspaces[3].Path));

        ScheduleRun second = Run(scene, tool)!;
        Assert.AreEqual(scene.At("d"), second.Workspaces[0].Path);
        Assert.AreEqual(WorkspaceRunState.Done, second.Workspaces[0].State);
    }

    [TestMethod]
    public void Cancelled_ItStartsNothingMore_AndWritesDownWhatItDid()
    {
        using ScheduleScene scene = new();
        Register(scene, "a", "b");
        using var cancel = new CancellationTokenSource();
        var tool = new PlayedTool(_ =>
        {
            cancel.Cancel();
            return PlayedTool.Report(ExitCode.Cancelled);
        });

        ScheduleRun run = new ScheduledRun(scene.Place.Folder, scene.Tool, tool, scene.Services).Execute("systemd", _ => { }, cancel.Token)!;

        CollectionAssert.AreEqual(new[] { WorkspaceRunState.Failed, WorkspaceRunState.Skipped }, run.Workspaces.Select(w => w.State).ToArray());
        Assert.HasCount(1, tool.Started);
        Assert.IsNotNull(scene.Log.Read().Single().EndedAt);
    }

    [TestMethod]
    public void WhileAnotherIsAtWork_ThereIsNothingToDo()
    {
        using ScheduleScene scene = new();
        Register(scene, "a");
        using OsLock held = OsLock.TryAcquire(scene.Place.Folder.File("schedule-run.lock"), TimeSpan.Zero, TimeProvider.System)!;
        var tool = new PlayedTool(_ => throw new AssertFailedException("it must not start"));
        Assert.IsNull(Run(scene, tool));
        Assert.IsEmpty(scene.Log.Read());
    }

    [TestMethod]
    public void ARunThatWasKilled_IsInTheRecordAsOneThatBegan()
    {
        using ScheduleScene scene = new();
        Register(scene, "a");
        var tool = new PlayedTool(_ => throw new InvalidOperationException("as if the power failed"));
        Assert.ThrowsExactly<InvalidOperationException>(() => Run(scene, tool));
        Assert.IsNull(scene.Log.Read().Single().EndedAt);
    }

    private static ScheduleRun? Run(ScheduleScene scene, PlayedTool tool, string startedBy = ScheduleRun.Person)
    {
        List<WorkspaceRun> seen = [];
        ScheduleRun? run = new ScheduledRun(scene.Place.Folder, scene.Tool, tool, scene.Services).Execute(startedBy, seen.Add, CancellationToken.None);
        CollectionAssert.AreEqual(seen, run?.Workspaces.ToArray() ?? []);
        return run;
    }

    private static void Register(ScheduleScene scene, params string[] names)
    {
        scene.Place.Folder.Ensure();
        WorkspaceList list = WorkspaceList.Empty;
        foreach (string name in names)
        {
            scene.Write($"{name}/tidy.json", "{}");
            list = list.With(scene.At(name), scene.Clock.Now);
        }

        scene.Registry.Write(list);
    }
}
