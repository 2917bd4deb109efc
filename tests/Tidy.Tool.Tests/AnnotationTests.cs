using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Tests;

/// <summary>What build systems read. Where a real one is at hand it reads the same in <see cref="MSBuildProcessTests"/> and <see cref="SarifTests"/>.</summary>
[TestClass]
public sealed class AnnotationTests
{
    [TestMethod]
    [DataRow("plan", "github")]
    [DataRow("apply", "github")]
    [DataRow("verify", "github")]
    [DataRow("apply", "azure")]
    [DataRow("verify", "azure")]
    [DataRow("apply", "msbuild")]
    [DataRow("verify", "msbuild")]
    [DataRow("apply", "sarif")]
    [DataRow("verify", "sarif")]
    public void AResult_IsPrintedAsReviewed(string command, string format)
    {
        using ToolRun tool = Run(command, format);
        Golden.AreEqual($"{command}.{format}.txt", tool.Out.Replace($"\"version\": \"{ToolVersion.Text}\"", "\"version\": \"<version>\"", StringComparison.Ordinal));
        Assert.AreEqual("", tool.Error);
    }

    [TestMethod]
    [DataRow("github", "::error title=TIDY9002::no%0Asuch key")]
    [DataRow("azure", "##vso[task.logissue type=error;code=TIDY9002;]no%0Asuch key")]
    [DataRow("msbuild", "dotnet-tidy : Tidy error TIDY9002: no\\nsuch key")]
    public void AFailure_ComesInTheFormatToo(string format, string expected)
    {
        using var tool = new ToolRun();
        tool.Result = _ => throw new TidyException(Codes.BadConfig, ExitCode.Usage, "no\nsuch key");
        Assert.AreEqual(ExitCode.Usage, tool.In("verify", "--quiet", "--format", format));
        Assert.AreEqual(expected + "\n", tool.Out);
        Assert.AreEqual("", tool.Error);
    }

    [TestMethod]
    [DataRow("github", "::error title=TIDY9001::")]
    [DataRow("azure", "##vso[task.logissue type=error;code=TIDY9001;]")]
    [DataRow("msbuild", "dotnet-tidy : Tidy error TIDY9001: ")]
    public void AWrongCommandLine_ComesInTheFormatToo(string format, string expected)
    {
        using var tool = new ToolRun();
        Assert.AreEqual(ExitCode.Usage, tool.In("verify", "--nonsense", "--format", format));
        StringAssert.StartsWith(tool.Out, expected + "Unrecognized option '--nonsense'");
    }

    [TestMethod]
    [DataRow("", "sub/build.log")]
    [DataRow("<parent>", "<name>/sub/build.log")]
    [DataRow("/somewhere/else", "sub/build.log")]
    public void GitHub_CountsPathsFromItsOwnFolder(string gitHubWorkspace, string file)
    {
        using var tool = new ToolRun();
        string root = tool.Folder.Root.FullPath;
        tool.Variables["GITHUB_WORKSPACE"] = gitHubWorkspace.Replace("<parent>", Path.GetDirectoryName(root), StringComparison.Ordinal);
        tool.Result = request => Samples.Empty(request.Command, request.Root) with { Findings = [new Finding(Codes.Secret, FindingLevel.Warning, "sub/build.log", "m")] };
        tool.In("verify", "--quiet", "--format", "github");
        StringAssert.StartsWith(tool.Out, $"::warning file={file.Replace("<name>", Path.GetFileName(root), StringComparison.Ordinal)},title=TIDY2004::");
    }

    [TestMethod]
    [DataRow("github")]
    [DataRow("azure")]
    [DataRow("msbuild")]
    public void Quiet_LeavesNotesOut(string format)
    {
        using ToolRun tool = Run("verify", format, "--quiet");
        Assert.IsFalse(tool.Out.Contains("TIDY1008", StringComparison.Ordinal), tool.Out);
        StringAssert.Contains(tool.Out, "TIDY2010");
    }

    [TestMethod]
    public void WhereTheCallerAcceptsErrors_MSBuildGetsWarnings()
    {
        using var tool = new ToolRun();
        tool.Result = request => Samples.Empty(request.Command, request.Root) with { Findings = [new Finding(Codes.QueueFull, FindingLevel.Error, "a", "m")], Exit = ExitCode.Pending };
        Assert.AreEqual(ExitCode.Done, tool.In("retry", "--format", "msbuild", "--allow-pending"));
        StringAssert.StartsWith(tool.Out, "<root>/a : Tidy warning TIDY9008: m\n");
        tool.In("retry", "--format", "msbuild");
        StringAssert.Contains(tool.Out, "<root>/a : Tidy error TIDY9008: m\n");
    }

    [TestMethod]
    public void AzuresAgent_FindsNoCommandInANote()
    {
        using ToolRun tool = Run("verify", "azure");
        foreach (string line in tool.Out.Split('\n').Where(l => l.Contains("##vso[", StringComparison.OrdinalIgnoreCase)))
            StringAssert.StartsWith(line, "##vso[task.logissue ");
    }

    private static ToolRun Run(string command, string format, params string[] options)
    {
        var tool = new ToolRun();
        tool.Folder.Write("tidy.json", "{}");
        tool.Result = request => command switch
        {
            "plan" => Samples.Plan(request.Root),
            "apply" => Samples.Apply(request.Root),
            _ => Samples.Awkward(request.Root),
        };
        tool.In([command, "--format", format, .. options]);
        return tool;
    }
}
