using System.Diagnostics;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class ProtectedPathsTests
{
    private const string Everything = """{ "rules": [ { "id": "all", "match": ["*.log", "old/", "out/"], "to": "archive/" } ] }""";

    [TestMethod]
    public void WhatTheBuildUses_StaysWithTheFolderAroundIt()
    {
        using Workbench bench = new(Everything);
        foreach (string path in new[] { "used.log", "stray.log", "old/deep/used.cs", "out/stray.cs" })
            bench.Write(path);
        ProtectedPaths used = Listed(bench.Root, bench.At("used.log"), "", $"{bench.At("src")}/../old/deep/used.cs", "/usr/share/dotnet/x.dll");

        RunResult result = bench.Run(RunCommand.Apply, request => request with { ProtectedPaths = used });

        Assert.AreEqual("old Protected; out Moved; stray.log Moved; used.log Protected", string.Join("; ", result.Entries.Select(e => $"{e.Entry.Source} {e.Status}")));
        Assert.IsTrue(result.Entries.Where(e => e.Status == EntryStatus.Protected).All(e => e.Message == "compiled, embedded or copied by the project that builds"));
        Assert.IsTrue(bench.Exists("used.log") && bench.Exists("old/deep/used.cs"));
    }

    [TestMethod]
    public void AQueuedFileThatAProjectNowUses_Stays()
    {
        using Workbench bench = new();
        bench.Write("held.log");
        bench.Files.OnProbe = _ => Tidy.Core.Platform.FileUse.InUse;
        bench.Apply();
        bench.Files.OnProbe = _ => null;

        RunResult result = bench.Run(RunCommand.Apply, request => request with { ProtectedPaths = Listed(bench.Root, bench.At("held.log")) });

        Assert.AreEqual((EntryStatus.Protected, "retry"), (result.Entries.Single().Status, result.Entries.Single().Entry.Phase));
        Assert.IsTrue(bench.Exists("held.log"));
    }

    [TestMethod]
    public void PathsThroughLinks_MeanWhatTheyLeadTo()
    {
        using TemporaryWorkspace workspace = new();
        using TemporaryWorkspace elsewhere = new();
        workspace.Write("old/in-it.cs");
        workspace.Write("a.log");
        Directory.CreateSymbolicLink(elsewhere.At("root"), workspace.FullPath);
        Directory.CreateSymbolicLink(workspace.At("link"), workspace.At("old"));

        ProtectedPaths used = Listed(workspace.Root, elsewhere.At("root/a.log"), workspace.At("link/in-it.cs"));

        Assert.IsTrue(used.Covers(WorkspacePath.Parse("a.log")));
        Assert.IsTrue(used.Covers(WorkspacePath.Parse("old")) && used.Covers(WorkspacePath.Parse("old/in-it.cs")));
        Assert.IsFalse(used.Covers(WorkspacePath.Parse("root")));
    }

    [TestMethod]
    public void NamesAreComparedAsTheSystemDoes()
    {
        using TemporaryWorkspace workspace = new();
        bool isSame = WorkspacePath.Comparer.Equals("a", "A");
        Assert.AreEqual(isSame, Listed(workspace.Root, workspace.At("A.log")).Covers(WorkspacePath.Parse("a.log")));
    }

    [TestMethod]
    public void AFolderThatOnlyBeginsLikeTheWorkspace_IsOutside()
    {
        using TemporaryWorkspace workspace = new();
        ProtectedPaths used = Listed(workspace.Root, workspace.FullPath + "-other/a.log", workspace.FullPath);
        Assert.IsFalse(used.Covers(WorkspacePath.Parse("a.log")));
        Assert.IsFalse(used.Covers(WorkspacePath.Parse("-other")));
    }

    [TestMethod]
    [DataRow("src/a.cs", "line 2 of '<file>' is no absolute path: 'src/a.cs'")]
    [DataRow("/a\0b", "line 2 of '<file>' is no absolute path: '/a\0b'")]
    public void ALineThatIsNoAbsolutePath_IsRefused(string line, string says)
    {
        using TemporaryWorkspace workspace = new();
        string file = workspace.Write("list.txt", $"/ok\n{line}\n");
        TidyException e = Assert.ThrowsExactly<TidyException>(() => ProtectedPaths.Read(file, workspace.Root));
        Assert.AreEqual($"--protect-from: {says.Replace("<file>", file, StringComparison.Ordinal)}.", e.Message);
        Assert.AreEqual((Codes.Usage, ExitCode.Usage), (e.Code, e.Exit));
    }

    [TestMethod]
    public void AListThatCannotBeRead_IsRefused()
    {
        using TemporaryWorkspace workspace = new();
        TidyException e = Assert.ThrowsExactly<TidyException>(() => ProtectedPaths.Read(workspace.At("none.txt"), workspace.Root));
        StringAssert.StartsWith(e.Message, $"--protect-from: the list of protected files '{workspace.At("none.txt")}' cannot be read: ");
        Assert.AreEqual((Codes.Usage, ExitCode.Usage), (e.Code, e.Exit));
    }

    [TestMethod]
    public void TensOfThousandsOfFiles_AreSortedOutAtOnce()
    {
        using TemporaryWorkspace workspace = new();
        string[] lines = [.. Enumerable.Range(0, 50_000).Select(i => workspace.At($"src/p{i % 300}/f{i}.cs"))];
        for (int i = 0; i < 300; i++)
            Directory.CreateDirectory(workspace.At($"src/p{i}"));
        ProtectedPaths used = Listed(workspace.Root, lines);

        long start = Stopwatch.GetTimestamp();
        Assert.IsTrue(used.Covers(WorkspacePath.Parse("src")));

        Assert.IsLessThan(2, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static ProtectedPaths Listed(WorkspaceRoot root, params string[] paths)
    {
        using TemporaryWorkspace elsewhere = new();
        return ProtectedPaths.Read(elsewhere.Write("list.txt", string.Join('\n', paths)), root);
    }
}
