using System.Text.Json;
using Tidy.Core.Planning;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class ArchiveIndexTests
{
    private const string Index = """{ "index": true }""";
    private const string Logs = """[ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" } ]""";

    [TestMethod]
    public void TheIndex_HasBucketsAndTheNewestFiles_WithRelativePaths()
    {
        using ArchiveBench bench = new(Index);
        for (int i = 0; i < 30; i++)
            bench.Write($"archive/plans/deep/p{i:00}.md", "12345", age: i + 1);
        bench.Write("archive/NOTES_of-May.md", "123", age: 0.5);
        bench.Write("archive/runs/1/x.log", "1", age: 90);
        bench.Write("archive/.gitignore", "*\n");
        Directory.CreateDirectory(bench.Bench.At("archive/empty"));
        if (!OperatingSystem.IsWindows())
            File.CreateSymbolicLink(bench.Bench.At("archive/plans/link"), "deep");

        using JsonDocument json = JsonDocument.Parse(bench.Made(bench.Index()));

        JsonElement root = json.RootElement.GetProperty("archive_roots")[0];
        Assert.AreEqual((1, "2026-03-01T12:00:00Z"), (json.RootElement.GetProperty("schema_version").GetInt32(), json.RootElement.GetProperty("generated_at_utc").GetString()));
        Assert.AreEqual(("archive", "archive", "archive"), (Text(root, "id"), Text(root, "root_rel"), Text(root, "kind")));
        CollectionAssert.AreEqual(
            new[] { ". 1 3", "plans 30 150", "runs 1 1" },
            root.GetProperty("bucket_stats").EnumerateArray().Select(b => $"{Text(b, "bucket_rel")} {b.GetProperty("file_count")} {b.GetProperty("total_bytes")}").ToArray());
        string[] recent = [.. root.GetProperty("recent_files").EnumerateArray().Select(f => $"{Text(f, "path_rel")} {f.GetProperty("bytes")} {Text(f, "mtime_utc")} {Text(f, "kind")}")];
        Assert.HasCount(25, recent);
        Assert.AreEqual("NOTES_of-May.md 3 2026-03-01T00:00:00Z document", recent[0]);
        Assert.AreEqual("plans/deep/p00.md 5 2026-02-28T12:00:00Z document", recent[1]);
        Assert.AreEqual("NOTES of May", Text(root.GetProperty("recent_files")[0], "summary_hint"));
        Assert.DoesNotContain(bench.Bench.Root.FullPath, json.RootElement.GetRawText());
    }

    [TestMethod]
    public void Written_ItIsPlannedAgainOnlyWhenTheArchiveChanges()
    {
        using ArchiveBench bench = new(Index);
        bench.Write("archive/plans/a.md", age: 3);
        CollectionAssert.AreEqual(
            new[] { "write_index archive/ARCHIVE_INDEX.json > archive/ARCHIVE_INDEX.json", "write_index archive/ARCHIVE_INDEX.md > archive/ARCHIVE_INDEX.md" },
            bench.Planned());
        bench.WriteIndex();
        bench.Bench.Clock.Advance(TimeSpan.FromDays(2));

        Assert.IsEmpty(bench.Planned());
        Assert.IsEmpty(bench.Findings());

        bench.Write("archive/plans/b.md", age: 1);
        Assert.HasCount(2, bench.Planned());
        StringAssert.Contains(bench.Made(bench.Index()), "2026-03-03T12:00:00Z");
    }

    [TestMethod]
    public void OfACommittedArchive_TheIndexIsTheSameInEachClone()
    {
        using Workbench bench = new("""{ "archive": { "index": true, "commit": true } }""");
        bench.Write("archive/reports/a.md");
        bench.Write("archive/reports/b.md");
        bench.Apply();
        Assert.IsTrue(bench.Exists("archive/ARCHIVE_INDEX.json") && bench.Exists("archive/ARCHIVE_INDEX.md"));

        // A checkout gives every file the time of the checkout, and on Windows an index CRLF.
        foreach (string index in new[] { "archive/ARCHIVE_INDEX.json", "archive/ARCHIVE_INDEX.md" })
            File.WriteAllText(bench.At(index), File.ReadAllText(bench.At(index)).Replace("\n", "\r\n", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(bench.At("archive/reports/a.md"), new DateTime(2026, 2, 2, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(bench.At("archive/reports/b.md"), new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.IsEmpty(bench.Plan().Entries);
    }

    [TestMethod]
    public void AtTheEndOfARun_ItSaysWhatReallyHappened()
    {
        using ArchiveBench bench = new("""{ "index": true, "deduplicate": true, "retention": { "olderThan": "30d", "action": "compress" } }""", Logs);
        string large = string.Concat(Enumerable.Repeat("many words ", 1000));
        bench.Write("archive/old.txt", large, age: 40);
        bench.Write("archive/same1", "same", age: 3);
        bench.Write("archive/same2", "same", age: 2);
        bench.Write("free.log", "12", age: 1);
        bench.Write("held.log", "1234", age: 1);
        PlanEntry index = bench.Index();
        List<CarriedOut> done = bench.CarriedOut(e => e.Source.Name != "held.log");
        bench.Write("archive/old.txt.gz", "packed", age: 40); // as the run would leave it

        string made = System.Text.Encoding.UTF8.GetString(index.Content!.Make(done)!);

        using JsonDocument json = JsonDocument.Parse(made);
        CollectionAssert.AreEqual(
            new[] { ". 2 10", "logs 1 2" },
            json.RootElement.GetProperty("archive_roots")[0].GetProperty("bucket_stats").EnumerateArray().Select(b => $"{Text(b, "bucket_rel")} {b.GetProperty("file_count")} {b.GetProperty("total_bytes")}").ToArray());
        Assert.DoesNotContain("held.log", made);
        Assert.DoesNotContain("same2", made);
        StringAssert.Contains(made, "\"path_rel\": \"old.txt.gz\",\n          \"bytes\": 6,");
    }

    [TestMethod]
    public void WhenNothingThatWasPlannedHappened_NothingIsWritten()
    {
        using ArchiveBench bench = new(Index, Logs);
        bench.Write("archive/a", age: 2);
        bench.WriteIndex();
        bench.Write("held.log");

        Assert.IsNull(bench.Index().Content!.Make([]));
        Assert.IsNotNull(bench.Index().Content!.Make(bench.CarriedOut(_ => true)));
    }

    [TestMethod]
    public void WithoutAnArchive_ThereIsNoIndex_UntilSomethingArrives()
    {
        using ArchiveBench bench = new(Index, Logs);
        Assert.IsEmpty(bench.Planned());

        bench.Write("a.log");

        Assert.HasCount(2, bench.Planned());
        Assert.IsNull(bench.Index().Content!.Make([]));
        StringAssert.Contains(bench.Made(bench.Index("md")), "| logs/a.log | 7 |");
    }

    [TestMethod]
    public void AMovedFolder_BringsAllThatIsInIt()
    {
        using ArchiveBench bench = new(Index, """[ { "id": "old", "match": ["old*/"], "to": "archive/runs/" } ]""");
        bench.Write("old1/a/b.txt", "12");
        bench.Write("old1/c.txt", "3");

        string made = bench.Made(bench.Index());

        StringAssert.Contains(made, "\"path_rel\": \"runs/old1/a/b.txt\"");
        StringAssert.Contains(made, "\"file_count\": 2,\n          \"total_bytes\": 3,");
    }

    [TestMethod]
    [DataRow("ARCHIVE_INDEX.json", "{ \"mine\": 1 }")]
    [DataRow("ARCHIVE_INDEX.json", "not json")]
    [DataRow("ARCHIVE_INDEX.json", "[]")]
    [DataRow("ARCHIVE_INDEX.md", "# Archive\n\nMy own words.\n")]
    public void AFileOfSomebodyElse_IsReported_AndLeft(string name, string content)
    {
        using ArchiveBench bench = new(Index);
        bench.Write("archive/a");
        bench.Write($"archive/{name}", content);

        CollectionAssert.AreEqual(new[] { $"TIDY2019 archive/{name}" }, bench.Findings());
        Assert.IsFalse(bench.Planned().Any(p => p.Contains(name, StringComparison.Ordinal)));
        Assert.HasCount(1, bench.Planned());
    }

    [TestMethod]
    public void ALinkInPlaceOfTheIndex_IsReported_AndLeft()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("Links need a right there.");
        using ArchiveBench bench = new(Index);
        bench.Write("archive/a");
        bench.Write("elsewhere.json", """{ "archive_roots": [] }""");
        File.CreateSymbolicLink(bench.Bench.At("archive/ARCHIVE_INDEX.json"), "../elsewhere.json");

        CollectionAssert.AreEqual(new[] { "TIDY2019 archive/ARCHIVE_INDEX.json" }, bench.Findings());
    }

    [TestMethod]
    public void AnIndexOfTheReferenceSystem_IsOurs()
    {
        using ArchiveBench bench = new(Index);
        bench.Write("archive/a");
        bench.Write("archive/ARCHIVE_INDEX.json", """{ "schema_version": 1, "generated_at_utc": "2026-01-01T00:00:00Z", "archive_roots": [ { "id": "autopack" } ] }""");

        Assert.IsEmpty(bench.Findings());
        Assert.AreNotEqual(default, bench.Index().Stat);
    }

    [TestMethod]
    public void InMarkdown_NamesAreText()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("Such names are not possible there.");
        using ArchiveBench bench = new(Index);
        bench.Write("archive/a|b/<img src=x>\n## _x_ [l](http:).md", "1");

        string made = bench.Made(bench.Index("md"));

        StringAssert.Contains(made, "| a\\|b | 1 | 1 |");
        StringAssert.Contains(made, "| a\\|b/\\<img src=x\\>\uFFFD\\#\\# \\_x\\_ \\[l\\]\\(http\\:\\).md | 1 |");
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
