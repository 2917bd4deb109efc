using System.Text.RegularExpressions;
using McMaster.Extensions.CommandLineUtils;
using Tidy.Core.Tests;
using Tidy.Tool.Commands;
using Tidy.Tool.Rendering;
using YamlDotNet.RepresentationModel;

namespace Tidy.Tool.Tests;

/// <summary>The commands and pipelines that the guides show are ones that there are.</summary>
[TestClass]
public sealed partial class GuideCommandTests
{
    [TestMethod]
    public void EveryCommandInABlock_IsUnderstood()
    {
        int count = 0;
        foreach (string name in Guides.Names)
        {
            foreach (GuideBlock block in GuideBlock.Of(name))
            {
                foreach (Match command in Command().Matches(Typed(block)))
                {
                    AssertUnderstood(command.Groups[1].Value.Trim(), name);
                    count++;
                }
            }
        }

        Assert.IsGreaterThan(10, count);
    }

    [TestMethod]
    public void EveryPipelineOfTheCiGuide_GivesOnlyInputsThatThereAre()
    {
        string[] pipelines = Guides.Blocks(Guides.Read("guides/CI.md"), "yaml");
        var used = new List<string>();
        foreach (YamlMappingNode step in pipelines.SelectMany(Yaml.StepsOf))
        {
            if (Yaml.Text(step, "uses") == "./.github/actions/tidy")
                used.AddRange(Keys(step, "with", CiScripts.GitHubInputs));
            if (Yaml.Text(step, "template") == "build/azure/tidy-verify.yml")
                used.AddRange(Keys(step, "parameters", CiScripts.AzureParameters));
        }

        CollectionAssert.AreEquivalent(new[] { "source", "strict", "source", "strict" }, used);
    }

    [TestMethod]
    public void TheCiGuide_ListsTheInputs()
    {
        string[] listed = [.. Guides.Rows(Guides.Read("ci.md")).Select(r => r[0].Trim('`')).Where(CiScripts.GitHubInputs.Contains)];
        CollectionAssert.AreEqual(CiScripts.GitHubInputs, listed);
        CollectionAssert.AreEqual(CiScripts.GitHubInputs, CiScripts.AzureParameters);
    }

    /// <summary>Of a text only what stands behind a prompt; the rest is what tools say.</summary>
    private static string Typed(GuideBlock block) => block.Language == "json" ? "" // what programs say, too
        : block.Language == "text"
        ? string.Join('\n', block.Text.Split('\n').Where(line => line.StartsWith("$ ", StringComparison.Ordinal)))
        : block.Text;

    private static void AssertUnderstood(string line, string guide)
    {
        var words = CommandWords.Read([.. Word().Matches(line).Select(m => m.Value.Trim('"'))]);
        using var app = new CommandLineApplication();
        try
        {
            CommandTable.Register(app, words.Entry, out TidyCommand? command).Parse(words.Arguments);
            Assert.IsNotNull(command, $"{guide}: {line}");
            command.Common.FormatOr(OutputFormat.Text);
        }
        catch (CommandParsingException e)
        {
            Assert.Fail($"{guide}: {line}: {e.Message}");
        }
    }

    private static IEnumerable<string> Keys(YamlMappingNode step, string name, string[] valid)
    {
        foreach (string key in Yaml.Keys(step, name))
        {
            Assert.Contains(key, valid);
            yield return key;
        }
    }

    /// <summary>Up to a comment, a redirection, the end of an attribute or of the line.</summary>
    [GeneratedRegex("(?:dotnet tidy|src/Tidy.Tool --) ((?:[^\\n\"<>|&;#`)]|\"\\$[^\"]*\")+)")]
    private static partial Regex Command();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Word();
}
