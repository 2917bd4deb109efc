using Tidy.Core.Configuration;
using Tidy.Core.Rules;
using Tidy.Core.Setup;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class StarterConfigTests
{
    private static readonly AllowProposal Nothing = new([], 0);

    [TestMethod]
    public void WhatItSuggestsInComments_IsValidToo()
    {
        string all = string.Join('\n', StarterConfig.Text(["dotnet"], Nothing, SchemaFile.Name).Split('\n').Select(line =>
            line.TrimStart() is ['/', '/', ' ', '"' or '{', ..] ? line.Replace("// ", "", StringComparison.Ordinal) : line));
        TidyConfig config = ConfigReader.Parse(all, "tidy.json");
        Assert.AreEqual(("exports", RuleAction.Move), (config.Rules[0].Id, config.Rules[0].Action));
        Assert.AreEqual("keep.log", config.Root.Allow[0].Path);
        Assert.AreEqual(new TidyConfig().BuildMinAge, config.BuildMinAge);
        StringAssert.Contains(all, "  \"build\": { \"minAge\": \"24h\" }");
    }

    [TestMethod]
    public void WhatItAllows_IsReadBackWhateverItsName()
    {
        AllowedEntry[] entries = [new("odd \" name\t\u00e4\u202e.log", "named by 'a\"b.csproj'"), new("out/", "tracked by git")];
        string text = StarterConfig.Text(["dotnet", "agents"], new AllowProposal(entries, 3), schema: null);
        TidyConfig config = ConfigReader.Parse(text, "tidy.json");
        CollectionAssert.AreEqual(entries, config.Root.Allow.Take(2).ToArray());
        CollectionAssert.AreEqual(new[] { "dotnet", "agents" }, config.Presets.ToArray());
        StringAssert.Contains(text, "// 3 more with names that rules move stay");
        Assert.DoesNotContain("$schema", text);
        Assert.DoesNotContain('\r', text);
    }
}
