using Tidy.Core.Configuration;
using Tidy.Core.Planning;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class DocsPhaseTests
{
    private const string Report = """{ "docs": { "truthSources": ["HISTORY.md"], "allow": ["*_GUIDE.md"], "allowDirs": ["guides"] } }""";

    private const string Reduce =
        """
        {
          "docs": { "allow": ["*_GUIDE.md"], "mode": "reduce" },
          "rules": [
            { "id": "notes", "match": ["NOTES*"], "action": "keep" },
            { "id": "data", "match": ["*.db"], "action": "report", "code": "TIDY2003", "reason": "a database" },
            { "id": "here", "match": ["HERE*"], "to": "docs/" },
            { "id": "logs", "match": ["*.log"], "to": "archive/logs/", "reason": "the root is no place for logs" }
          ]
        }
        """;

    [TestMethod]
    public void WhatNothingAllows_IsReported_AndStays()
    {
        using Workbench bench = new(Report);
        foreach (string file in new[] { "HISTORY.md", "SETUP_GUIDE.md", "guides/any.txt", "stray.md", "more/x.md", ".git" })
            bench.Write($"docs/{file}");
        Directory.CreateSymbolicLink(bench.At("docs/link"), bench.At("docs/guides"));

        RunResult result = bench.Run(RunCommand.Verify);

        Assert.AreEqual("docs/link docs/more docs/stray.md", string.Join(' ', result.Findings.Select(f => f.Path)));
        Assert.IsTrue(result.Findings.All(f => f is { Code: Codes.UnknownDocument, Level: FindingLevel.Warning, Remedy: not null }));
        Assert.IsEmpty(result.Entries);
    }

    [TestMethod]
    public void WhatOtherSectionsWantThere_Belongs()
    {
        using Workbench bench = new(
            """
            {
              "docs": { "mode": "reduce" }, "archive": { "path": "docs/old" }, "required": ["docs/INDEX.md", "docs/api/v1/"],
              "migrations": [ { "from": "docs/was/", "to": "docs/is/" } ], "rules": [ { "id": "r", "match": ["*.x"], "to": "docs/xs/" } ]
            }
            """);
        foreach (string file in new[] { "INDEX.md", "old/a", "api/v1/a", "is/a", "xs/a" })
            bench.Write($"docs/{file}");

        RunResult result = bench.Plan();

        Assert.IsEmpty(result.Findings);
        Assert.IsEmpty(result.Entries);
    }

    [TestMethod]
    public void Reduced_FilesGoWhereARuleSays_ElseToUnsorted_FoldersAndLinksStay()
    {
        using Workbench bench = new(Reduce);
        foreach (string file in new[] { "A_GUIDE.md", "NOTES.md", "HERE.md", "app.db", "run.log", "stray.md", "more/x.md" })
            bench.Write($"docs/{file}");
        File.CreateSymbolicLink(bench.At("docs/link.log"), bench.At("docs/run.log"));

        RunResult result = bench.Apply();
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        RunResult second = bench.Apply();

        Assert.AreEqual(
            "docs/run.log -> archive/logs/run.log logs; docs/stray.md -> archive/unsorted/stray.md docs",
            string.Join("; ", result.Entries.Select(e => $"{e.Entry.Source} -> {e.Destination} {e.Entry.Rule}")));
        Assert.AreEqual("nothing allows it in 'docs', and the rule 'logs' says where it belongs", result.Entries[0].Entry.Message);
        Assert.AreEqual("TIDY2003 docs/app.db, TIDY2015 docs/link.log, TIDY2015 docs/more", string.Join(", ", result.Findings.Select(f => $"{f.Code} {f.Path}")));
        Assert.IsEmpty(second.Entries);
        Assert.HasCount(3, second.Findings);
    }

    [TestMethod]
    public void A06_ARootFileAndADocument_OfOneNameAndDestination_GetANameEach()
    {
        using Workbench bench = new("""{ "docs": { "mode": "reduce" }, "rules": [ { "id": "texts", "match": ["x*"], "to": "archive/unsorted/" } ] }""");
        bench.Write("x.txt", "of the root");
        bench.Write("docs/x.txt", "of docs");

        Outcome[] planned = [.. bench.Plan().Entries];
        bench.Apply();

        Assert.AreEqual("of the root", File.ReadAllText(bench.At("archive/unsorted/x.txt")));
        Assert.AreEqual("of docs", File.ReadAllText(bench.At(planned[1].Destination!.Value)));
    }

    [TestMethod]
    [DataRow("""{ "docs": { "path": "../victim" } }""")]
    [DataRow("""{ "docs": { "truthSources": ["../victim.md"] } }""")]
    [DataRow("""{ "migrations": [ { "from": "../victim/", "to": "here/" } ] }""")]
    [DataRow("""{ "migrations": [ { "from": "here/", "to": "../../victim/" } ] }""")]
    public void A28_FoldersOutsideOfTheWorkspace_AreRefused(string config) =>
        Assert.AreEqual(Codes.PathRefused, Assert.ThrowsExactly<TidyException>(() => ConfigReader.Parse(config, "tidy.json")).Code);

    [TestMethod]
    public void TrackedFiles_AreProtected()
    {
        using Workbench bench = new(Reduce);
        bench.Write("docs/tracked.md");
        bench.Write("docs/new.md");
        GitRepository.InitAndAdd(bench.Root.FullPath, "docs/tracked.md");

        RunResult result = bench.Plan();

        Assert.AreEqual("docs/new.md Planned; docs/tracked.md Protected", string.Join("; ", result.Entries.Select(e => $"{e.Entry.Source} {e.Status}")));
    }

    [TestMethod]
    public void ADocumentationOfItsOwnRepository_IsNotReduced()
    {
        using Workbench bench = new(Reduce);
        bench.Write("docs/.git", "gitdir: ../elsewhere");
        bench.Write("docs/stray.md");
        Assert.AreEqual(EntryStatus.Protected, bench.Plan().Entries.Single().Status);
    }

    [TestMethod]
    public void ADatabaseInDocs_GoesWithItsCompanions()
    {
        using Workbench bench = new("""{ "docs": { "mode": "reduce" } }""");
        bench.Write("docs/a.sqlite");
        bench.Write("docs/a.sqlite-wal");
        bench.Apply();
        Assert.IsTrue(bench.Exists("archive/unsorted/a.sqlite") && bench.Exists("archive/unsorted/a.sqlite-wal"));
    }

    [TestMethod]
    [DataRow("docs", "a link")]
    [DataRow("site", "is a link or not a folder")]
    public void ALinkForTheFolder_IsRefused(string link, string why)
    {
        using Workbench bench = new($$"""{ "docs": { "path": "{{(link == "docs" ? "docs" : "site/docs")}}", "truthSources": ["A.md"], "mode": "reduce" } }""");
        using TemporaryWorkspace elsewhere = new();
        elsewhere.Write("stray.md");
        elsewhere.Write("docs/stray.md");
        Directory.CreateSymbolicLink(bench.At(link), elsewhere.FullPath);

        RunResult result = bench.Apply();

        Finding finding = result.Findings.Single();
        Assert.AreEqual(Codes.PathRefused, finding.Code);
        Assert.Contains(why, finding.Message);
        Assert.IsTrue(File.Exists(elsewhere.At("stray.md")) && File.Exists(elsewhere.At("docs/stray.md")));
    }

    [TestMethod]
    public void WhatIsYoung_WaitsAndSaysSo()
    {
        using Workbench bench = new(Report);
        bench.Write("docs/HISTORY.md");
        bench.Write("HISTORY.md", "another");
        File.SetLastWriteTimeUtc(bench.Write("docs/aged.md"), bench.Clock.Now.UtcDateTime.AddHours(-30));
        bench.Write("docs/young.md");

        RunResult result = bench.Run(RunCommand.Verify, r => r with { MinAge = TimeSpan.FromHours(24) });

        Assert.AreEqual("docs/aged.md", result.Findings.Single().Path);
        Assert.AreEqual("HISTORY.md Skipped; docs/young.md Skipped", string.Join("; ", result.Entries.Select(e => $"{e.Entry.Source} {e.Status}")));
    }

    [TestMethod]
    public void AThousandDocuments_AreJudgedFromTheListing()
    {
        using Workbench bench = new(Report);
        bench.Write("docs/HISTORY.md");
        for (int i = 0; i < 1000; i++)
            bench.Write(i % 2 == 0 ? $"docs/{i}_GUIDE.md" : $"docs/{i}.md", "");
        int looks = 0;
        bench.Files.OnStat = path =>
        {
            looks += path.Contains("docs", StringComparison.Ordinal) ? 1 : 0;
            return null;
        };

        Assert.HasCount(500, bench.Plan().Findings);
        Assert.IsLessThanOrEqualTo(5, looks);
    }
}
