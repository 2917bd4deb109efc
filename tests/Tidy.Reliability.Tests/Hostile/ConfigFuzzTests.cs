using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Tests;
using Tidy.Core.Workspaces;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>A damaged <c>tidy.json</c> means what any JSON reader would take it for, or is refused with the place of the mistake.</summary>
[TestClass]
public sealed class ConfigFuzzTests(TestContext context)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly JsonSerializerOptions Plain = new() { Converters = { new PathAsText() } };

    private static IReadOnlyList<Document> Documents =>
    [
        .. Sound, .. Sound, .. Sound, // most of the others are refused as they are
        .. Document.AllIn(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Configs"), "*.json"),
    ];

    private static IReadOnlyList<Document> Sound =>
        [.. Document.AllIn(Path.Combine(AppContext.BaseDirectory, "Fixtures", "samples"), "*.json"), new("every section", Encoding.UTF8.GetBytes(EverySection))];

    private const string EverySection =
        """
        { "$schema": "x", "version": 1, "extends": ["dotnet", "agents"], // a comment
          "root": { "policy": "allowlist", "allow": [ "*.slnx", { "path": "global.json", "reason": "SDK pin" } ] },
          "rules": [ { "id": "binlogs", "match": ["*.binlog", "a?b*"], "to": "archive/diagnostics/logs/", "conflict": "rename", "minAge": "0s", "reason": "r" }, { "id": "x", "match": ["x"], "action": "report" } ],
          "migrations": [ { "from": "organizer/", "to": ".autonomous_runs/organizer-v1/src/organizer/" } ],
          "docs": { "path": "docs", "truthSources": ["BUILD_HISTORY.md"], "allow": ["*_GUIDE.md"], "allowDirs": ["guides"], "mode": "report" },
          "runs": { "path": ".autonomous_runs", "keepLast": 10, "minAge": "7d", "protect": ["baselines"], "archiveTo": "archive/runs/" },
          "archive": { "path": "archive", "buckets": ["plans", "reports"], "deduplicate": false, "index": true, "commit": false },
          "queue": { "baseBackoff": "5m", "maxBackoff": "24h", "maxAttempts": 10, "abandonAfter": "30d", "order": "smallest", "maxItems": 100000, "maxBytes": "100GB" },
          "git": { "tracked": "keep" }, "inUse": "any", "build": { "minAge": "24h" }, "limits": { "maxMoves": 10000, "maxBytes": "10GB" }, }
        """;

    [TestMethod]
    public void ADamagedConfiguration_MeansWhatItSays_OrIsRefusedWithItsPlace()
    {
        using Scratch scratch = new();
        string file = scratch.At("tidy.json");
        int read = 0;
        Fuzz fuzz = new("config", Documents, most: 2);
        int cases = fuzz.Check(25_000, damage =>
        {
            File.WriteAllBytes(file, damage.Bytes);
            if (Read(file) is not { } config)
                return;
            read++;
            AssertSameAsPlain(config, damage.Bytes);
        });
        Assert.IsGreaterThan(0, read);
        Figures.Report(context, "Hostile input: tidy.json", $"{cases} damaged files", $"{read} read, {cases - read} refused with line and column; 0 misread, 0 crashes, 0 hangs");
    }

    /// <summary>Null when it was refused as it should be.</summary>
    private static TidyConfig? Read(string file)
    {
        try
        {
            return ConfigReader.Read(file);
        }
        catch (TidyException e)
        {
            Assert.AreEqual(ExitCode.Usage, e.Exit);
            CollectionAssert.Contains(new[] { Codes.BadConfig, Codes.PathRefused, Codes.NewerSchema }, e.Code);
            AssertPointsIntoTheFile(e, File.ReadAllBytes(file));
            return null;
        }
    }

    private static void AssertPointsIntoTheFile(TidyException e, byte[] bytes)
    {
        Assert.IsNotNull(e.Place, e.Message);
        if (bytes.Length > 1 << 20)
            return; // is refused as a whole
        string[] lines = Encoding.UTF8.GetString(bytes).Split('\n');
        Assert.IsTrue(e.Place.Line >= 1 && e.Place.Line <= lines.Length, $"line {e.Place.Line} of {lines.Length}: {e.Message}");
        Assert.IsTrue(e.Place.Column >= 1 && e.Place.Column <= lines[e.Place.Line.Value - 1].Length + 1, $"{e.Place} of '{lines[e.Place.Line.Value - 1]}': {e.Message}");
    }

    /// <summary>Without comments, blanks and commas too many, as a JSON reader that knows nothing of us writes it.</summary>
    private static void AssertSameAsPlain(TidyConfig config, byte[] bytes)
    {
        ReadOnlyMemory<byte> json = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsMemory(3) : bytes;
        using JsonDocument document = JsonDocument.Parse(json, Lenient);
        string plain = JsonSerializer.Serialize(document.RootElement);
        Assert.AreEqual(Text(config with { File = null }), Text(ConfigReader.Parse(plain, "tidy.json")));
    }

    private static string Text(TidyConfig config) => JsonSerializer.Serialize(config, Plain);

    /// <summary>A path has its parent, and that its own: as deep as somebody wrote it, and deeper than the serializer goes.</summary>
    private sealed class PathAsText : JsonConverter<WorkspacePath>
    {
        public override WorkspacePath Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, WorkspacePath value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
