using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Tidy.Core.Configuration;
using Tidy.Core.Platform;
using Tidy.Core.Rules;

namespace Tidy.Core.Tests;

/// <summary>The quick reader may give up, but must never read something else than the serializer does.</summary>
[TestClass]
public sealed class QuickReaderTests
{
    public static IEnumerable<string> Mistakes => ConfigErrorTests.Names;

    [TestMethod]
    public void EveryKeyThatTheSerializerKnows_IsReadTheSameWay()
    {
        string json = Sample(TidyFileJson.Default.TidyFile).ToJsonString();
        TidyFile? quick = QuickReader.TryRead(Encoding.UTF8.GetBytes(json));
        Assert.IsNotNull(quick, $"a key is not known to the quick reader: {json}");
        Assert.AreEqual(BySerializer(json), Text(quick));
    }

    [TestMethod]
    [DataRow("dotnet")]
    [DataRow("agents")]
    public void APreset_IsReadTheSameWay(string name)
    {
        using var reader = new StreamReader(typeof(Preset).Assembly.GetManifestResourceStream($"preset.{name}")!);
        string json = reader.ReadToEnd();
        TidyFile? quick = QuickReader.TryRead(Encoding.UTF8.GetBytes(json));
        Assert.IsNotNull(quick);
        Assert.AreEqual(BySerializer(json), Text(quick));
    }

    [TestMethod]
    [DynamicData(nameof(Mistakes))]
    public void AMistake_IsLeftToTheSerializerOrReadTheSameWay(string name)
    {
        string json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Configs", $"{name}.json"));
        if (QuickReader.TryRead(Encoding.UTF8.GetBytes(json)) is { } quick)
            Assert.AreEqual(BySerializer(json), Text(quick));
    }

    [TestMethod]
    [DataRow("""{ "version": 1, "version": 1 }""")]
    [DataRow("""{ "root": { "policy": "clutter", "policy": "clutter" } }""")]
    [DataRow("""{ "rules": [ { "match": ["a"], "match": ["b"] } ] }""")]
    [DataRow("""{ "inUse": null }""")]
    [DataRow("""{ "extends": [null] }""")]
    [DataRow("""{ "rules": [ "a" ] }""")]
    [DataRow("""{ "version": 1.5 }""")]
    [DataRow("""{ "archive": { "commit": "true" } }""")]
    [DataRow("""{ } { }""")]
    [DataRow("[]")]
    [DataRow("")]
    public void TheUnexpected_IsLeftToTheSerializer(string json) => Assert.IsNull(QuickReader.TryRead(Encoding.UTF8.GetBytes(json)));

    [TestMethod]
    public void TheWordsOfTheConfiguration_AreThoseOfTheEnumerationsInTheirOrder()
    {
        AreNamesOf<RuleAction>(ConfigWords.Actions);
        AreNamesOf<ConflictMode>(ConfigWords.Conflicts);
        AreNamesOf<RootPolicy>(ConfigWords.RootPolicies);
        AreNamesOf<TrackedFilesPolicy>(ConfigWords.TrackedFiles);
        AreNamesOf<InUsePolicy>(ConfigWords.InUse);
        AreNamesOf<QueueOrder>(ConfigWords.QueueOrders);
        AreNamesOf<DocsMode>(ConfigWords.DocsModes);
    }

    private static void AreNamesOf<T>(string[] words)
        where T : struct, Enum =>
        CollectionAssert.AreEqual(Array.ConvertAll(Enum.GetNames<T>(), JsonNamingPolicy.CamelCase.ConvertName), words);

    private static string BySerializer(string json) => Text(JsonSerializer.Deserialize(json, TidyFileJson.Default.TidyFile)!);

    private static string Text(TidyFile file) => JsonSerializer.Serialize(file, TidyFileJson.Default.TidyFile);

    /// <summary>A value of the type, with every key of every object in it.</summary>
    private static JsonNode Sample(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object => new JsonObject(type.Properties.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)Sample(TidyFileJson.Default.GetTypeInfo(p.PropertyType)!)))),
        JsonTypeInfoKind.Enumerable => new JsonArray(Sample(TidyFileJson.Default.GetTypeInfo(type.ElementType!)!), Sample(TidyFileJson.Default.GetTypeInfo(type.ElementType!)!)),
        _ when type.Type == typeof(int?) => 7,
        _ when type.Type == typeof(bool?) => true,
        _ => "text",
    };
}
