using System.Diagnostics;
using Tidy.Build.Gates;

namespace Tidy.Build.Tests;

[TestClass]
public sealed class BuildMemoryTests : IDisposable
{
    private readonly BuildFolder folder = new();

    /// <summary>Another process, which waits for input that never comes.</summary>
    private readonly Process child = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "cmd" : "cat") { RedirectStandardInput = true })!;

    public BuildMemoryTests() => Directory.CreateDirectory(folder.Workspace.StateFolder);

    public void Dispose()
    {
        child.Kill();
        child.WaitForExit();
        child.Dispose();
        folder.Dispose();
    }

    [TestMethod]
    public void Calls_OnSeveralNodes_AreOneBuildUntilANodeServesTheNext()
    {
        Assert.IsTrue(Call(Here(isNew: true)));
        Assert.IsFalse(Call(Child(isNew: true)));
        Assert.IsFalse(Call(Child(isNew: false)));
        Assert.IsFalse(Call(Here(isNew: false)));
        Assert.IsTrue(Call(Child(isNew: true)), "the same process has forgotten the build before");
        Assert.IsFalse(Call(Here(isNew: true)), "the other node now serves that build too");
    }

    [TestMethod]
    public void Calls_AfterANodeOfTheLastBuildEnded_AreOfAnotherBuild()
    {
        Assert.IsTrue(Call(Child(isNew: true)));
        Assert.IsFalse(Call(Here(isNew: true)));

        child.Kill();
        child.WaitForExit();

        Assert.IsTrue(Call(Here(isNew: false)));
    }

    [TestMethod]
    public void Message_SaidByAnotherNodeOfTheSameBuild_IsNotSaidAgain()
    {
        Assert.IsTrue(Say(Here(isNew: true), "TIDY2001 x.log"));
        Assert.IsFalse(Say(Child(isNew: true), "TIDY2001 x.log"));
        Assert.IsTrue(Say(Child(isNew: false), "TIDY2001 y.log"));
        Assert.IsTrue(Say(Here(isNew: true), "TIDY2001 x.log"), "the next build says it again");
    }

    [TestMethod]
    [DataRow("\0\0garbage\n\n")]
    [DataRow("node 1\n")]
    [DataRow("node x 5\n")]
    public void Load_DamagedFile_IsTheFirstCall(string damaged)
    {
        folder.Write(".autonomous_runs/tidy/build.said", damaged);

        Assert.IsTrue(Call(Here(isNew: false)));
    }

    private static BuildNode Here(bool isNew)
    {
        using var process = Process.GetCurrentProcess();
        return Node(process, isNew);
    }

    private BuildNode Child(bool isNew) => Node(child, isNew);

    private static BuildNode Node(Process process, bool isNew) => new(process.Id, process.StartTime.ToUniversalTime().Ticks, isNew);

    private bool Call(BuildNode node)
    {
        var memory = BuildMemory.Load(folder.Workspace);
        bool isNew = memory.IsNewBuild(node);
        memory.Save();
        return isNew;
    }

    private bool Say(BuildNode node, string message)
    {
        var memory = BuildMemory.Load(folder.Workspace);
        memory.IsNewBuild(node);
        bool isFirst = memory.IsFirstTime(message);
        memory.Save();
        return isFirst;
    }
}
