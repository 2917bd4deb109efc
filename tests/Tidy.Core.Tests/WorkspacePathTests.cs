using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class WorkspacePathTests
{
    [TestMethod]
    [DataRow("", "is empty")]
    [DataRow("../x", "leaves the workspace ('..')")]
    [DataRow("a/../../x", "leaves the workspace ('..')")]
    [DataRow("/etc/passwd", "is absolute")]
    [DataRow("C:/x", "starts with a drive letter")]
    [DataRow("C:x", "starts with a drive letter")]
    [DataRow("a//b", "has an empty segment")]
    [DataRow("./a", "has a '.' segment")]
    [DataRow(".git/config", "touches '.git'")]
    [DataRow("sub/.GIT/config", "touches '.git'")]
    [DataRow("a\0b", "contains a NUL character")]
    [DataRow(".autonomous_runs/tidy/run.lock", "belongs to Tidy's own state")]
    [DataRow(".autonomous_runs/tidy_pending_moves.json", "belongs to Tidy's own state")]
    [DataRow(".autonomous_runs/tidy_pending_moves.json.corrupt-20260101T000000Z", "belongs to Tidy's own state")]
    public void APathThatIsNoPayload_IsRefusedAndSaysWhy(string text, string problem)
    {
        Assert.IsFalse(WorkspacePath.TryParse(text, out _, out string? said));
        Assert.AreEqual(problem, said);
    }

    [TestMethod]
    [DataRow("build.log")]
    [DataRow("archive/logs/build.log")]
    [DataRow(".autonomous_runs/tidy-notes.md")]
    [DataRow(".github/workflows/ci.yml")]
    [DataRow("..hidden")]
    [DataRow("name with spaces (1).txt")]
    public void APathInsideTheWorkspace_IsKeptAsItIs(string text)
    {
        Assert.AreEqual(text, WorkspacePath.Parse(text).Value);
    }

    [TestMethod]
    public void Folders_LoseTheirTrailingSlash()
    {
        Assert.AreEqual("archive/logs", WorkspacePath.Parse("archive/logs/").Value);
        Assert.AreEqual("archive", WorkspacePath.Parse("archive/logs").Parent!.Value);
        Assert.IsNull(WorkspacePath.Parse("archive").Parent);
        Assert.AreEqual("archive/logs/x", WorkspacePath.Parse("archive/logs").Child("x").Value);
    }
}
