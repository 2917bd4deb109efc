using Tidy.Core.Git;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class TrackedFilesTests
{
    private static readonly TimeSpan Patient = TimeSpan.FromSeconds(60);

    [TestMethod]
    public void OutsideARepository_NothingIsTracked_AndGitIsNotStarted()
    {
        using var workspace = new TemporaryWorkspace();
        TrackedFiles answer = TrackedFiles.Ask(workspace.Root, [], "/no/such/git", Patient);
        Assert.IsNull(answer.Problem);
        Assert.IsFalse(answer.IsTracked(WorkspacePath.Parse("any/where.log")));
        Assert.IsFalse(answer.IsTracked(WorkspacePath.Parse("any"), isFolder: true));
    }

    [TestMethod]
    public void InARepository_FilesOfTheRootAreKnown()
    {
        using var workspace = Repository();
        workspace.Write("new.log");
        TrackedFiles answer = TrackedFiles.Ask(workspace.Root, []);
        Assert.IsNull(answer.Problem, answer.Problem);
        if (!OperatingSystem.IsWindows())
            Assert.IsTrue(answer.IsTracked(WorkspacePath.Parse("odd name *?ü.log")));
        Assert.IsTrue(answer.IsTracked(WorkspacePath.Parse("build.log")));
        Assert.IsFalse(answer.IsTracked(WorkspacePath.Parse("new.log")));
    }

    [TestMethod]
    public void FoldersThatWereAskedAbout_AreKnown_OthersAreNot()
    {
        using var workspace = Repository();
        workspace.Write("logs/a.log");
        workspace.Write("src/b.log");
        TrackedFiles answer = TrackedFiles.Ask(workspace.Root, [WorkspacePath.Parse("src"), WorkspacePath.Parse("logs")]);
        Assert.IsTrue(answer.IsTracked(WorkspacePath.Parse("src"), isFolder: true));
        Assert.IsTrue(answer.IsTracked(WorkspacePath.Parse("src/deep"), isFolder: true));
        Assert.IsTrue(answer.IsTracked(WorkspacePath.Parse("src/deep/code.cs")));
        Assert.IsFalse(answer.IsTracked(WorkspacePath.Parse("src/b.log")));
        Assert.IsFalse(answer.IsTracked(WorkspacePath.Parse("logs"), isFolder: true));
        Assert.IsNull(answer.IsTracked(WorkspacePath.Parse("docs"), isFolder: true), "nobody asked");
        Assert.IsNull(answer.IsTracked(WorkspacePath.Parse("docs/guide.md")), "nobody asked");
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void ProjectFilesInFolders_AreToldWithoutBeingAskedFor(bool askForAll)
    {
        using var workspace = Repository();
        string[] projects = ["src/App/App.csproj", "src/App/Shared.PROPS", "src/my.targets", "src/odd [1]/x.vcxproj"];
        foreach (string path in projects.Concat(["Root.csproj", "src/App/other.cs", "src/noproj", "src/a.props.txt"]))
            workspace.Write(path);
        GitRepository.Commit(workspace.FullPath);
        workspace.Write("src/App/untracked.csproj");
        workspace.Write("src/App/obj/ignored.g.props");
        workspace.Write(".gitignore", "obj/\n");
        IEnumerable<WorkspacePath> folders = askForAll ? Enumerable.Range(0, 3000).Select(i => WorkspacePath.Parse($"candidate-{i}")) : [];

        TrackedFiles answer = TrackedFiles.Ask(workspace.Root, folders);

        CollectionAssert.AreEquivalent((string[])[.. projects, "src/App/untracked.csproj"], answer.ProjectFiles.ToArray());
        if (askForAll)
            return;
        Assert.IsNull(answer.IsTracked(WorkspacePath.Parse("src/App/other.cs")), "nobody asked");
        Assert.IsNull(answer.IsTracked(WorkspacePath.Parse("src/deep"), isFolder: true), "nobody asked");
        Assert.IsNull(answer.IsTracked(WorkspacePath.Parse("src/App/untracked.csproj")), "nobody asked");
        Assert.IsTrue(answer.IsTracked(WorkspacePath.Parse("src"), isFolder: true), "a project file in it is tracked");
    }

    [TestMethod]
    public void FarTooManyFolders_AreAskedAboutAllAtOnce()
    {
        using var workspace = Repository();
        IEnumerable<WorkspacePath> folders = Enumerable.Range(0, 3000).Select(i => WorkspacePath.Parse($"candidate-{i}")).Append(WorkspacePath.Parse("src"));
        TrackedFiles answer = TrackedFiles.Ask(workspace.Root, folders);
        Assert.IsNull(answer.Problem, answer.Problem);
        Assert.IsTrue(answer.IsTracked(WorkspacePath.Parse("src"), isFolder: true));
        Assert.IsTrue(answer.IsTracked(WorkspacePath.Parse("docs/guide.md")));
        Assert.IsFalse(answer.IsTracked(WorkspacePath.Parse("candidate-7"), isFolder: true));
    }

    [TestMethod]
    public void AWorkspaceBelowTheRepository_SeesItsOwnPaths()
    {
        using var workspace = Repository();
        TrackedFiles answer = TrackedFiles.Ask(WorkspaceRoot.At(workspace.At("src")), [WorkspacePath.Parse("deep")]);
        Assert.IsTrue(answer.IsTracked(WorkspacePath.Parse("deep/code.cs")));
        Assert.IsFalse(answer.IsTracked(WorkspacePath.Parse("build.log")));
    }

    [TestMethod]
    public void WithoutAGit_NobodyKnows()
    {
        using var workspace = new TemporaryWorkspace();
        Directory.CreateDirectory(workspace.At(".git"));
        TrackedFiles answer = TrackedFiles.Ask(workspace.Root, [], "no-such-git-program", Patient);
        Assert.AreEqual("git is not installed, or not on the PATH", answer.Problem);
        Assert.IsNull(answer.IsTracked(WorkspacePath.Parse("build.log")));
    }

    [TestMethod]
    public void WhatGitComplainsAbout_IsHandedOn()
    {
        using var workspace = new TemporaryWorkspace();
        GitRepository.Git(workspace.FullPath, "--version");
        workspace.Write(".git", "gitdir: /no/such/place\n");
        TrackedFiles answer = TrackedFiles.Ask(workspace.Root, []);
        Assert.AreEqual("git failed with exit code 128: fatal: not a git repository: /no/such/place", answer.Problem);
        Assert.IsNull(answer.IsTracked(WorkspacePath.Parse("build.log")));
    }

    /// <summary>The program that hangs is a shell script.</summary>
    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [DoNotParallelize] // A process that another test starts meanwhile could inherit the script open for writing: "text file busy".
    public void AGitThatHangs_IsEndedAfterTheTimeOut()
    {
        using var workspace = new TemporaryWorkspace();
        Directory.CreateDirectory(workspace.At(".git"));
        string program = workspace.Write("git", "#!/bin/sh\nexec sleep 60\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        TrackedFiles answer = TrackedFiles.Ask(workspace.Root, [], program, TimeSpan.FromMilliseconds(300));
        Assert.AreEqual("git did not answer within 0.3 s", answer.Problem);
    }

    private static TemporaryWorkspace Repository()
    {
        var workspace = new TemporaryWorkspace();
        GitRepository.Git(workspace.FullPath, "init", "-q");
        if (!OperatingSystem.IsWindows())
            workspace.Write("odd name *?ü.log");
        workspace.Write("build.log");
        workspace.Write("src/deep/code.cs");
        workspace.Write("docs/guide.md");
        GitRepository.Commit(workspace.FullPath);
        return workspace;
    }
}
