using Tidy.Core.Configuration;

namespace Tidy.Core.Tests;

/// <summary>
/// <c>docs/rules.md</c> shows the rules that the presets have. Set TIDY_UPDATE_GOLDEN to the folder of the guides in the source tree to write
/// them anew; what stands above them is written by hand.
/// </summary>
[TestClass]
public sealed class RulesGuideTests
{
    private const string FileName = "rules.md";
    private const string Begin = "<!-- What follows is written by RulesGuideTests, from src/Tidy.Core/Presets. -->\n\n";

    private static readonly string[] Guide = Guides.Read(FileName).Split(Begin);

    [TestMethod]
    public void TheGuide_ShowsEveryRuleAsItIs()
    {
        Assert.HasCount(2, Guide, "the guide has lost its mark");
        string rules = RulesGuide.Of(["known", .. Preset.Names]);

        if (Environment.GetEnvironmentVariable("TIDY_UPDATE_GOLDEN") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, FileName), Guide[0] + Begin + rules);
        Assert.AreEqual(Guide[1], rules);
    }

    [TestMethod]
    public void WhatIsWrittenByHand_NamesEveryPreset()
    {
        foreach (string name in Preset.Names)
            StringAssert.Contains(Guide[0], $"| `{name}` |", name);
    }
}
