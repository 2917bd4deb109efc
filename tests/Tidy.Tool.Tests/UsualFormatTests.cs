using Tidy.Core;

namespace Tidy.Tool.Tests;

/// <summary>Without <c>--format</c>, what runs the tool decides.</summary>
[TestClass]
public sealed class UsualFormatTests
{
    private const string Build = "MSBuildLoadMicrosoftTargetsReadOnly=true";

    [TestMethod]
    [DataRow("verify", "", "dotnet tidy verify", false)]
    [DataRow("verify", "CI=true", "dotnet tidy verify", false)]
    [DataRow("verify", "GITHUB_ACTIONS=true", "::error ", true)]
    [DataRow("plan", "GITHUB_ACTIONS=true", "::error ", true)]
    [DataRow("apply --preset dotnet", "GITHUB_ACTIONS=true", "::error ", true)]
    [DataRow("retry", "GITHUB_ACTIONS=true", "::error ", true)]
    [DataRow("undo", "GITHUB_ACTIONS=true", "::error ", true)]
    [DataRow("verify", "GITHUB_ACTIONS=false", "::error ", false)]
    [DataRow("verify", "TF_BUILD=True", "##vso[task.logissue type=error;", true)]
    [DataRow("verify", Build, "dotnet-tidy : Tidy error TIDY9004: ", true)]
    [DataRow("verify", Build + " GITHUB_ACTIONS=true", "dotnet-tidy : Tidy error TIDY9004: ", true)]
    [DataRow("verify", Build + " GITHUB_ACTIONS=true", "::", false)]
    [DataRow("verify", Build + " TF_BUILD=True", "dotnet-tidy : Tidy error TIDY9004: ", true)]
    [DataRow("verify --format github", Build, "::error ", true)]
    [DataRow("verify --format text", "GITHUB_ACTIONS=true", "::error ", false)]
    [DataRow("verify --format text", Build, " : Tidy error", false)]
    public void TheEnvironment_TellsWhoReads(string line, string variables, string beginning, bool begins)
    {
        using ToolRun tool = Tool(variables, isTerminal: false);
        tool.In(line.Split(' '));
        Assert.AreEqual(begins, tool.Out.StartsWith(beginning, StringComparison.Ordinal), tool.Out);
    }

    [TestMethod]
    public void ATerminal_IsRead_ByAPerson()
    {
        using ToolRun tool = Tool(Build + " GITHUB_ACTIONS=true CI=true", isTerminal: true);
        tool.In("verify");
        StringAssert.StartsWith(tool.Out, "error TIDY9004: ");
    }

    [TestMethod]
    public void AFileOfOutput_IsText_UnlessAFormatIsNamed()
    {
        using ToolRun tool = Tool("GITHUB_ACTIONS=true", isTerminal: false);
        string file = tool.Folder.At("report");
        tool.In("verify", "--output", file);
        StringAssert.StartsWith(File.ReadAllText(file), "error TIDY9004: ");
        tool.In("verify", "--output", file, "--format", "github");
        StringAssert.StartsWith(File.ReadAllText(file), "::error ");
    }

    [TestMethod]
    [DataRow("verify --nonsense", "::error title=TIDY9001::")]
    [DataRow("verfy", "::error title=TIDY9001::")]
    [DataRow("verify --format xml", "::error title=TIDY9001::")]
    public void AWrongCommandLine_IsReadByTheSame(string line, string expected)
    {
        using ToolRun tool = Tool("GITHUB_ACTIONS=true", isTerminal: false);
        Assert.AreEqual(ExitCode.Usage, tool.In(line.Split(' ')));
        StringAssert.StartsWith(tool.Out, expected);
    }

    /// <summary>They have text and JSON, or Markdown too.</summary>
    [TestMethod]
    [DataRow("history", "text, json, markdown")]
    [DataRow("queue list", "text, json")]
    [DataRow("queue report", "text, json, markdown")]
    public void OtherCommands_StayAsTheyAre(string line, string formats)
    {
        using ToolRun tool = Tool("GITHUB_ACTIONS=true", isTerminal: false);
        tool.Queue.Setup(q => q.List(null)).Returns(new Tidy.Core.Queue.QueueAnswer([Samples.Item], []));
        tool.Queue.Setup(q => q.Report(10)).Returns(Samples.Report());
        Assert.AreEqual(ExitCode.Done, tool.In(line.Split(' ')), tool.Out);
        Assert.AreEqual(ExitCode.Usage, tool.In([.. line.Split(' '), "--format", "github"]));
        StringAssert.Contains(tool.Out, $"Valid values are {formats}.");
    }

    private static ToolRun Tool(string variables, bool isTerminal)
    {
        var tool = new ToolRun { OutIsTerminal = isTerminal };
        foreach (string[] pair in variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=')))
            tool.Variables.Add(pair[0], pair[1]);
        tool.Result = request => Samples.Empty(request.Command, request.Root) with
        {
            Findings = [new(Codes.OverLimits, Tidy.Core.Planning.FindingLevel.Error, null, "Too much.")],
            Exit = ExitCode.Findings,
        };
        return tool;
    }
}
