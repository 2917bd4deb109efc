using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Task = System.Threading.Tasks.Task;
using Tidy.Build.Calls;
using Tidy.Build.Gates;
using Tidy.Core.Builds;

namespace Tidy.Build.Tests;

/// <summary>The task with a program of our own in the tool's place.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class RunTidyTests : IDisposable
{
    private const string Stray = """{"event":"entry","src":"x.log","dest":"archive/x.log","status":"planned","message":"a log","code":"TIDY2001"}""";

    private readonly BuildFolder folder = new();
    private readonly RecordedBuild build = new();
    private StandInTool? tool;

    public void Dispose()
    {
        build.End();
        tool?.Delete();
        folder.Dispose();
    }

    [TestMethod]
    public void Execute_GateNotDue_StartsNothing()
    {
        tool = new StandInTool(folder, Says());
        Directory.CreateDirectory(folder.Workspace.StateFolder);

        Assert.IsTrue(tool.Task(build, "BeforeBuild").Execute());

        Assert.IsEmpty(tool.Starts);
    }

    [TestMethod]
    public void Execute_AnotherCallHoldsTheStartLock_StartsNothing()
    {
        tool = new StandInTool(folder, Says());
        using (StartLock.TryTake(folder.Workspace))
        {
            Assert.IsTrue(tool.Task(build).Execute());
        }

        Assert.IsEmpty(tool.Starts);
        Assert.IsTrue(tool.Task(build).Execute());
        Assert.HasCount(1, tool.Starts);
    }

    [TestMethod]
    public void Execute_StateFolderMadeHere_IsHiddenFromGit()
    {
        tool = new StandInTool(folder, Says());

        tool.Task(build).Execute();

        Assert.AreEqual("*\n", File.ReadAllText(Path.Combine(folder.Workspace.RunsFolder, ".gitignore")));
        Assert.AreEqual("*\n", File.ReadAllText(Path.Combine(folder.Workspace.StateFolder, ".gitignore")));
    }

    [TestMethod]
    public void Execute_RunsFolderOfAnotherOwner_IsNotHiddenFromGit()
    {
        tool = new StandInTool(folder, Says());
        Directory.CreateDirectory(folder.Workspace.RunsFolder);

        tool.Task(build).Execute();

        Assert.IsFalse(File.Exists(Path.Combine(folder.Workspace.RunsFolder, ".gitignore")));
        Assert.IsTrue(File.Exists(Path.Combine(folder.Workspace.StateFolder, ".gitignore")));
    }

    [TestMethod]
    public void StartLock_TakenByManyAtOnceInANewWorkspace_LeavesBothFoldersHidden()
    {
        for (int round = 0; round < 50; round++)
        {
            using BuildFolder fresh = new();
            Parallel.For(0, 4, _ => StartLock.TryTake(fresh.Workspace)?.Dispose());

            Assert.AreEqual("*\n", File.ReadAllText(Path.Combine(fresh.Workspace.RunsFolder, ".gitignore")));
            Assert.AreEqual("*\n", File.ReadAllText(Path.Combine(fresh.Workspace.StateFolder, ".gitignore")));
        }
    }

    [TestMethod]
    public void Execute_RetryThatFailed_IsTriedAgainAfterAPauseThoughTheQueueIsTheSame()
    {
        tool = new StandInTool(folder, "exit 5");
        folder.WriteQueue();
        tool.Task(build, "BeforeBuild", "Retry").Execute();

        BuildCall call = folder.Call(BuildHook.BeforeBuild, TidyMode.Retry);
        Assert.AreEqual(GateVerdict.NotDue, new GateCheck(call, Now.Utc).Verdict());
        Assert.AreEqual(GateVerdict.Due, new GateCheck(call, Now.Utc.AddSeconds(11)).Verdict());
    }

    [TestMethod]
    public void Execute_StateFolderIsALink_StartsNothingAndFollowsNothing()
    {
        tool = new StandInTool(folder, Says());
        string outside = Path.GetDirectoryName(tool.Path)!;
        File.CreateSymbolicLink(folder.Workspace.RunsFolder, outside);

        Assert.IsTrue(tool.Task(build).Execute());

        Assert.IsEmpty(tool.Starts);
        Assert.HasCount(1, Directory.GetFileSystemEntries(outside));
    }

    [TestMethod]
    public void Execute_WarningsOfTheTool_DoNotFailTheTask()
    {
        tool = new StandInTool(folder, Says(Stray) + "\nexit 1");

        Assert.IsTrue(tool.Task(build, mode: "Verify").Execute());

        Assert.AreEqual("TIDY2001", build.Warnings.Single().Code);
        Assert.IsEmpty(build.Errors);
    }

    [TestMethod]
    public void Execute_ErrorOfTheTool_FailsTheTask()
    {
        tool = new StandInTool(folder, Prints("""{"event":"finding","code":"TIDY9002","level":"error","path":"tidy.json","message":"wrong","line":1,"column":2}""") + "\nexit 2");

        Assert.IsFalse(tool.Task(build).Execute());

        Assert.AreEqual("TIDY9002", build.Errors.Single().Code);
    }

    [TestMethod]
    public void Execute_NoRunTime_WarnsOnceInABuildAndTheBuildGoesOn()
    {
        tool = new StandInTool(folder, "echo 'You must install or update .NET to run this application.' >&2\nexit 150");

        Assert.IsTrue(tool.Task(build).Execute());
        Assert.IsTrue(tool.Task(build.Beside()).Execute());

        Assert.HasCount(1, tool.Starts);
        Assert.AreEqual("TIDY9014", build.Warnings.Single().Code);
        StringAssert.Contains(build.Warnings[0].Message, ".NET 10 run time");

        build.End();
        RecordedBuild next = new();
        Assert.IsTrue(tool.Task(next).Execute());
        next.End();
        Assert.AreEqual("TIDY9014", next.Warnings.Single().Code, "the next build says it again");
    }

    [TestMethod]
    public void Execute_ToolThatBreaks_WarnsWithWhatItSaid()
    {
        tool = new StandInTool(folder, "echo 'Segmentation fault'\nexit 139");

        Assert.IsTrue(tool.Task(build).Execute());

        StringAssert.Contains(build.Warnings.Single().Message, "ended with 139 before it was done; the build goes on. It said: Segmentation fault");
    }

    [TestMethod]
    [DataRow("BeforeBuild")]
    [DataRow("AfterBuild")]
    public void Execute_UsedFiles_GoToTheToolAsAListOfThoseInTheWorkspace(string hook)
    {
        folder.WriteQueue();
        tool = new StandInTool(folder, """while [ "$1" != "--protect-from" ]; do shift; done; cp "$2" "$0.used";""" + "\n" + Says());
        RunTidy task = tool.Task(build, hook);
        task.UsedFiles = [new TaskItem(folder.Root + "/src/a b.cs"), new TaskItem("/elsewhere/c.cs"), new TaskItem(folder.Root + "/data.json")];

        Assert.IsTrue(task.Execute());

        CollectionAssert.AreEqual(new[] { folder.Root + "/src/a b.cs", folder.Root + "/data.json" }, File.ReadAllLines(tool.Path + ".used"));
    }

    [TestMethod]
    public void Execute_ProjectsOfOneBuildWithNothingNew_SayItOnceAndTheNextBuildAgain()
    {
        tool = new StandInTool(folder, Says(Stray));

        for (int pass = 1; pass <= 3; pass++)
        {
            var first = new RecordedBuild();
            RecordedBuild[] projects = [first, first.Beside(), first.Beside()];
            foreach (RecordedBuild project in projects)
            {
                Assert.IsTrue(tool.Task(project, mode: "Verify").Execute());
                SettleGate();
            }

            first.End();
            Assert.HasCount(1, projects.SelectMany(p => p.Warnings), "one warning a build");
            Assert.HasCount(pass, tool.Starts);
        }
    }

    [TestMethod]
    public void Execute_NextBuildOnAnotherNode_SaysItAgain()
    {
        tool = new StandInTool(folder, Says(Stray));
        RecordedBuild next = new();

        tool.Task(build, mode: "Verify").Execute();
        build.End();
        SettleGate();
        tool.Task(next, mode: "Verify").Execute();
        next.End();

        Assert.HasCount(1, next.Warnings);
    }

    [TestMethod]
    public void Cancel_WhileTheToolRuns_EndsItSoon()
    {
        tool = new StandInTool(folder, "echo started > \"$0.running\"\nsleep 60");
        RunTidy task = tool.Task(build);
        Task<bool> running = Task.Run(task.Execute);
        SpinWait.SpinUntil(() => File.Exists(tool.Path + ".running"), TimeSpan.FromSeconds(30));

        task.Cancel();

        Assert.IsTrue(running.Wait(TimeSpan.FromSeconds(20)), "the tool was not ended");
        Assert.IsFalse(File.Exists(folder.Workspace.State(GateFile.Name)), "a run that was cut off leaves no gate");
        Assert.IsFalse(build.Warnings.Exists(w => w.Subcategory == "Tidy"), "only MSBuild itself says that it ends a program");
    }

    /// <summary>Whole output of a run that started and ended.</summary>
    private static string Says(params string[] events) => Prints(
        ["""{"event":"started","schema_version":1}""", .. events, """{"event":"summary","exit_code":0}"""]);

    private static string Prints(params string[] lines) => "cat <<'END'\n" + string.Join('\n', lines) + "\nEND";

    /// <summary>The stand-in leaves no gate, so the task left one; its own writing changed the folder since then.</summary>
    private void SettleGate()
    {
        GateFile gate = GateCheck.Read(folder.Workspace.State(GateFile.Name))!;
        Assert.IsTrue(gate.SaysAgain);
        Assert.IsTrue(gate.Watched.All(w => GateStamp.Of(w.Key).Equals(w.Value)));
    }
}
