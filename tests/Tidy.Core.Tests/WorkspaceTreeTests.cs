using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class WorkspaceTreeTests
{
    [TestMethod]
    public void AFolder_IsReadOnce_WithNamesKindsSizesAndTimes()
    {
        using TemporaryWorkspace workspace = new();
        workspace.Write("docs/a.md", "four");
        workspace.Write("docs/sub/b.md");
        File.CreateSymbolicLink(workspace.At("docs/link"), "sub");
        File.SetLastWriteTimeUtc(workspace.At("docs/a.md"), new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc));
        WorkspaceTree tree = Tree(workspace);

        FolderListing listing = tree.Folder(WorkspacePath.Parse("docs"));
        File.Delete(workspace.At("docs/a.md"));

        Assert.AreSame(listing, tree.Folder(WorkspacePath.Parse("docs")));
        Assert.AreEqual(1, tree.FoldersRead);
        CollectionAssert.AreEquivalent(new[] { "a.md File 4", "sub Directory 0", "link Link 0" }, Described(listing));
        Assert.AreEqual(new DateTime(2026, 3, 1).Ticks, listing[Index(listing, "a.md")].ModifiedTicks);
    }

    [TestMethod]
    public void ThousandsOfEntries_AreAllThere()
    {
        const int Entries = 2100; // more than two blocks
        using TemporaryWorkspace workspace = new();
        for (int i = 0; i < Entries; i++)
            workspace.Write($"docs/{new string('x', i % 50)}{i}");

        FolderListing listing = Tree(workspace).Folder(WorkspacePath.Parse("docs"));

        Assert.AreEqual(Entries, listing.Count);
        Assert.AreEqual(Entries, Described(listing).Distinct().Count());
        for (int i = 0; i < Entries; i++)
            Assert.IsTrue(listing.Has($"{new string('x', i % 50)}{i}"));
        Assert.IsFalse(listing.Has("4") || listing.Has("") || listing.Has("XXXX4"));
    }

    [TestMethod]
    public void WhatIsMissing_OrALink_OrReachedThroughOne_DoesNotExist()
    {
        using TemporaryWorkspace workspace = new();
        workspace.Write("real/sub/a");
        File.CreateSymbolicLink(workspace.At("link"), "real");
        WorkspaceTree tree = Tree(workspace);

        Assert.IsFalse(tree.Folder(WorkspacePath.Parse("none")).Exists);
        Assert.IsFalse(tree.Folder(WorkspacePath.Parse("link")).Exists);
        Assert.IsFalse(tree.Folder(WorkspacePath.Parse("link/sub")).Exists);
        Assert.AreEqual(0, tree.FoldersRead);
    }

    [TestMethod]
    public void AWalk_GoesTopDownInOrder_AndLeavesOutLinksAndOwnState()
    {
        using TemporaryWorkspace workspace = new();
        foreach (string file in new[] { "runs/b/2/x", "runs/a/x", "runs/b/1/x", "runs/b/.git/x" })
            workspace.Write(file);
        File.CreateSymbolicLink(workspace.At("runs/link"), "a");
        WorkspaceTree tree = Tree(workspace);

        string[] walked = [.. tree.Walk(WorkspacePath.Parse("runs")).Select(l => l.Path.Value)];
        int read = tree.FoldersRead;
        string[] again = [.. tree.Walk(WorkspacePath.Parse("runs/b")).Select(l => l.Path.Value)];

        CollectionAssert.AreEqual(new[] { "runs", "runs/a", "runs/b", "runs/b/1", "runs/b/2" }, walked);
        CollectionAssert.AreEqual(new[] { "runs/b", "runs/b/1", "runs/b/2" }, again);
        Assert.AreEqual(read, tree.FoldersRead);
    }

    [TestMethod]
    public void ANameThatIsNoText_IsMarked_AndItsFolderNotEntered()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Inconclusive("Names are text there.");
        using TemporaryWorkspace workspace = new();
        Programs.Shell($"mkdir -p '{workspace.Root.FullPath}'/docs/\"$(printf 'a\\377')\"/sub");
        WorkspaceTree tree = Tree(workspace);

        FolderListing listing = tree.Walk(WorkspacePath.Parse("docs")).Single();

        Assert.IsFalse(listing[0].IsText);
        Programs.Shell($"rm -r '{workspace.Root.FullPath}/docs'"); // .NET cannot name what is in it, and so not remove it
    }

    private static WorkspaceTree Tree(TemporaryWorkspace workspace) => new(workspace.Root, new LinkGuard(workspace.Root, OsFiles.Current));

    private static List<string> Described(FolderListing listing)
    {
        List<string> entries = [];
        for (int i = 0; i < listing.Count; i++)
            entries.Add($"{listing[i].Name} {listing[i].Kind} {listing[i].Size}");
        return entries;
    }

    private static int Index(FolderListing listing, string name)
    {
        int index = 0;
        while (!listing[index].Name.SequenceEqual(name))
            index++;
        return index;
    }
}
