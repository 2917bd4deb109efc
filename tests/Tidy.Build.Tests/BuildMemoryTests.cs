using Tidy.Build.Gates;

namespace Tidy.Build.Tests;

[TestClass]
public sealed class BuildMemoryTests : IDisposable
{
    private readonly BuildFolder folder = new();
    private readonly RecordedBuild node = new();
    private readonly RecordedBuild otherNode = new();

    public BuildMemoryTests() => Directory.CreateDirectory(folder.Workspace.StateFolder);

    public void Dispose()
    {
        node.End();
        otherNode.End();
        folder.Dispose();
    }

    [TestMethod]
    public void Calls_OnSeveralNodes_AreOneBuildUntilItEnds()
    {
        Assert.IsTrue(IsNew(node));
        Assert.IsFalse(IsNew(otherNode));
        Assert.IsFalse(IsNew(node.Beside()));

        node.End();
        otherNode.End();

        Assert.IsTrue(IsNew(otherNode));
        Assert.IsFalse(IsNew(node));
    }

    [TestMethod]
    public void Message_SaidOnAnotherNodeOfTheSameBuild_IsNotSaidAgain()
    {
        Assert.IsTrue(Say(node, "TIDY2001 x.log"));
        Assert.IsFalse(Say(otherNode, "TIDY2001 x.log"));
        Assert.IsTrue(Say(otherNode, "TIDY2001 y.log"));
        Assert.IsFalse(Say(node, "TIDY2001 y.log"));

        node.End();

        Assert.IsTrue(Say(node, "TIDY2001 x.log"), "the next build says it again");
    }

    [TestMethod]
    public void Load_DamagedFile_SaysEverything()
    {
        folder.Write(".autonomous_runs/tidy/build.said", "\0\0garbage\n\n");

        Assert.IsTrue(BuildMemory.Load(folder.Workspace, isNewBuild: false).IsFirstTime("TIDY2001 x.log"));
    }

    private bool IsNew(RecordedBuild on) => OpenBuild.IsNew(folder.Workspace, (Microsoft.Build.Framework.IBuildEngine4)on.Engine);

    private bool Say(RecordedBuild on, string message)
    {
        var memory = BuildMemory.Load(folder.Workspace, IsNew(on));
        bool isFirst = memory.IsFirstTime(message);
        memory.Save();
        return isFirst;
    }
}
