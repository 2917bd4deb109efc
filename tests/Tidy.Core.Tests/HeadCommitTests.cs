using Tidy.Core.Git;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class HeadCommitTests
{
    [TestMethod]
    public void ABranch_ADetachedHead_AndPackedRefs_AreRead()
    {
        using var workspace = Repository();
        string expected = GitRepository.Git(workspace.FullPath, "rev-parse", "--short=8", "HEAD");
        Assert.AreEqual(expected, HeadCommit.Short(workspace.Root), "a loose ref");
        GitRepository.Git(workspace.FullPath, "pack-refs", "--all");
        Assert.IsFalse(File.Exists(workspace.At(".git/refs/heads/main")), "the ref is packed");
        Assert.AreEqual(expected, HeadCommit.Short(workspace.Root), "a packed ref");
        GitRepository.Git(workspace.FullPath, "checkout", "-q", "--detach");
        Assert.AreEqual(expected, HeadCommit.Short(workspace.Root), "a detached head");
    }

    [TestMethod]
    public void AWorktree_HasItsOwnHeadAndTheBranchesOfTheRepository()
    {
        using var workspace = Repository();
        using var elsewhere = new TemporaryWorkspace();
        string folder = elsewhere.At("tree");
        GitRepository.Git(workspace.FullPath, "worktree", "add", "-q", "-b", "topic", folder);
        GitRepository.Commit(folder, "second");
        string expected = GitRepository.Git(folder, "rev-parse", "--short=8", "HEAD");
        Assert.AreEqual(expected, HeadCommit.Short(WorkspaceRoot.At(folder)));
        Assert.AreNotEqual(expected, HeadCommit.Short(workspace.Root));
    }

    [TestMethod]
    public void AFolderOfTheRepository_FindsIt()
    {
        using var workspace = Repository();
        workspace.Write("src/a.cs");
        Assert.AreEqual(HeadCommit.Short(workspace.Root), HeadCommit.Short(WorkspaceRoot.At(workspace.At("src"))));
    }

    [TestMethod]
    public void NoRepository_AndNoCommitYet_HaveNone()
    {
        using var workspace = new TemporaryWorkspace();
        Assert.IsNull(HeadCommit.Short(workspace.Root));
        GitRepository.Git(workspace.FullPath, "init", "-q");
        Assert.IsNull(HeadCommit.Short(workspace.Root));
    }

    [TestMethod]
    [DataRow("ref: refs/heads/.invalid\n")]
    [DataRow("ref: ../../secret\n")]
    [DataRow("ref: refs/../../secret\n")]
    [DataRow("ref: refs/heads/loop\n")]
    [DataRow("not a hash at all\n")]
    [DataRow("")]
    public void AHeadThatMakesNoSense_IsNoCommit(string head)
    {
        using var workspace = new TemporaryWorkspace();
        workspace.Write("secret", new string('a', 40));
        workspace.Write(".git/HEAD", head);
        workspace.Write(".git/refs/heads/loop", "ref: refs/heads/loop\n");
        Assert.IsNull(HeadCommit.Short(workspace.Root));
    }

    private static TemporaryWorkspace Repository()
    {
        var workspace = new TemporaryWorkspace();
        GitRepository.Git(workspace.FullPath, "init", "-q");
        GitRepository.Commit(workspace.FullPath);
        return workspace;
    }
}
