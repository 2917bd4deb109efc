namespace Tidy.Build.Tests;

[TestClass]
public sealed class TidyGateTests : IDisposable
{
    private readonly BuildFolder folder = new();
    private readonly RecordedBuild build = new();

    public TidyGateTests() => folder.Write("tidy.json", "{}");

    public void Dispose() => folder.Dispose();

    [TestMethod]
    [DataRow("aply", "warning", "There is no TidyMode 'aply'. Valid values are apply, verify, report, retry, off.")]
    [DataRow("", "loud", "There is no TidyLockedFileSeverity 'loud'. Valid values are warning, message, error.")]
    [DataRow("", "1", "There is no TidyLockedFileSeverity '1'. Valid values are warning, message, error.")]
    public void Execute_UnknownWord_IsOneErrorOfTheBuild_ThoughNothingIsDue(string mode, string severity, string message)
    {
        RecordedBuild other = build.Beside();
        RecordedBuild next = new();

        Assert.IsFalse(Gate(build, mode, severity).Execute());
        Assert.IsTrue(Gate(other, mode, severity).Execute());
        build.End();
        Assert.IsFalse(Gate(next, mode, severity).Execute(), "the next build says it again");
        next.End();

        Assert.AreEqual("TIDY9001", build.Errors.Single().Code);
        Assert.AreEqual(message, build.Errors[0].Message);
        Assert.IsEmpty(other.Errors);
        Assert.AreEqual(message, next.Errors.Single().Message);
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    public void Execute_UnknownWordWhereNothingCanBeNoted_IsAnErrorOfEachProject()
    {
        folder.Write("state/.keep");
        File.CreateSymbolicLink(folder.Workspace.RunsFolder, Path.Combine(folder.Root, "state"));

        Assert.IsFalse(Gate(build, "aply", "warning").Execute());
        Assert.IsFalse(Gate(build.Beside(), "aply", "warning").Execute());
    }

    private TidyGate Gate(RecordedBuild of, string mode, string severity) => new()
    {
        BuildEngine = of.Engine,
        Hook = "BeforeBuild",
        ProjectFolder = folder.Root,
        Mode = mode,
        LockedFileSeverity = severity,
    };
}
