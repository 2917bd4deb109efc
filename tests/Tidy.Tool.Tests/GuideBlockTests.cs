using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>
/// Every block of the README and the guides is tried: commands are run by bash on a prepared workspace, outputs are compared with what the tool
/// prints, pipelines have their scripts run, and the rest is read by the reader it is for. Set TIDY_UPDATE_GOLDEN to write outputs anew.
/// </summary>
[TestClass]
public sealed partial class GuideBlockTests
{
    private static readonly string[] ReadElsewhere = ["jsonc"]; // tests/Tidy.Core.Tests/GuideTests.cs

    public static IEnumerable<object[]> Names => Guides.Names.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void EveryBlock_DoesWhatTheGuideSays(string guide)
    {
        using var walk = new GuideWalk();
        foreach (GuideBlock block in GuideBlock.Of(guide))
            Try(walk, block);
        walk.SaveUpdates(guide);
    }

    /// <summary>Shown where packages are shown, so without comments about tests.</summary>
    [TestMethod]
    public void EveryCommandOfThePackagesPage_Works()
    {
        using var walk = new GuideWalk();
        foreach (GuideBlock block in GuideBlock.In("build/package-readme.md", File.ReadAllText(Path.Combine(RepositoryTests.Root(), "build", "package-readme.md")).ReplaceLineEndings("\n")))
            Try(walk, block);
    }

    [TestMethod]
    public void WhatIsRunElsewhere_IsInAGuide_AndIsRunThere()
    {
        string[] lines = [.. Guides.Names.SelectMany(GuideBlock.Of).SelectMany(b => b.Text.Split('\n')).Select(Command)];
        foreach (GuideElsewhere elsewhere in GuideElsewhere.All)
        {
            Assert.IsTrue(lines.Any(line => GuideElsewhere.Of(line) == elsewhere), $"no guide has '{elsewhere.Command}' any more");
            if (elsewhere.Where is { } where)
                StringAssert.Contains(File.ReadAllText(Path.Combine(RepositoryTests.Root(), where)), elsewhere.Proof, where);
        }
    }

    private static void Try(GuideWalk walk, GuideBlock block)
    {
        if (block.WhyNotRun is { } why)
            Assert.AreNotEqual("", why, $"{block}: the reason is missing");
        else if (block.Language is "sh" or "bash")
            walk.Run(block, block.Text);
        else if (block.IsSession)
            walk.Type(block);
        else if (block.IsOutput)
            walk.Compare(block);
        else if (block.Language == "yaml")
            RunSteps(walk, block);
        else if (block.Language == "markdown")
            RunMentioned(walk, block);
        else
            Read(block);
    }

    /// <summary>GitHub: <c>run</c>; Azure: <c>script</c>; GitLab: <c>script</c>, a list.</summary>
    private static void RunSteps(GuideWalk walk, GuideBlock block)
    {
        foreach (string script in Yaml.ScriptsOf(block.Text))
            walk.Run(block, script);
    }

    /// <summary>A text to paste for others to follow: the commands it tells them to use.</summary>
    private static void RunMentioned(GuideWalk walk, GuideBlock block)
    {
        MatchCollection commands = CodeSpan().Matches(block.Text);
        Assert.AreNotEqual(0, commands.Count, $"{block}");
        foreach (Match command in commands)
            walk.Run(block, command.Groups[1].Value);
    }

    private static void Read(GuideBlock block)
    {
        switch (block.Language)
        {
            case "xml":
                XElement.Parse($"<all>{block.Text}</all>");
                break;
            case "json":
                using (JsonDocument.Parse(block.Text))
                    break;
            case "text" when block.Guide != "README.md" && !block.Guide.StartsWith("guides/", StringComparison.Ordinal):
                break; // a drawing, or a line of a file, in a page that is for looking things up
            default:
                Assert.Contains(block.Language, ReadElsewhere, $"{block}: nobody tries a block of this kind; a comment before it can say 'not run: REASON'");
                break;
        }
    }

    /// <summary>Also one of a pipeline.</summary>
    private static string Command(string line) => line.TrimStart(' ', '-').Replace("run: ", "", StringComparison.Ordinal).Replace("script: ", "", StringComparison.Ordinal);

    [GeneratedRegex("`(dotnet tidy[^`]*)`")]
    private static partial Regex CodeSpan();
}
