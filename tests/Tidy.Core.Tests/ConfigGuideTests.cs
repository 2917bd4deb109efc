using System.Text.Json.Serialization.Metadata;
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
        Assert.AreEqual((defaults.ArchivePath, defaults.CommitArchive), (shown.ArchivePath, shown.CommitArchive));
    }

    [TestMethod]
    public void EveryKey_IsInIt()
    {
        string[] missing = [.. KeysOf(TidyFileJson.Default.TidyFile).Where(key => !Guide.Contains($"`{key}`", StringComparison.Ordinal)
            && !Guide.Contains($".{key}`", StringComparison.Ordinal) && !Guide.Contains($"\"{key}\":", StringComparison.Ordinal))];
        Assert.AreEqual("", string.Join(", ", missing));
    }

    private static IEnumerable<string> KeysOf(JsonTypeInfo type)
    {
        if (type.ElementType is { } element)
            return KeysOf(TidyFileJson.Default.GetTypeInfo(element)!);
        return type.Kind == JsonTypeInfoKind.Object
            ? type.Properties.SelectMany(p => KeysOf(TidyFileJson.Default.GetTypeInfo(p.PropertyType)!).Prepend(p.Name))
            : [];
    }
}
