using Tidy.Core.Configuration;

namespace Tidy.Core.Tests;

/// <summary>The guide <c>docs/configuration.md</c> says what the code does.</summary>
[TestClass]
public sealed class ConfigGuideTests
{
    private static readonly string Guide = Guides.Read("configuration.md");

    [TestMethod]
    public void TheDefaultsItShows_AreThoseOfTheCode()
    {
        TidyConfig shown = ConfigReader.Parse(Guides.Blocks(Guide, "jsonc")[0], "tidy.json");
        var defaults = new TidyConfig();
        Assert.AreEqual((defaults.Queue, defaults.Limits, defaults.BuildMinAge), (shown.Queue, shown.Limits, shown.BuildMinAge));
        Assert.AreEqual((defaults.Root.Policy, defaults.Tracked, defaults.InUse), (shown.Root.Policy, shown.Tracked, shown.InUse));
        Assert.AreEqual((defaults.Archive.Path, defaults.Archive.Commit), (shown.Archive.Path, shown.Archive.Commit));
        Assert.AreEqual(defaults.Journal, shown.Journal);
    }

    [TestMethod]
    public void TheTablesOfKeys_AreThoseOfTheReader() =>
        GeneratedFile.IsInStep("docs/configuration.md", "guides/configuration.md", KeyRows.Refresh(Guide, ConfigSchema.Make("0.0.0")));

    [TestMethod]
    public void EverySection_HasItsTable()
    {
        string[] shown = [.. Guide.Split("<!-- keys: ").Skip(1).SelectMany(part => part[..part.IndexOf(" -->", StringComparison.Ordinal)].Split(", ")).Where(name => name != "all")];
        string[] sections = [.. from pair in ConfigSchema.Make("0.0.0")["properties"]!.AsObject() where (pair.Value!["items"] ?? pair.Value)["properties"] is not null select pair.Key];
        CollectionAssert.AreEquivalent(sections, shown);
    }
}
