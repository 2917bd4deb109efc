using System.Globalization;
using Tidy.Core.Tests;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Sweeps;

/// <summary>
/// The real tool gets SIGKILL at the system calls that could change a file system, one after the other. Whichever it was: after one more
/// run nothing is lost.
/// </summary>
[TestClass]
[TestCategory("sweep")]
[OSCondition(OperatingSystems.Linux)]
public sealed class KillSweepTests(TestContext context)
{
    private const int Sampled = 10;

    private static readonly Lazy<SceneFiles> Files = new();

    public static IEnumerable<object[]> Scenes => Scene.All.Select(s => new object[] { s.Name });

    [TestMethod]
    [DynamicData(nameof(Scenes))]
    public void KilledAtAnyCall_OneMoreRunFindsEverything(string name)
    {
        Scene scene = Scene.All.Single(s => s.Name == name);
        (IReadOnlyList<SystemCall> calls, Undisturbed undisturbed) = Watch(scene);
        IReadOnlyList<SystemCall> points = Chance.Sample($"kill {name}", calls, Sampled);
        int killed = points.Count(point => Kill(scene, point, undisturbed));

        Assert.IsGreaterThanOrEqualTo(points.Count - Math.Max(1, points.Count / 10), killed, $"the kills must hit {Chance.Repeat}"); // a thread may make a call more or less than last time
        Figures.Report(context, $"Kill sweep: {name}", string.Create(CultureInfo.InvariantCulture, $"{points.Count} of {calls.Count} calls"), $"{killed} killed, 0 files lost");
    }

    [ClassCleanup]
    public static void CleanUp()
    {
        if (Files.IsValueCreated)
            Files.Value.Dispose();
    }

    private static (IReadOnlyList<SystemCall> Calls, Undisturbed Undisturbed) Watch(Scene scene)
    {
        using SweptWorkspace workspace = new(scene, Files.Value);
        string[] queue = scene.OnlyQueue ? workspace.QueueLines : [];
        (ToolAnswer answer, IReadOnlyList<SystemCall> calls) = TracedTool.Watch(workspace.FullPath, SystemCall.Changing, workspace.Command);
        Assert.IsTrue(answer.Exit is 0 or 3, answer.ToString());
        Assert.IsGreaterThan(5, calls.Count);
        string[] treeAfter = workspace.Tree;
        string[] queueAfter = scene.OnlyQueue ? workspace.QueueLines : [];
        workspace.AssertRecovers("undisturbed");
        return (calls, new Undisturbed(queue, queueAfter, treeAfter, workspace.Tree));
    }

    private static bool Kill(Scene scene, SystemCall point, Undisturbed undisturbed)
    {
        string at = $"{scene}, killed at {point} {Chance.Repeat}";
        using SweptWorkspace workspace = new(scene, Files.Value);
        ToolAnswer answer = TracedTool.Kill(workspace.FullPath, point, workspace.Command);
        if (scene.OnlyQueue)
        {
            string queue = string.Join('\n', workspace.QueueLines);
            Assert.IsTrue(queue == string.Join('\n', undisturbed.QueueBefore) || queue == string.Join('\n', undisturbed.QueueAfter), $"{at}: {queue}");
        }

        if (scene.IsFinishedByItself)
            AssertFinishedByItself(workspace, undisturbed, at);
        workspace.AssertRecovers(at);
        if (scene.Converges)
            CollectionAssert.AreEqual(undisturbed.Tree, workspace.Tree, $"{at}: {string.Join('\n', workspace.Tree.Except(undisturbed.Tree))}");
        return answer.Exit == TracedTool.Killed;
    }

    private static void AssertFinishedByItself(SweptWorkspace workspace, Undisturbed undisturbed, string at)
    {
        ToolAnswer again = workspace.Tidy(workspace.Command);
        Assert.IsTrue(again.Exit is 0 or 3 || again.Error.Contains("no run to undo", StringComparison.Ordinal), $"{at}: {again}");
        CollectionAssert.AreEqual(undisturbed.TreeAfter, workspace.Tree, $"{at}: {string.Join('\n', workspace.Tree.Except(undisturbed.TreeAfter))}");
    }

    /// <summary>What the scene gives when nothing interrupts it.</summary>
    /// <param name="TreeAfter">Right after it.</param>
    /// <param name="Tree">After one more run.</param>
    private sealed record Undisturbed(string[] QueueBefore, string[] QueueAfter, string[] TreeAfter, string[] Tree);
}
