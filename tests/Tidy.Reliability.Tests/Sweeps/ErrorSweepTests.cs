using System.Globalization;
using System.Text.Json;
using Tidy.Core.Tests;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Sweeps;

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

    /// <summary>Each with the reason that a move has when its rename fails so. What is in use gets a second try, and what is on another volume is copied: those may succeed.</summary>
    private static readonly Dictionary<string, string?> Errors = new()
    {
        ["EBUSY"] = "locked",
        ["EXDEV"] = null,
        ["EROFS"] = "read_only_fs",
        ["ENOSPC"] = "disk_full",
        ["EIO"] = "unknown",
        ["EACCES"] = "permission",
        ["EMFILE"] = "unknown",
    };

    private static readonly string[] Swept = ["apply", "apply across volumes", "undo", "retry", "recovery of an apply", "restored queue", "init", "queue hold", "queue clear"];

    private static readonly Lazy<SceneFiles> Files = new();

    public static IEnumerable<object[]> Scenes => Swept.Select(s => new object[] { s });

    [TestMethod]
    [DynamicData(nameof(Scenes))]
    public void AnyCallFailsInAnyWay_ItIsSaid_AndNothingIsLost(string name)
    {
        Scene scene = Scene.All.Single(s => s.Name == name);
        (IReadOnlyList<SystemCall> calls, int exit) = Watch(scene);
        (SystemCall Call, string Error)[] all = [.. calls.SelectMany((call, n) => ErrorsFor(n).Select(error => (call, error)))];
        IReadOnlyList<(SystemCall Call, string Error)> points = Chance.Sample($"errors {name}", all, Sampled);
        int noticed = points.Count(point => Fail(scene, point.Call, point.Error) != exit);

        Figures.Report(
            context,
            $"Error sweep: {name}",
            string.Create(CultureInfo.InvariantCulture, $"{points.Count} errors at {calls.Count} calls"),
            string.Create(CultureInfo.InvariantCulture, $"{noticed} ended with another exit code, 0 files lost, 0 stack traces"));
    }

    /// <summary>Without descriptors nobody can be asked who has the file open; a rename would succeed, and harm.</summary>
    [TestMethod]
    [DataRow("openat", "EMFILE")]
    [DataRow("fcntl", "EIO")]
    public void AFileInUse_ThatCannotBeAskedAboutJustNow_Waits(string name, string error)
    {
        Scene scene = Scene.All.Single(s => s.Name == "apply");
        using SweptWorkspace workspace = new(scene, Files.Value);
        string held = Path.Combine(workspace.FullPath, SceneFiles.Held);
        ToolAnswer answer = TracedTool.FailAbout(workspace.FullPath, held, name, error, [.. workspace.Command, "--format", "json"]);
        Assert.AreEqual("queued", answer.Status(SceneFiles.Held), answer.ToString());
        workspace.AssertRecovers($"{error} from {name}");
    }

    [ClassCleanup]
    public static void CleanUp()
    {
        if (Files.IsValueCreated)
            Files.Value.Dispose();
    }

    /// <summary>A sweep of all pairs takes hours: TIDY_ERRORS=all. Otherwise each call has one error, another than its neighbours, and others for each seed.</summary>
    private static string[] ErrorsFor(int call) =>
        Environment.GetEnvironmentVariable("TIDY_ERRORS") == "all" ? [.. Errors.Keys] : [Errors.Keys.ElementAt((call + (Chance.Seed % Errors.Count)) % Errors.Count)];

    private static (IReadOnlyList<SystemCall> Calls, int Exit) Watch(Scene scene)
    {
        using SweptWorkspace workspace = new(scene, Files.Value);
        (ToolAnswer answer, IReadOnlyList<SystemCall> calls) = TracedTool.Watch(workspace.FullPath, SystemCall.Failing, workspace.Command);
        Assert.IsTrue(answer.Exit is 0 or 3, answer.ToString());
        return (calls, answer.Exit);
    }

    private static int Fail(Scene scene, SystemCall call, string error)
    {
        string at = $"{scene}, {error} from {call} {Chance.Repeat}";
        using SweptWorkspace workspace = new(scene, Files.Value);
        ToolAnswer answer = TracedTool.Fail(workspace.FullPath, call, error, [.. workspace.Command, "--format", "json"]);
        AssertIsSaid(answer, at);
        if (call.Name == "renameat2" && Errors[error] is { } reason)
            AssertIsClassified(answer, call, reason, workspace.FullPath, at);
        workspace.AssertRecovers(at, probeIsDenied: error == "EACCES" && call.Line.Contains(SceneFiles.Held, StringComparison.Ordinal));
        return answer.Exit;
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

    /// <summary>The rename of a file of the workspace: its entry tells the reason.</summary>
    private static void AssertIsClassified(ToolAnswer answer, SystemCall rename, string reason, string folder, string at)
    {
        string source = Path.GetRelativePath(folder, rename.Line.Split('"')[1]).Replace('\\', '/');
        if (answer.Exit is 0 or 3 && answer.Out.Contains("\"entries\"", StringComparison.Ordinal) && answer.Entries.FirstOrDefault(e => e.GetProperty("src").GetString() == source) is { ValueKind: JsonValueKind.Object } entry)
            Assert.IsTrue(entry.GetProperty("reason").GetString() == reason || (reason == "locked" && entry.GetProperty("status").GetString() == "moved"), $"{at}: {entry}");
    }
}
