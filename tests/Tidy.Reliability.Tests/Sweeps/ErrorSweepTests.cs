using System.Globalization;
using System.Text.Json;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests;

/// <summary>
/// Each system call of the real tool that is about the workspace fails in turn, with each error that a file system may answer. Whichever it
/// was: the run says what happened and ends with an exit code that means something, and after one more run nothing is lost.
/// </summary>
[TestClass]
[TestCategory("sweep")]
[OSCondition(OperatingSystems.Linux)]
public sealed class ErrorSweepTests(TestContext context)
{
    private const int Sampled = 12;

    private static readonly string[] Errors = ["EBUSY", "EXDEV", "EROFS", "ENOSPC", "EIO", "EACCES", "EMFILE"];

    private static readonly string[] Swept = ["apply", "apply across volumes", "undo", "retry", "recovery of an apply", "restored queue", "queue hold", "queue clear"];

    private static readonly Lazy<SceneFiles> Files = new();

    public static IEnumerable<object[]> Scenes => Swept.Select(s => new object[] { s });

    [TestMethod]
    [DynamicData(nameof(Scenes))]
    public void AnyCallFailsInAnyWay_ItIsSaid_AndNothingIsLost(string name)
    {
        Scene scene = Scene.All.Single(s => s.Name == name);
        IReadOnlyList<SystemCall> calls = Watch(scene);
        (SystemCall Call, string Error)[] all = [.. calls.SelectMany((call, n) => ErrorsFor(n).Select(error => (call, error)))];
        IReadOnlyList<(SystemCall Call, string Error)> points = Chance.Sample($"errors {name}", all, Sampled);
        int failed = points.Count(point => Fail(scene, point.Call, point.Error));

        Figures.Report(
            context,
            $"Error sweep: {name}",
            string.Create(CultureInfo.InvariantCulture, $"{points.Count} errors at {calls.Count} calls"),
            $"{failed} runs ended with a code other than 0, 0 files lost, 0 stack traces");
    }

    [ClassCleanup]
    public static void CleanUp()
    {
        if (Files.IsValueCreated)
            Files.Value.Dispose();
    }

    /// <summary>A sweep of all pairs takes hours: TIDY_ERRORS=all. Otherwise each call has one error, another than its neighbours, and others for each seed.</summary>
    private static string[] ErrorsFor(int call) =>
        Environment.GetEnvironmentVariable("TIDY_ERRORS") == "all" ? Errors : [Errors[(call + (Chance.Seed % Errors.Length)) % Errors.Length]];

    private static IReadOnlyList<SystemCall> Watch(Scene scene)
    {
        using SweptWorkspace workspace = new(scene, Files.Value);
        (ToolAnswer answer, IReadOnlyList<SystemCall> calls) = TracedTool.Watch(workspace.FullPath, SystemCall.Failing, workspace.Command);
        Assert.IsTrue(answer.Exit is 0 or 3, answer.ToString());
        return calls;
    }

    private static bool Fail(Scene scene, SystemCall call, string error)
    {
        string at = $"{scene}, {error} from {call} {Chance.Repeat}";
        using SweptWorkspace workspace = new(scene, Files.Value);
        ToolAnswer answer = TracedTool.Fail(workspace.FullPath, call, error, [.. workspace.Command, "--format", "json"]);
        AssertIsSaid(answer, at);
        workspace.AssertRecovers(at);
        return answer.Exit != 0;
    }

    /// <summary>One object on stdout for every exit code; codes for people where something went wrong; never a stack trace.</summary>
    private static void AssertIsSaid(ToolAnswer answer, string at)
    {
        Assert.IsTrue(answer.Exit is >= 0 and <= 5, $"{at}: {answer}");
        string said = answer.Out + answer.Error;
        Assert.DoesNotContain("   at ", said, $"{at}: a stack trace\n{answer}");
        Assert.DoesNotContain("Unhandled", said, at);
        Assert.AreEqual(JsonValueKind.Object, answer.Json.ValueKind, at);
        if (answer.Exit is 2 or 4 or 5)
            Assert.Contains("TIDY", said, $"{at}: no code\n{answer}");
    }
}
