using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>The first command of a person in a repository.</summary>
[TestClass]
public sealed class InitProcessTests
{
    private const string Consent = ".autonomous_runs/tidy/build-consent";

    [TestMethod]
    public void Init_WritesAConfiguration_ShowsThePlan_AndSaysWhatIsNext()
    {
        using TemporaryWorkspace bare = new();
        GitRepository.InitAndAdd(bare.FullPath);
        bare.Write("build.log");
        bare.Write("src/deep/code.cs");

        ToolAnswer init = ToolProcess.Run(bare.At("src/deep"), "init", "--yes");

        init.AssertExit(0);
        StringAssert.StartsWith(init.Error, $"Wrote {bare.At("tidy.json")} with the presets dotnet, agents. It is yours");
        StringAssert.Contains(init.Error, "Wrote .config/tidy.schema.json, by which editors help");
        StringAssert.Contains(init.Error, "From now on builds with Tidy.Build apply in this clone, to files older than 24h.\n");
        StringAssert.Contains(init.Error, $"delete {Consent}.\n");
        StringAssert.Contains(init.Out, "    build.log\n");
        StringAssert.Contains(init.Out, "To carry it out: dotnet tidy apply\n");
        StringAssert.Contains(File.ReadAllText(bare.At("tidy.json")), "\"extends\": [\"dotnet\", \"agents\"]");
        Assert.IsTrue(File.Exists(bare.At(Consent)) && File.Exists(bare.At("build.log")), "nothing moves");
        Assert.AreEqual("?? .config/\n?? src/\n?? tidy.json", GitRepository.Git(bare.FullPath, "status", "--porcelain").Replace("?? build.log\n", "", StringComparison.Ordinal));
        ToolProcess.Run(bare.FullPath, "apply").AssertExit(0);
        Assert.IsFalse(File.Exists(bare.At("build.log")));
    }

    [TestMethod]
    public void ASecondInit_ChangesNothing()
    {
        using TemporaryWorkspace bare = new();
        bare.Write("a.log");
        ToolProcess.Run(bare.FullPath, "init", "--yes").AssertExit(0);
        List<string> before = Everything(bare);

        foreach (string[] again in (string[][])[["init", "--yes"], ["init", "--preset", "agents"]])
        {
            ToolAnswer second = ToolProcess.Run(bare.FullPath, again);
            second.AssertExit(0);
            Assert.AreEqual($"{bare.At("tidy.json")} is already there: left as it is.\n", second.Error);
            CollectionAssert.AreEqual(before, Everything(bare));
        }
    }

    [TestMethod]
    public void WithoutATerminal_OnlyYesWrites()
    {
        using TemporaryWorkspace bare = new();
        bare.Write("a.log");

        ToolAnswer init = ToolProcess.Run(bare.FullPath, "init");

        init.AssertExit(2);
        StringAssert.Contains(init.Error, "\"extends\": [\"dotnet\", \"agents\"]");
        StringAssert.EndsWith(init.Error, "Nothing was written: nobody is here to be asked. Say --yes to write tidy.json and .config/tidy.schema.json.\n");
        Assert.HasCount(1, Directory.GetFileSystemEntries(bare.FullPath));
        Assert.AreEqual("TIDY9001", ToolProcess.Run(bare.FullPath, "init", "--format", "json", "--quiet").Codes.Single());
    }

    [TestMethod]
    public void InACloneWithATidyJson_BuildsAreLetOnlyByYes()
    {
        using LiveWorkspace live = new();
        StringAssert.Contains(live.Tidy("init").Error, "only report in this clone; 'dotnet tidy init --yes' or");
        Assert.IsFalse(live.Exists(Consent));
        live.Tidy("init", "--yes").AssertExit(0);
        Assert.IsTrue(live.Exists(Consent));
        Assert.IsFalse(live.Exists(".config"), "a tidy.json that names no schema needs none");
    }

