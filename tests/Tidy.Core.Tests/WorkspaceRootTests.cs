namespace Tidy.Core.Tests;

[TestClass]
public sealed class WorkspaceRootTests
{
    [TestMethod]
    public void AFile_IsNamedAsSeenFromTheRoot_OrByItsWholePath()
    {
        using TemporaryWorkspace workspace = new();
        using TemporaryWorkspace elsewhere = new();
        Directory.CreateDirectory(workspace.At("config"));
        Directory.CreateSymbolicLink(elsewhere.At("link"), workspace.FullPath);

        Assert.AreEqual("tidy.json", workspace.Root.NameOf(workspace.At("tidy.json")));
        Assert.AreEqual("config/tidy.json", workspace.Root.NameOf(workspace.At("config/tidy.json")));
        Assert.AreEqual("missing/tidy.json", workspace.Root.NameOf(workspace.At("missing/tidy.json")));
        Assert.AreEqual("config/tidy.json", workspace.Root.NameOf(elsewhere.At("link/config/tidy.json")));
        Assert.AreEqual(elsewhere.At("tidy.json"), workspace.Root.NameOf(elsewhere.At("tidy.json")));
        Assert.AreEqual($"{workspace.FullPath}2/tidy.json", workspace.Root.NameOf($"{workspace.FullPath}2/tidy.json"));
    }
}
