using System.Text;
using Moq;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class StateFileTests
{
    private const int NoSpace = 28;

    [TestMethod]
    public void TheStateFolder_IsMadeAndHiddenFromGit()
    {
        using var workspace = new TemporaryWorkspace();
        StateFolder.Ensure(workspace.Root, OsFiles.Current);
        StateFolder.Ensure(workspace.Root, OsFiles.Current);

        Assert.AreEqual("*\n", File.ReadAllText(workspace.At(".autonomous_runs/.gitignore")));
        Assert.AreEqual("*\n", File.ReadAllText(workspace.At(".autonomous_runs/tidy/.gitignore")));
    }

    [TestMethod]
    public void AFolderThatWasThereBefore_KeepsItsGitState()
    {
        using var workspace = new TemporaryWorkspace();
        Directory.CreateDirectory(workspace.At(".autonomous_runs/tidy"));
        StateFolder.Ensure(workspace.Root, OsFiles.Current);

        Assert.IsFalse(File.Exists(workspace.At(".autonomous_runs/.gitignore")));
        Assert.IsTrue(File.Exists(workspace.At(".autonomous_runs/tidy/.gitignore")), "a crash may have come between the folder and this file");
    }

    [TestMethod]
    [DataRow(".autonomous_runs")]
    [DataRow(".autonomous_runs/tidy")]
    public void StateBehindALink_IsRefusedAndNothingIsWrittenThere(string link)
    {
        using var workspace = new TemporaryWorkspace();
        using var elsewhere = new TemporaryWorkspace();
        Directory.CreateDirectory(Path.GetDirectoryName(workspace.At(link))!);
        Directory.CreateSymbolicLink(workspace.At(link), elsewhere.FullPath);

        var refused = Assert.ThrowsExactly<TidyException>(() => StateFolder.Ensure(workspace.Root, OsFiles.Current));

        Assert.AreEqual((Codes.PathRefused, ExitCode.Unexpected), (refused.Code, refused.Exit));
        StringAssert.Contains(refused.Message, "a link");
        Assert.HasCount(0, Directory.GetFileSystemEntries(elsewhere.FullPath));
    }

    [TestMethod]
    public void AFileInPlaceOfTheStateFolder_IsRefused()
    {
        using var workspace = new TemporaryWorkspace();
        workspace.Write(".autonomous_runs/tidy");
        var refused = Assert.ThrowsExactly<TidyException>(() => StateFolder.Ensure(workspace.Root, OsFiles.Current));
        StringAssert.Contains(refused.Message, "not a folder");
    }

    [TestMethod]
    public void AReplaceThatFails_LeavesTheOldContentAndNoTemporaryFile()
    {
        using var workspace = new TemporaryWorkspace();
        var files = FaultyFiles.Over(OsFiles.Current);
        StateFile file = Make(workspace, files.Object);
        file.Replace("old"u8);
        files.Setup(f => f.Replace(It.IsAny<string>(), It.IsAny<string>())).Returns(new OsCode(NoSpace));

        var failed = Assert.ThrowsExactly<TidyException>(() => file.Replace("new"u8));

        StringAssert.Contains(failed.Message, $"({NoSpace})");
        StringAssert.Contains(failed.Message, ".autonomous_runs/tidy/x.json");
        Assert.AreEqual("old", Encoding.UTF8.GetString(file.Read()!));
        CollectionAssert.AreEquivalent(new[] { ".gitignore", "x.json" }, NamesIn(workspace));
    }

    [TestMethod]
    public void OnWindows_AReplaceWaitsForReaders()
    {
        using var workspace = new TemporaryWorkspace();
        var files = FaultyFiles.Over(OsFiles.Current);
        files.Setup(f => f.Family).Returns(OsFamily.Windows);
        StateFile file = Make(workspace, files.Object);
        int refusals = 0;
        files.Setup(f => f.Replace(It.IsAny<string>(), It.IsAny<string>()))
            .Returns((string from, string to) => refusals++ < 2 ? new OsCode(refusals == 1 ? 5 : 32) : OsFiles.Current.Replace(from, to));

        file.Replace("new"u8);

        Assert.AreEqual(3, refusals);
        Assert.AreEqual("new", Encoding.UTF8.GetString(file.Read()!));
    }

    [TestMethod]
    public void ALineThatACrashCutShort_CostsOnlyItself()
    {
        using var workspace = new TemporaryWorkspace();
        StateFile file = Make(workspace, OsFiles.Current);
        file.Append("one\n"u8);
        file.Append("tw"u8);
        file.Append("three\n"u8);
        Assert.AreEqual("one\ntw\nthree\n", Encoding.UTF8.GetString(file.Read()!));
    }

    [TestMethod]
    public void WhatAKilledProcessLeft_IsRemovedAndNothingElse()
    {
        using var workspace = new TemporaryWorkspace();
        StateFile file = Make(workspace, OsFiles.Current);
        file.Replace("content"u8);
        workspace.Write(".autonomous_runs/tidy/x.json.4711-1.tmp");
        workspace.Write(".autonomous_runs/tidy/y.json.4711-1.tmp");

        file.RemoveLeftovers();

        CollectionAssert.AreEquivalent(new[] { ".gitignore", "x.json", "y.json.4711-1.tmp" }, NamesIn(workspace));
    }

    [TestMethod]
    public void ALink_IsNeitherReadNorWrittenThrough()
    {
        using var workspace = new TemporaryWorkspace();
        StateFile file = Make(workspace, OsFiles.Current);
        string victim = workspace.Write("victim", "precious");
        File.CreateSymbolicLink(file.FullPath, victim);

        Assert.AreEqual(Codes.PathRefused, Assert.ThrowsExactly<TidyException>(() => file.Read()).Code);
        Assert.AreEqual(Codes.PathRefused, Assert.ThrowsExactly<TidyException>(() => file.Replace("x"u8)).Code);
        Assert.AreEqual(Codes.PathRefused, Assert.ThrowsExactly<TidyException>(() => file.Append("x"u8)).Code);
        Assert.AreEqual("precious", File.ReadAllText(victim));
    }

    private static StateFile Make(TemporaryWorkspace workspace, IOsFiles files)
    {
        StateFolder.Ensure(workspace.Root, files);
        return new StateFile(workspace.Root, workspace.Root.State("x.json"), TimeProvider.System, files);
    }

    private static string[] NamesIn(TemporaryWorkspace workspace) => [.. Directory.GetFiles(workspace.Root.StatePath).Select(f => Path.GetFileName(f))];
}
