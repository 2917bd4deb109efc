using Tidy.Build.Gates;

namespace Tidy.Build.Tests;

[TestClass]
public sealed class BuildMemoryTests : IDisposable
{
    private static readonly DateTime Now = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    private readonly BuildFolder folder = new();

    public BuildMemoryTests() => Directory.CreateDirectory(folder.Workspace.StateFolder);

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public void Calls_OfSeveralProjects_AreOneBuildUntilOneComesAgain()
    {
        Assert.IsTrue(Call("a"));
        Assert.IsFalse(Call("b"));
        Assert.IsFalse(Call("c"));
        Assert.IsTrue(Call("b"), "the second call of b is another build");
        Assert.IsFalse(Call("a"));
    }

    [TestMethod]
    public void Message_SaidByAnotherNodeOfTheSameBuild_IsNotSaidAgain()
    {
        Assert.IsTrue(Say("a", "TIDY2001 x.log"));
        Assert.IsFalse(Say("b", "TIDY2001 x.log"));
        Assert.IsTrue(Say("c", "TIDY2001 y.log"));
        Assert.IsTrue(Say("a", "TIDY2001 x.log"), "the next build says it again");
    }

    [TestMethod]
    public void Calls_AfterALongPause_AreOfAnotherBuild()
    {
        Assert.IsTrue(Say("a", "TIDY2001 x.log"));
        Assert.IsTrue(Call("b", Now.AddMinutes(11)));
        Assert.IsTrue(Say("c", "TIDY2001 x.log", Now.AddMinutes(12)));
    }

    [TestMethod]
    public void Load_DamagedFile_IsTheFirstCall()
    {
        folder.Write(".autonomous_runs/tidy/build.said", "\0\0garbage\n\n");

        Assert.IsTrue(Call("a"));
    }

    private bool Call(string call, DateTime? now = null)
    {
        BuildMemory memory = BuildMemory.Load(folder.Workspace, now ?? Now);
        bool isNew = memory.IsNewBuild(call);
        memory.Save();
        return isNew;
    }

    private bool Say(string call, string message, DateTime? now = null)
    {
        BuildMemory memory = BuildMemory.Load(folder.Workspace, now ?? Now);
        memory.IsNewBuild(call);
        bool isFirst = memory.IsFirstTime(message);
        memory.Save();
        return isFirst;
    }
}
