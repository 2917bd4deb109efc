using System.Collections;
using System.Reflection;
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
    public void EveryKey_IsInIt()
    {
        string[] missing = [.. Keys().Where(key => !Guide.Contains($"`{key}`", StringComparison.Ordinal)
            && !Guide.Contains($".{key}`", StringComparison.Ordinal) && !Guide.Contains($"\"{key}\":", StringComparison.Ordinal))];
        Assert.AreEqual("", string.Join(", ", missing));
    }

    /// <summary>The names in every table of keys there is, so that none can be forgotten here.</summary>
    private static List<string> Keys()
    {
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var tables = from type in typeof(Key<>).Assembly.GetTypes()
                     where !type.ContainsGenericParameters
                     from field in type.GetFields(Any)
                     where field.FieldType.GetElementType() is { IsGenericType: true } item && item.GetGenericTypeDefinition() == typeof(Key<>)
                     select (IEnumerable)field.GetValue(null)!;
        List<string> keys = [.. from table in tables from object key in table select NameOf(key)];
        Assert.IsGreaterThan(40, keys.Count, "some tables are not found");
        return keys;
    }

    private static string NameOf(object key) => (string)key.GetType().GetProperty(nameof(Key<object>.Name))!.GetValue(key)!;
}
