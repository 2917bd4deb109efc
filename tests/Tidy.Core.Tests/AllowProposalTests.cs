using Tidy.Core.Configuration;
using Tidy.Core.Setup;

namespace Tidy.Core.Tests;

/// <summary>Which entries a first <c>tidy.json</c> allows.</summary>
[TestClass]
public sealed class AllowProposalTests
{
    [TestMethod]
    public void ACleanRepository_HasNone()
    {
        using TemporaryWorkspace workspace = new();
        foreach (string name in (string[])["README.md", "App.sln", "build.sh", "data.bin"])
            workspace.Write(name, "see App.sln and data.bin");
        GitRepository.InitAndAdd(workspace.FullPath, "README.md", "App.sln", "build.sh", "data.bin");
        Assert.AreEqual("", Allowed(workspace));
    }

    [TestMethod]
    public void TheBestReason_IsSaid()
    {
        using TemporaryWorkspace workspace = new();
        workspace.Write("App.csproj", "<None Include=\"named.log\" />");
        workspace.Write("run.sh", "cat named.log told.log both.log");
        foreach (string name in (string[])["named.log", "told.log", "both.log", "tracked.log", "stray.log", "BenchmarkDotNet.Artifacts/a.md"])
            workspace.Write(name);
        GitRepository.InitAndAdd(workspace.FullPath, "named.log", "both.log", "tracked.log", "BenchmarkDotNet.Artifacts/a.md");
        Assert.AreEqual(
            "told.log (mentioned by 'run.sh'), BenchmarkDotNet.Artifacts/ (tracked by git), both.log (mentioned by 'run.sh'), named.log (named by 'App.csproj'), tracked.log (tracked by git)",
            Allowed(workspace));
    }

    /// <summary>What a rule only reports must go on being reported, a key that a script mentions most of all.</summary>
    [TestMethod]
    public void WhatRulesReport_IsNotSilenced()
    {
        using TemporaryWorkspace workspace = new();
        workspace.Write("deploy.sh", "use server.pem app.db tool.dll");
        foreach (string name in (string[])["server.pem", "app.db", "tool.dll", "known.pfx"])
            workspace.Write(name);
        GitRepository.InitAndAdd(workspace.FullPath, "known.pfx");
        Assert.AreEqual("", Allowed(workspace));
    }

    [TestMethod]
    public void AMess_GivesNoLongList_ButWhatOnlyAMentionKeeps()
    {
        using TemporaryWorkspace workspace = new();
        string[] tracked = [.. Enumerable.Range(0, 40).Select(i => $"run{i}.log")];
        foreach (string name in tracked)
            workspace.Write(name);
        workspace.Write("told.log");
        workspace.Write("run.sh", "cat told.log");
        GitRepository.InitAndAdd(workspace.FullPath, tracked);
        Assert.AreEqual("told.log (mentioned by 'run.sh'), and 40 more", Allowed(workspace));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void AName_ThatIsAPatternToo_AllowsNothing()
    {
        using TemporaryWorkspace workspace = new();
        workspace.Write("a*.log");
        GitRepository.InitAndAdd(workspace.FullPath);
        GitRepository.Git(workspace.FullPath, "add", "-A");
        Assert.AreEqual("", Allowed(workspace));
    }

    /// <summary>With an allow-list everything needs an entry; what git does not know is for a person to decide.</summary>
    [TestMethod]
    public void AnAllowList_GetsWhatGitTracks()
    {
        using TemporaryWorkspace workspace = new();
        foreach (string name in (string[])["App.sln", "src/a.cs", "odd.thing", "told.thing", "new.thing", "odd/a.txt", "new/a.txt"])
            workspace.Write(name);
        workspace.Write("build.sh", "cat told.thing");
        GitRepository.InitAndAdd(workspace.FullPath, "App.sln", "src/a.cs", "odd.thing", "told.thing", "odd/a.txt", "build.sh");
        Assert.AreEqual("odd/ (tracked by git), odd.thing (tracked by git), told.thing (mentioned by 'build.sh')", Allowed(workspace, "dotnet", "agents", "strict"));
        Assert.AreEqual("", Allowed(workspace));
    }

    private static string Allowed(TemporaryWorkspace workspace, params string[] presets)
    {
        string[] chosen = presets.Length > 0 ? presets : ["dotnet", "agents"];
        SetupProposal proposal = new RepositorySetup(workspace.Root, RunServices.ForThisMachine(), "1.2.3").Propose(chosen);
        string[] entries = [.. ConfigReader.Parse(proposal.Config!, "tidy.json").Root.Allow.Except(ConfigReader.FromPresets(chosen).Root.Allow).Select(entry => $"{entry.Path} ({entry.Reason})")];
        string more = proposal.Config!.Split('\n').FirstOrDefault(line => line.Contains(" more with names", StringComparison.Ordinal)) is { } line ? $", and {line.Trim(' ', '/').Split(' ')[0]} more" : "";
        return string.Join(", ", entries) + more;
    }
}
