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

        ToolAnswer init = ToolProcess.Run(bare.At("src/deep"), "init");

        init.AssertExit(0);
        StringAssert.StartsWith(init.Error, $"Wrote {bare.At("tidy.json")}. ");
        StringAssert.Contains(init.Error, "From now on builds with Tidy.Build apply in this clone, to files older than 24h.\n");
        StringAssert.Contains(init.Error, $"delete {Consent}.\n");
        StringAssert.Contains(init.Out, "    build.log\n");
        StringAssert.Contains(init.Out, "To carry it out: dotnet tidy apply\n");
        StringAssert.Contains(File.ReadAllText(bare.At("tidy.json")), "\"extends\": [\"dotnet\", \"agents\"]");
        Assert.IsTrue(File.Exists(bare.At(Consent)) && File.Exists(bare.At("build.log")), "nothing moves");
        Assert.AreEqual("?? src/\n?? tidy.json", GitRepository.Git(bare.FullPath, "status", "--porcelain").Replace("?? build.log\n", "", StringComparison.Ordinal));
        ToolProcess.Run(bare.FullPath, "apply").AssertExit(0);
        Assert.IsFalse(File.Exists(bare.At("build.log")));
    }

    [TestMethod]
    public void ASecondInit_ChangesNothing()
    {
        using LiveWorkspace live = new();
        live.Write("a.log");
        live.Tidy("init").AssertExit(0);
        List<string> before = live.Everything();

        ToolAnswer second = live.Tidy("init", "--preset", "agents");

        second.AssertExit(0);
        StringAssert.StartsWith(second.Error, $"{live.At("tidy.json")} is already there: left as it is.\n");
        CollectionAssert.AreEqual(before, live.Everything());
    }

    [TestMethod]
    public void InitInJson_PrintsThePlansObject()
    {
        using TemporaryWorkspace bare = new();
        bare.Write("build.log");
        bare.Write("AGENT_REPORT.md");

        ToolAnswer init = ToolProcess.Run(bare.FullPath, "init", "--preset", "dotnet,dotnet", "--format", "json", "--quiet");

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
        ToolAnswer unknown = ToolProcess.Run(bare.FullPath, "init", "--preset", "dotnte", "--format", "json");
        unknown.AssertExit(2);
        Assert.AreEqual("init", unknown.Json.GetProperty("command").GetString());
        Assert.IsEmpty(Directory.GetFileSystemEntries(bare.FullPath));

        bare.Write("tidy.json", "{ \"rulez\": [] }");
        ToolProcess.Run(bare.FullPath, "init").AssertExit(2);
        Assert.IsFalse(File.Exists(bare.At(Consent)));
    }

    [TestMethod]
    public void APlanBeyondTheLimits_AllowsNothingYet()
    {
        using LiveWorkspace live = new("""{ "limits": { "maxMoves": 1 }, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/" } ] }""");
        live.Write("a.log");
        live.Write("b.log");
        live.Tidy("init").AssertExit(2);
        Assert.IsFalse(live.Exists(Consent));
    }

    [TestMethod]
    public void ManyAtOnce_WriteOneWholeFile()
    {
        using TemporaryWorkspace bare = new();
        ToolProcess[] all = [.. Enumerable.Range(0, 4).Select(_ => ToolProcess.Start(bare.FullPath, "init"))];
        ToolAnswer[] answers = [.. all.Select(p => p.End())];
        foreach (ToolProcess process in all)
            process.Dispose();
        foreach (ToolAnswer answer in answers)
            answer.AssertExit(0);
        Assert.AreEqual(1, answers.Count(a => a.Error.StartsWith("Wrote ", StringComparison.Ordinal)));
        Assert.HasCount(2, Directory.GetFileSystemEntries(bare.FullPath));
    }
}
