using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Tidy.Core.Queue;

namespace Tidy.Core.Tests;

/// <summary>The quick reader may give up, but must never read something else than the serializer does.</summary>
[TestClass]
public sealed class QuickQueueReaderTests
{
    public static IEnumerable<string> Files => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures", "queues"), "*.json").Select(path => Path.GetFileName(path));

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void AFileOfTheReferenceSystem_IsReadTheSameWay(string name) => AssertSame(QueueScene.Fixture(name));

    [TestMethod]
    public void EveryFieldThatTheSerializerKnows_IsReadTheSameWay()
    {
        JsonNode sample = Sample(QueueJson.Default.QueueFileContentQueueFileItem);
        AssertSame(sample.ToJsonString());
    }

    [TestMethod]
    public void FieldsOfALaterVersion_AreKeptAtEveryLevel() => AssertSame(
        """{ "schema_version": 1, "new": [1], "defaults": { "max_attempts": 3, "also": {} }, "items": [ { "src": "a", "x": null }, { "src": "b", "x": "y", "x": 2 } ] }""");

    [TestMethod]
    public void NullsAndMissingFields_AreReadTheSameWay() => AssertSame(
        """{ "queue_id": null, "items": [ { "id": null, "src": null, "tags": null, "holders": null, "attempt_count": null, "first_seen_at": null, "bytes_estimate": null }, {} ] }""");

    [TestMethod]
    public void TextsLikeThoseOfTheItemBefore_AreTheirOwn() => AssertSame(
        """
        { "items": [
          { "action": "move", "status": "pending", "tags": ["a", "b"], "holders": [ { "pid": 1, "name": "x", "started_at": "2026-11-22T01:13:14Z" } ], "commit": "c" },
          { "action": "move", "status": "held", "tags": ["a", "c", "d"], "holders": [ { "pid": 1, "name": "x" }, { "pid": 2 } ] },
          { "action": "copy", "tags": [], "holders": [], "commit": "\u0063" } ] }
        """);

    [TestMethod]
    [DataRow("")]
    [DataRow("[]")]
    [DataRow("""{ "items": [ ] } x""")]
    [DataRow("""{ "items": [ null ] }""")]
    [DataRow("""{ "items": [ { "src": 1 } ] }""")]
    [DataRow("""{ "items": [ { "attempt_count": 1.5 } ] }""")]
    [DataRow("""{ "items": [ { "first_seen_at": "yesterday" } ] }""")]
    [DataRow("""{ "items": [ { "src": "\ud800" } ] }""")]
    [DataRow("""{ "items": [ { "src": "a" }""")]
    public void TheUnexpected_IsLeftToTheReaderOfSingleItems(string json) => Assert.IsNull(QuickQueueReader.TryRead(Encoding.UTF8.GetBytes(json)));

    private static void AssertSame(string json)
    {
        var quick = QuickQueueReader.TryRead(Encoding.UTF8.GetBytes(json));
        Assert.IsNotNull(quick, $"left alone: {json}");
        Assert.AreEqual(BySerializer(json), Text(quick));
    }

    private static string BySerializer(string json) => Text(JsonSerializer.Deserialize(json, QueueJson.Default.QueueFileContentQueueFileItem)!);

    private static string Text(QueueFileContent<QueueFileItem> content) => JsonSerializer.Serialize(content, QueueJson.Default.QueueFileContentQueueFileItem);

    /// <summary>A value of the type, with every field of every object in it, and two items in every list.</summary>
    private static JsonNode Sample(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object => new JsonObject(type.Properties.Where(p => !p.IsExtensionData).Select(p => KeyValuePair.Create(p.Name, (JsonNode?)Sample(QueueJson.Default.GetTypeInfo(p.PropertyType)!)))),
        JsonTypeInfoKind.Enumerable => new JsonArray(Sample(QueueJson.Default.GetTypeInfo(type.ElementType!)!), Sample(QueueJson.Default.GetTypeInfo(type.ElementType!)!)),
        _ when type.Type == typeof(DateTimeOffset?) => "2026-11-22T01:13:14.123456Z",
        _ when type.Type == typeof(string) => "text",
        _ => 7,
    };
}
