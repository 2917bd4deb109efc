using Tidy.Core.Explaining;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>Git cannot tell: that is said once, in git's words, and nothing moves.</summary>
[TestClass]
public sealed class UnknownGitTests
{
    private const string Config = """{ "git": { "tracked": "TRACKED" }, "rules": [ { "id": "r", "match": ["*.log", "old/"], "to": "archive/" } ] }""";

    [TestMethod]
    [DataRow("keep")]
    [DataRow("move")]
    public void NoGit_IsSaidOnce_AndAllStays(string tracked)
    {
        using Workbench bench = Repository(tracked);
        bench.Git = "no-such-git";
        AssertAllStays(bench, "git is not installed, or not on the PATH");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void ARepositoryOfSomebodyElse_IsRefusedInTheWordsOfGit()
    {
        using Workbench bench = Repository("move");
        using GitStandIn git = new("export GIT_TEST_ASSUME_DIFFERENT_OWNER=1 GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null");
        bench.Git = git.Path;
        AssertAllStays(bench, $"git failed with exit code 128: fatal: detected dubious ownership in repository at '{bench.Root.FullPath}'");
    }

    [TestMethod]
    public void ADamagedIndex_IsSaidInTheWordsOfGit()
    {
        using Workbench bench = Repository("move");
        bench.Write(".git/index", "no index");
        AssertAllStays(bench, "git failed with exit code 128: fatal: ");
    }

    [TestMethod]
    public void Explain_SaysItToo()
    {
        using Workbench bench = Repository("keep");
        bench.Git = "no-such-git";
        RunRequest request = new() { Command = RunCommand.Plan, Root = bench.Root, Config = bench.Config };

        Explanation explanation = Explanation.Of(request, bench.Services, ExplainedPath.Parse("a.log"));

        Assert.AreEqual("git could not tell whether it is tracked", explanation.Protections[0]);
        Assert.AreEqual(Codes.GitUnknown, explanation.Findings.Single().Code);
    }

    private static void AssertAllStays(Workbench bench, string why)
    {
        foreach (RunCommand command in new[] { RunCommand.Plan, RunCommand.Apply, RunCommand.Verify })
        {
            RunResult result = bench.Run(command);
            Assert.AreEqual("a.log Protected; b.log Protected; old Protected", string.Join("; ", result.Entries.Select(e => $"{e.Entry.Source} {e.Status}")));
            Finding finding = result.Findings.Single();
            Assert.AreEqual((Codes.GitUnknown, FindingLevel.Warning), (finding.Code, finding.Level));
            StringAssert.Contains(finding.Message, why);
            Assert.AreEqual(ExitCode.Done, result.Exit);
        }
    }

    private static Workbench Repository(string tracked)
    {
        Workbench bench = new(Config.Replace("TRACKED", tracked, StringComparison.Ordinal));
        GitRepository.InitAndAdd(bench.Root.FullPath);
        foreach (string path in new[] { "a.log", "b.log", "old/c.txt" })
            bench.Write(path);
        return bench;
    }
}
