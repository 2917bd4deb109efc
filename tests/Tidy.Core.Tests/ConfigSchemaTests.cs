using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Tidy.Core.Configuration;
using Tidy.Core.Setup;

namespace Tidy.Core.Tests;

/// <summary>The schema that editors read says what the reader says, as far as a schema can.</summary>
[TestClass]
public sealed class ConfigSchemaTests
{
    private static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "Fixtures");
    private static readonly JsonObject Schema = ConfigSchema.Make("0.0.0");
    private static readonly SchemaJudge Judge = new(Schema);

    /// <summary>Mistakes that a schema cannot express, or that are none of its business.</summary>
    private static readonly Dictionary<string, string> OnlyForTheReader = new()
    {
        ["cut-off"] = "no JSON",
        ["empty"] = "no JSON",
        ["not-json"] = "no JSON",
        ["two-objects"] = "no JSON",
        ["half-a-surrogate-pair"] = "no Unicode",
        ["half-a-surrogate-pair-in-a-key"] = "no Unicode",
        ["too-deep"] = "no JSON to a reader with a bound",
        ["allow-entry-twice"] = "a key twice",
        ["key-twice"] = "a key twice",
        ["list-twice"] = "a key twice",
        ["section-twice"] = "a key twice",
        ["word-twice"] = "a key twice",
        ["backoff-upside-down"] = "compares two values",
        ["id-twice"] = "compares two rules",
        ["migration-in-two-steps"] = "compares two migrations",
        ["migration-into-itself"] = "compares two values",
        ["migration-twice"] = "compares two migrations",
    };

    private static IEnumerable<string> Good =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Fixtures, "own")).Where(path => Path.GetFileName(path) != "tidy.schema.json").Select(File.ReadAllText),
        .. Directory.EnumerateFiles(Path.Combine(Fixtures, "samples"), "*.json", SearchOption.AllDirectories).Select(File.ReadAllText),
        .. Guides.Names.Except(GuideTests.AboutSettings).SelectMany(name => Guides.Blocks(Guides.Read(name), "jsonc")),
        StarterConfig.Text(["dotnet"], new AllowProposal([], 0), SchemaFile.Name),
    ];

    private static string Everything => Guides.Blocks(Guides.Read("configuration.md"), "jsonc")[0];

    [TestMethod]
    public void TheFileOfTheRepository_IsMadeOfTheTables()
    {
        string version = XDocument.Load(Path.Combine(Fixtures, "guides", "Tidy.Version.props")).Descendants("TidyVersion").Single().Value;
        GeneratedFile.IsInStep(".config/tidy.schema.json", "own/tidy.schema.json", Encoding.UTF8.GetString(ConfigSchema.Write(version)));
    }

    [TestMethod]
    public void EveryConfigurationOfTheRepository_IsValid()
    {
        string[] good = [.. Good];
        Assert.IsGreaterThan(8, good.Length);
        foreach ((int number, string problem) in Judge.Refused(good))
            Assert.Fail($"{problem}\n{good[number]}");
    }

    [TestMethod]
    public void EveryMistakeThatASchemaCanSee_IsRefused()
    {
        string[] names = [.. Directory.EnumerateFiles(Path.Combine(Fixtures, "Configs"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];
        string[] seen = [.. names.Where(name => !OnlyForTheReader.TryGetValue(name, out string? why) || !why.StartsWith("no ", StringComparison.Ordinal))];
        HashSet<string> refused = [.. Judge.Refused([.. seen.Select(name => File.ReadAllText(Path.Combine(Fixtures, "Configs", $"{name}.json")))]).Keys.Select(number => seen[number])];
        string[] missed = [.. seen.Where(name => !refused.Contains(name))];
        CollectionAssert.AreEqual(OnlyForTheReader.Where(mistake => !mistake.Value.StartsWith("no ", StringComparison.Ordinal)).Select(mistake => mistake.Key).Order(StringComparer.Ordinal).ToArray(), missed);
    }

    /// <summary>Each value of a file that has every key, replaced by each of a list of odd ones.</summary>
    [TestMethod]
    public void WhatTheReaderTakes_TheSchemaTakes_AndHardlyMore()
    {
        string[] files = [.. Variants.Of(Everything).Concat(Variants.Of("""{ "rules": [ { "id": "a", "match": ["a"], "action": "report", "code": null } ], "required": [ { "path": "a/" } ] }"""))];
        Dictionary<int, string> refused = Judge.Refused(files);
        int both = 0;
        for (int i = 0; i < files.Length; i++)
        {
            string? mistake = MistakeIn(files[i]);
            if (mistake is null)
                Assert.IsFalse(refused.ContainsKey(i), $"{refused.GetValueOrDefault(i)}\n{files[i]}");
            else if (refused.ContainsKey(i))
                both++;
            else
                Assert.MatchesRegex("does not fit|overlaps|goes on where|earlier rule|nothing has such a size|cannot move into itself", mistake, files[i]);
        }

        Assert.IsGreaterThan(files.Length / 2, both, "most of the odd values are mistakes");
    }

    [TestMethod]
    public void EveryKey_IsExplained_AndNoOtherIsTaken()
    {
        int keys = 0;
        foreach (JsonObject schema in Objects(Schema).Where(o => o["properties"] is JsonObject && o.ContainsKey("additionalProperties")))
        {
            Assert.IsFalse(schema["additionalProperties"]!.GetValue<bool>());
            Assert.IsFalse(string.IsNullOrEmpty(schema["title"]?.GetValue<string>()), "an object without a title");
            foreach ((string name, JsonNode? property) in schema["properties"]!.AsObject())
            {
                keys++;
                Assert.IsGreaterThan(10, property!["description"]?.GetValue<string>().Length ?? 0, name);
            }
        }

        Assert.IsGreaterThan(70, keys);
    }

    [TestMethod]
    [DataRow("queue.properties.baseBackoff", "\"5m\"")]
    [DataRow("queue.properties.maxBytes", "\"100GB\"")]
    [DataRow("queue.properties.maxItems", "100000")]
    [DataRow("runs.properties.orphans", "[\"*.log\",\"*.jsonl\"]")]
    [DataRow("git.properties.tracked", "\"keep\"")]
    [DataRow("archive.properties.commit", "false")]
    [DataRow("archive.properties.retention.properties.action", "\"report\"")]
    public void Defaults_AreThoseOfTheRecords(string path, string expected)
    {
        JsonNode at = Schema["properties"]!;
        foreach (string step in path.Split('.'))
            at = at[step]!;
        Assert.AreEqual(expected, at["default"]!.ToJsonString());
    }

    private static string? MistakeIn(string json)
    {
        try
        {
            ConfigReader.Parse(json, "tidy.json");
            return null;
        }
        catch (TidyException e)
        {
            return e.Message;
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node)
    {
        IEnumerable<JsonNode?> children = node switch { JsonObject o => o.Select(pair => pair.Value), JsonArray a => a, _ => [] };
        return children.SelectMany(Objects).Concat(node is JsonObject self ? [self] : []);
    }
}
