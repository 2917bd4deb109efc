using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>This repository keeps its own rules. <c>.ci/run</c> verifies the work tree; here it is what is committed, or will be.</summary>
[TestClass]
public sealed class RepositoryTests
{
    /// <summary>Outside of git, where nothing is kept only because it is tracked.</summary>
    [TestMethod]
    public void WhatGitTracks_IsInItsPlace_ByTheRulesAlone()
    {
        string repository = Root();
        if (!Path.Exists(Path.Combine(repository, ".git")))
            Assert.Inconclusive("the sources are not in a git repository");
        using TemporaryWorkspace copy = new();
        string[] tracked = GitRepository.Git(repository, "ls-files").Split('\n');
        foreach (string file in tracked.Where(f => !f.Contains('/', StringComparison.Ordinal) && File.Exists(Path.Combine(repository, f))))
            File.Copy(Path.Combine(repository, file), copy.At(file));
        foreach (string folder in tracked.Where(f => f.Contains('/', StringComparison.Ordinal)).Select(f => f.Split('/')[0]).Distinct())
            Directory.CreateDirectory(copy.At(folder));

        ToolAnswer answer = ToolProcess.Run(copy.FullPath, "verify", "--strict");

        answer.AssertExit(0);
        Assert.AreEqual("The workspace is tidy.\n", answer.Out);
        Assert.AreEqual("", answer.Error);
    }

    [TestMethod]
    public void TheCiScript_VerifiesTheRepository() =>
        StringAssert.Contains(File.ReadAllText(Path.Combine(Root(), ".ci", "run")), "dotnet-tidy.dll verify --strict");

    internal static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Tidy.Build.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
