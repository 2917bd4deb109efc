using System.IO.Compression;
using Tidy.Core.Journal;
using Tidy.Core.Planning;

namespace Tidy.Core.Tests;

/// <summary>The archive tended and the structure repaired for real, quiet afterwards, and put back by undo.</summary>
[TestClass]
public sealed class ArchiveRunTests
{
    private const string Everything =
        """
        { "deduplicate": true, "index": true, "buckets": ["plans"], "retention": { "olderThan": "30d", "action": "compress" } }
        """;

    private const string Rules =
        """
        [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" }, { "id": "old", "match": ["old*/"], "to": "archive/" } ]
        """;

    private static readonly string Large = string.Join('\n', Enumerable.Range(0, 2000));

    [TestMethod]
    public void ARun_TendsTheArchive_AndTheNextIsQuiet()
    {
        using ArchiveBench bench = Scene();

        RunResult result = Repair(bench);

        Assert.AreEqual(ExitCode.Done, result.Exit, string.Join('\n', result.Findings.Select(f => f.Text)));
        Assert.IsFalse(bench.Bench.Exists("archive/b.txt"));
        Assert.IsFalse(bench.Bench.Exists("archive/logs/same.log"));
        Assert.AreEqual(Large, Unpacked(bench, "archive/a.txt.gz"));
        Assert.AreEqual(Large + "old", Unpacked(bench, "archive/old1/x.txt.gz"));
        Assert.IsTrue(Directory.Exists(bench.Bench.At("archive/plans")));
        Assert.AreEqual("# Index\n", File.ReadAllText(bench.Bench.At("docs/INDEX.md")));
        string index = File.ReadAllText(bench.Bench.At("archive/ARCHIVE_INDEX.json"));
        StringAssert.Contains(index, "\"path_rel\": \"a.txt.gz\"");
        Assert.DoesNotContain("b.txt", index);

        bench.Bench.Clock.Advance(TimeSpan.FromHours(1));
        RunResult again = Repair(bench);
        Assert.IsEmpty(again.Entries.Select(e => e.Entry.Source.Value));
        Assert.IsEmpty(again.Findings);
        Assert.AreEqual(ExitCode.Done, bench.Bench.Run(RunCommand.Verify).Exit);
    }

    [TestMethod]
    public void Undo_BringsItAllBack_AndTheNextRunLeavesIt()
    {
        using ArchiveBench bench = Scene();
        string before = TreeOf(bench);
        Repair(bench);

        bench.Bench.Run(RunCommand.Undo, r => r with { UndoOf = RunHistory.List(bench.Bench.Root)[0].Id });

        Assert.AreEqual(before, TreeOf(bench));
        bench.Bench.Apply();
        Assert.AreEqual(before, TreeOf(bench, "archive/ARCHIVE_INDEX.json", "archive/ARCHIVE_INDEX.md"));
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [DataRow("ln -s one.txt kept.txt", DisplayName = "a link to the duplicate")]
    [DataRow("ln one.txt kept.txt", DisplayName = "a second name of the duplicate")]
    public void ADuplicate_OfWhatBecameALinkToIt_Stays(string replacement)
    {
        using Workbench bench = new("""{ "archive": { "deduplicate": true } }""");
        File.SetLastWriteTimeUtc(bench.Write("archive/kept.txt", "same"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        bench.Write("archive/one.txt", "same");
        bench.Files.OnProbe = _ =>
        {
            Programs.Shell($"cd '{bench.At("archive")}' && rm kept.txt && {replacement}"); // after the plan, before the removal
            return null;
        };

        RunResult result = bench.Apply();

        Assert.AreEqual(EntryStatus.Failed, result.Entries.Single().Status, result.Entries.Single().Message);
        Assert.AreEqual("same", File.ReadAllText(bench.At("archive/one.txt")));
    }

    [TestMethod]
    public void AFileInUse_IsLeft_AndTheIndexDoesNotHaveWhatDidNotArrive()
    {
        using ArchiveBench bench = new("""{ "index": true }""", Rules);
        bench.Write("archive/a.txt");
        bench.Write("held.log");
        bench.Bench.Files.OnProbe = path => path.EndsWith("held.log", StringComparison.Ordinal) ? Platform.FileUse.InUse : null;

        bench.Bench.Apply();
        Assert.DoesNotContain("held.log", File.ReadAllText(bench.Bench.At("archive/ARCHIVE_INDEX.json")));

        bench.Bench.Files.OnProbe = _ => null;
        bench.Bench.Apply();
        StringAssert.Contains(File.ReadAllText(bench.Bench.At("archive/ARCHIVE_INDEX.json")), "logs/held.log");
        Assert.IsEmpty(bench.Planned());
    }

    private static ArchiveBench Scene()
    {
        ArchiveBench bench = new(Everything, Rules, """, "required": [ { "path": "docs/INDEX.md", "template": "# Index\n" } ]""");
        bench.Write("archive/a.txt", Large, age: 50);
        bench.Write("archive/b.txt", Large, age: 40);
        bench.Write("archive/kept.log", "same", age: 5);
        bench.Write("same.log", "same", age: 9);
        bench.Write("old1/x.txt", Large + "old", age: 60);
        return bench;
    }

    private static RunResult Repair(ArchiveBench bench) => bench.Bench.Run(RunCommand.Apply, r => r with { Repair = true });

    private static string Unpacked(ArchiveBench bench, string path)
    {
        using GZipStream stream = new(File.OpenRead(bench.Bench.At(path)), CompressionMode.Decompress);
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private static string TreeOf(ArchiveBench bench, params string[] without) => string.Join('\n', Directory.EnumerateFiles(bench.Bench.Root.FullPath, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(bench.Bench.Root.FullPath, f).Replace('\\', '/'))
        .Where(f => !f.StartsWith(".autonomous_runs", StringComparison.Ordinal) && !without.Contains(f))
        .Order(StringComparer.Ordinal)
        .Select(f => $"{f} {File.ReadAllText(bench.Bench.At(f)).GetHashCode(StringComparison.Ordinal)} {File.GetLastWriteTimeUtc(bench.Bench.At(f)):O}"));
}
