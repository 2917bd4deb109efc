namespace Tidy.Tool.Tests;

[TestClass]
public sealed class CiScriptTests
{
    [TestMethod]
    [DataRow("github", "::error file=a.log,title=TIDY2001::")]
    [DataRow("azure", "##vso[task.logissue type=error;sourcepath=<root>/a.log;code=TIDY2001;]")]
    public void WhatIsOutOfPlace_FailsTheJob_IsShown_AndIsInTheSummary(string system, string expected)
    {
        using LiveWorkspace live = new();
        live.Write("a.log");
        using CiScripts job = CiScripts.Of(system);
        List<string> before = live.Everything();

        ToolAnswer answer = job.Run(live.FullPath);

        answer.AssertExit(1);
        StringAssert.StartsWith(answer.Out, expected.Replace("<root>", live.FullPath, StringComparison.Ordinal));
        StringAssert.StartsWith(SummaryOf(job, answer), "### dotnet tidy verify\n\nThe workspace is not tidy: 1 file out of place");
        CollectionAssert.AreEqual(before, live.Everything());
    }

    [TestMethod]
    [DataRow("github")]
    [DataRow("azure")]
    public void ATidyWorkspace_IsGood(string system)
    {
        using LiveWorkspace live = new();
        using CiScripts job = CiScripts.Of(system);

        ToolAnswer answer = job.Run(live.FullPath);

        answer.AssertExit(0);
        StringAssert.Contains(SummaryOf(job, answer), "The workspace is tidy.");
        Assert.AreEqual($"tool\ninstall\ndotnet-tidy\n--tool-path\n{job.Temporary}/dotnet-tidy\n", job.Installed);
    }

    [TestMethod]
    [DataRow("github", "true", 1)]
    [DataRow("github", "false", 0)]
    [DataRow("azure", "True", 1)]
    [DataRow("azure", "False", 0)]
    public void Strict_CountsWarnings(string system, string strict, int exit)
    {
        using LiveWorkspace live = new("""{ "version": 1, "extends": ["dotnet"] }""");
        live.Write("app.db");
        using CiScripts job = CiScripts.Of(system);
        job.Run(live.FullPath, ("strict", strict)).AssertExit(exit);
    }

    [TestMethod]
    [DataRow("github", "line=1,col=3,title=TIDY9002::tidy.json: unknown key 'odd'.")]
    [DataRow("azure", "tidy.json;linenumber=1;columnnumber=3;code=TIDY9002;]tidy.json: unknown key 'odd'.")]
    public void ABrokenConfiguration_FailsTheJobWithItsOwnCode(string system, string expected)
    {
        using LiveWorkspace live = new("{ \"odd\": 1 }");
        using CiScripts job = CiScripts.Of(system);

        ToolAnswer answer = job.Run(live.FullPath);

        answer.AssertExit(2);
        StringAssert.Contains(answer.Out, expected);
        Assert.IsFalse(answer.Out.Contains("uploadsummary", StringComparison.Ordinal), answer.Out);
    }

    [TestMethod]
    [DataRow("github")]
    [DataRow("azure")]
    public void Inputs_ReachTheTool(string system)
    {
        using LiveWorkspace live = new();
        live.Write("part/tidy.json", LiveWorkspace.LogsToArchive);
        live.Write("part/b.log");
        live.Write("none.json", """{ "version": 1 }""");
        using CiScripts job = CiScripts.Of(system);

        job.Run(live.FullPath, ("workspace", "part"), ("version", "1.2.3"), ("source", "a folder")).AssertExit(1);
        StringAssert.EndsWith(job.Installed, "/dotnet-tidy\n--version\n1.2.3\n--allow-downgrade\n--source\na folder\n");
        job.Run(live.FullPath, ("workspace", "part"), ("arguments", "--quiet\n  --config none.json")).AssertExit(0);
    }

    [TestMethod]
    [DataRow("github")]
    [DataRow("azure")]
    public void AnInput_IsNeverRun(string system)
    {
        using LiveWorkspace live = new();
        using CiScripts job = CiScripts.Of(system);
        string evil = $"\"; touch '{live.At("run.it")}'; $(touch {live.At("run.it")}) `touch {live.At("run.it")}` *";

        foreach (string input in new[] { "version", "source", "workspace", "arguments", "strict" })
        {
            job.Run(live.FullPath, (input, evil));
            Assert.IsFalse(live.Exists("run.it"), input);
        }
    }

    /// <summary>Both systems replace their expressions in a script before the shell sees it.</summary>
    [TestMethod]
    [DataRow("github")]
    [DataRow("azure")]
    public void NoScript_HasTextFromOutside(string system)
    {
        foreach (string script in CiScripts.Texts(system))
        {
            Assert.IsFalse(script.Contains("${{", StringComparison.Ordinal), script);
            Assert.IsFalse(script.Contains("$(", StringComparison.Ordinal), script);
        }
    }

    /// <summary>GitHub's is the file it gives; Azure's is the one that the job names.</summary>
    private static string SummaryOf(CiScripts job, ToolAnswer answer)
    {
        const string Upload = "##vso[task.uploadsummary]";
        string? uploaded = answer.Out.Split('\n').SingleOrDefault(l => l.StartsWith(Upload, StringComparison.Ordinal));
        return uploaded is null ? job.Summary : File.ReadAllText(uploaded[Upload.Length..]);
    }
}