    [TestMethod]
    public void WhatEvidentlyBelongs_IsAllowedWithAReason_AndThePreviewLeavesIt()
    {
        using TemporaryWorkspace bare = new();
        bare.Write("src/App.csproj", "<None Include=\"../import_log.txt\" />");
        bare.Write("import_log.txt");
        bare.Write("known.log");
        bare.Write("ci.log");
        bare.Write("stray.log");
        bare.Write("build.sh", "make > ci.log");
        GitRepository.InitAndAdd(bare.FullPath, "known.log", "src/App.csproj", "build.sh");

        ToolAnswer init = ToolProcess.Run(bare.FullPath, "init", "--yes", "--format", "json");

        init.AssertExit(0);
        Assert.AreEqual("stray.log", init.Entries.Single().GetProperty("src").GetString());
        string written = File.ReadAllText(bare.At("tidy.json"));
        StringAssert.Contains(written, "{ \"path\": \"ci.log\", \"reason\": \"mentioned by 'build.sh'\" },");
        StringAssert.Contains(written, "{ \"path\": \"import_log.txt\", \"reason\": \"named by 'src/App.csproj'\" },");
        StringAssert.Contains(written, "{ \"path\": \"known.log\", \"reason\": \"tracked by git\" },");
    }

    [TestMethod]
    public void InitInJson_PrintsThePlansObject()
    {
        using TemporaryWorkspace bare = new();
        bare.Write("build.log");
        bare.Write("AGENT_REPORT.md");

        ToolAnswer init = ToolProcess.Run(bare.FullPath, "init", "--yes", "--preset", "dotnet,dotnet", "--format", "json", "--quiet");

        init.AssertExit(0);
        Assert.AreEqual("", init.Error);
        Assert.AreEqual("plan", init.Json.GetProperty("command").GetString());
        Assert.AreEqual("build.log", init.Entries.Single().GetProperty("src").GetString());
        StringAssert.Contains(File.ReadAllText(bare.At("tidy.json")), "\"extends\": [\"dotnet\"]");
    }

    [TestMethod]
    public void AnInitThatFails_WritesNothingAndAllowsNothing()
    {
        using TemporaryWorkspace bare = new();
        ToolAnswer unknown = ToolProcess.Run(bare.FullPath, "init", "--yes", "--preset", "dotnte", "--format", "json");
        unknown.AssertExit(2);
        Assert.AreEqual("init", unknown.Json.GetProperty("command").GetString());
        Assert.IsEmpty(Directory.GetFileSystemEntries(bare.FullPath));

        bare.Write("tidy.json", "{ \"rulez\": [] }");
        ToolProcess.Run(bare.FullPath, "init", "--yes").AssertExit(2);
        Assert.IsFalse(File.Exists(bare.At(Consent)));
    }

    [TestMethod]
    public void APlanBeyondTheLimits_AllowsNothingYet()
    {
        using LiveWorkspace live = new("""{ "limits": { "maxMoves": 1 }, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/" } ] }""");
        live.Write("a.log");
        live.Write("b.log");
        live.Tidy("init", "--yes").AssertExit(2);
        Assert.IsFalse(live.Exists(Consent));
    }

    [TestMethod]
    public void ManyAtOnce_WriteOneWholeFile()
    {
        using TemporaryWorkspace bare = new();
        ToolProcess[] all = [.. Enumerable.Range(0, 4).Select(_ => ToolProcess.Start(bare.FullPath, "init", "--yes"))];
        ToolAnswer[] answers = [.. all.Select(p => p.End())];
        foreach (ToolProcess process in all)
            process.Dispose();
        foreach (ToolAnswer answer in answers)
            answer.AssertExit(0);
        Assert.AreEqual(1, answers.Count(a => a.Error.StartsWith("Wrote ", StringComparison.Ordinal)));
        CollectionAssert.AreEquivalent(new[] { ".autonomous_runs", ".config", "tidy.json" }, Directory.GetFileSystemEntries(bare.FullPath).Select(Path.GetFileName).ToArray());
    }

    private static List<string> Everything(TemporaryWorkspace workspace) => [$". {Directory.GetLastWriteTimeUtc(workspace.FullPath):O}", .. TreeSnapshot.Of(workspace.FullPath)];
}
