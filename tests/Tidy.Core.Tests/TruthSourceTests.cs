using System.Text;
using Tidy.Core.Planning;

namespace Tidy.Core.Tests;

/// <summary>Truth sources: in the documentation folder, and nowhere else.</summary>
[TestClass]
public sealed class TruthSourceTests
{
    private const string Config = """{ "docs": { "truthSources": ["HISTORY.md"], "allow": ["*"] }, "rules": [ { "id": "md", "match": ["*.md"], "to": "archive/md/" } ] }""";

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void AMissingOne_IsAnError_ThatARepairLeavesToTheVerifyPhase(bool hasFolder)
    {
        using Workbench bench = new(Config);
        if (hasFolder)
            bench.Write("docs/other.md");

        RunResult result = bench.Run(RunCommand.Verify);

        Finding finding = result.Findings.Single();
        Assert.AreEqual((Codes.TruthSourceMissing, FindingLevel.Error, "docs/HISTORY.md"), (finding.Code, finding.Level, finding.Path));
        Assert.Contains("--repair", finding.Remedy!);
        Assert.AreEqual(ExitCode.Findings, result.Exit);
        Assert.IsFalse(bench.Run(RunCommand.Plan, r => r with { Repair = true }).Findings.Any(f => f.Code == Codes.TruthSourceMissing));
    }

    [TestMethod]
    public void A32_AMissingOne_ThatTheRootHas_NamesTheRootFile_WhichStays_AndTheRunGoesOn()
    {
        using Workbench bench = new(Config);
        bench.Write("HISTORY.md");
        bench.Write("other.md");

        RunResult result = bench.Run(RunCommand.Apply, r => r with { Repair = true });

        Finding finding = result.Findings.Single();
        Assert.AreEqual(Codes.TruthSourceMissing, finding.Code);
        Assert.Contains("'HISTORY.md', which stays there", finding.Message);
        Assert.IsTrue(bench.Exists("HISTORY.md") && bench.Exists("archive/md/other.md") && !bench.Exists("docs/HISTORY.md"));
    }

    [TestMethod]
    public void A21_AnIdenticalOneAtTheRoot_IsSuperseded_AndTheNextRunIsTidy()
    {
        using Workbench bench = new(Config);
        bench.Write("HISTORY.md", "same");
        bench.Write("docs/HISTORY.md", "same");

        RunResult result = bench.Apply();

        Assert.AreEqual(("archive/superseded/HISTORY.md", "docs:truth-source"), (result.Entries.Single().Destination!.Value, result.Entries.Single().Entry.Rule));
        Assert.AreEqual(ExitCode.Done, result.Exit);
        Assert.IsTrue(bench.Exists("archive/superseded/HISTORY.md") && bench.Exists("docs/HISTORY.md") && !bench.Exists("HISTORY.md"));
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.AreEqual(ExitCode.Done, bench.Run(RunCommand.Verify).Exit);
    }

    [TestMethod]
    public void AnIdenticalOne_ThatGitTracks_IsProtected()
    {
        using Workbench bench = new(Config);
        bench.Write("HISTORY.md", "same");
        bench.Write("docs/HISTORY.md", "same");
        GitRepository.InitAndAdd(bench.Root.FullPath, "HISTORY.md");
        Outcome outcome = bench.Plan().Entries.Single();
        Assert.AreEqual((EntryStatus.Protected, "tracked by git"), (outcome.Status, outcome.Message));
    }

    [TestMethod]
    [DataRow("""{ "root": { "allow": ["HISTORY.md"] }, "docs": { "truthSources": ["HISTORY.md"] } }""")]
    [DataRow("""{ "required": ["HISTORY.md"], "docs": { "truthSources": ["HISTORY.md"] } }""")]
    public void WhatTheConfigurationWantsAtTheRoot_IsNoOtherVersion(string config)
    {
        using Workbench bench = new(config);
        bench.Write("HISTORY.md", "of the root");
        bench.Write("docs/HISTORY.md", "of docs");
        RunResult result = bench.Plan();
        Assert.IsEmpty(result.Findings);
        Assert.IsEmpty(result.Entries);
    }

    [TestMethod]
    public void AFolderOfTheName_IsNotAVersion_AndTheRulesDecide()
    {
        using Workbench bench = new("""{ "docs": { "truthSources": ["HISTORY.md"] }, "rules": [ { "id": "d", "match": ["*.md/"], "to": "archive/" } ] }""");
        bench.Write("HISTORY.md/in.txt");
        bench.Write("docs/HISTORY.md");
        Assert.AreEqual("d", bench.Plan().Entries.Single().Entry.Rule);
    }

    [TestMethod]
    public void ALinkAtTheRoot_StaysAndSaysSo()
    {
        using Workbench bench = new(Config);
        bench.Write("docs/HISTORY.md");
        File.CreateSymbolicLink(bench.At("HISTORY.md"), "docs/HISTORY.md");
        Outcome outcome = bench.Plan().Entries.Single();
        Assert.AreEqual((EntryStatus.Skipped, "a link: moved, it would point elsewhere"), (outcome.Status, outcome.Message));
    }

    [TestMethod]
    [DataRow(true, "a folder")]
    [DataRow(false, "a link")]
    public void ATruthSourceThatIsNoFile_IsAnError(bool isFolder, string what)
    {
        using Workbench bench = new(Config);
        bench.Write("docs/elsewhere.md");
        if (isFolder)
            bench.Write("docs/HISTORY.md/in.txt");
        else
            File.CreateSymbolicLink(bench.At("docs/HISTORY.md"), bench.At("docs/elsewhere.md"));

        Finding finding = bench.Plan().Findings.Single();

        Assert.AreEqual((Codes.TruthSourceMissing, $"The truth source should be a file, and is {what}."), (finding.Code, finding.Message));
    }

    [TestMethod]
    public void AnotherVersion_IsShown_AsADifference_AndBlocksNothingElse()
    {
        using Workbench bench = new(Config);
        bench.Write("HISTORY.md", "1\n2\n3\n4\n5\n6\nold\n8\n");
        bench.Write("docs/HISTORY.md", "1\n2\n3\n4\n5\n6\nnew\n8\n");
        bench.Write("other.md");

        RunResult result = bench.Apply();

        Finding finding = result.Findings.Single();
        Assert.AreEqual((Codes.TruthSourceDivergent, FindingLevel.Error, "HISTORY.md"), (finding.Code, finding.Level, finding.Path));
        Assert.AreEqual("Another version of the truth source 'docs/HISTORY.md' (18 bytes here, 18 there): they differ as shown. Both stay.", finding.Message);
        Assert.AreEqual("--- HISTORY.md\n+++ docs/HISTORY.md\n@@ -4,5 +4,5 @@\n 4\n 5\n 6\n-old\n+new\n 8\n", finding.Detail);
        Assert.IsTrue(bench.Exists("HISTORY.md") && bench.Exists("archive/md/other.md"));
    }

    [TestMethod]
    public void AnotherVersion_ThatCannotBeRead_CostsItselfOnly()
    {
        using Workbench bench = new(Config);
        bench.Write("HISTORY.md", "12");
        bench.Write("docs/HISTORY.md", "1");
        bench.Write("other.md");
        bool isSeen = false;
        bench.Files.OnStat = path =>
        {
            isSeen |= path == bench.At("HISTORY.md");
            if (isSeen && path == bench.At("docs/HISTORY.md"))
                File.Delete(bench.At("HISTORY.md")); // it goes between the look at its size and the look into it
            return null;
        };

        RunResult result = bench.Plan();
        Assert.Contains("could not be compared", result.Findings.Single().Message);
        Assert.AreEqual("other.md", result.Entries.Single().Entry.Source.Value);
    }

    [TestMethod]
    [DataRow("a\r\nb\r\n", "a\nb\n", "the lines read the same, but the lines of 'HISTORY.md' end in CRLF (as on Windows), those of 'docs/HISTORY.md' in LF (as on Linux and macOS)")]
    [DataRow("a\r\nb\nc\n", "a\nb\r\nc\n", "the lines read the same, but some end in CRLF in one and in LF in the other")]
    [DataRow("\uFEFFa\n", "a\n", "the lines read the same, but 'HISTORY.md' begins with a byte order mark")]
    [DataRow("a\0b", "a\0c", "they differ, and are no texts in UTF-8")]
    public void ADifferenceThatNoLineShows_IsSaid(string atRoot, string inDocs, string what)
    {
        using Workbench bench = new(Config);
        Write(bench, atRoot, inDocs);
        Finding finding = bench.Plan().Findings.Single();
        Assert.Contains($": {what}. Both stay.", finding.Message);
        Assert.IsNull(finding.Detail);
    }

    [TestMethod]
    public void LineEnds_DoNotDrownTheRealDifference()
    {
        using Workbench bench = new(Config);
        Write(bench, "a\r\nb\r\n", "a\nc\n");
        Finding finding = bench.Plan().Findings.Single();
        Assert.Contains("they differ as shown; also, the lines of 'HISTORY.md' end in CRLF", finding.Message);
        Assert.AreEqual("--- HISTORY.md\n+++ docs/HISTORY.md\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\n", finding.Detail);
    }

    [TestMethod]
    public void ALargeFile_AndManyLines_AreOnlyCounted()
    {
        using Workbench bench = new(Config);
        Write(bench, new string('x', (1 << 20) + 1), "x");
        Finding finding = bench.Plan().Findings.Single();
        Assert.Contains("(1048577 bytes here, 1 there): they differ, and are too large to show how", finding.Message);
        Assert.IsNull(finding.Detail);

        Write(bench, Lines(15_000, "a"), Lines(15_000, "b"));
        finding = bench.Plan().Findings.Single();
        Assert.Contains("they differ in too many lines to show them", finding.Message);

        Write(bench, Lines(300, "a"), Lines(300, "b"));
        string[] shown = bench.Plan().Findings.Single().Detail!.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.HasCount(201, shown);
        Assert.AreEqual("… and 403 more lines", shown[^1]);
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [DataRow("", "a\nb\n")]
    [DataRow("a\nb\n", "")]
    [DataRow("a", "a\n")]
    [DataRow("a\nb", "a\nc\nb")]
    [DataRow("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "0\n1\n2\n3\n4\n5\n6\n7\n8\n")]
    [DataRow("a\r\nb\r\n", "a\r\nc\r\n")]
    [DataRow("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n", "1\nx\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\ny\n16\n")]
    [DataRow("\n\n\na\n\n", "\na\n\n\n\n")]
    public void PatchMakesOneVersionOfTheOther(string atRoot, string inDocs)
    {
        using Workbench bench = new(Config);
        Write(bench, atRoot, inDocs);
        bench.Write("difference", bench.Plan().Findings.Single().Detail!);

        Programs.Run("patch", "--binary", "--silent", "--fuzz=0", bench.At("HISTORY.md"), bench.At("difference"));

        Assert.AreEqual(inDocs, File.Exists(bench.At("HISTORY.md")) ? File.ReadAllText(bench.At("HISTORY.md")) : "");
    }

    [TestMethod]
    public void RandomVersions_AreDescribedCompletely()
    {
        Random random = new(20260301);
        for (int round = 0; round < 200; round++)
        {
            string[] one = RandomLines(random);
            string[] other = RandomLines(random);
            if (one.SequenceEqual(other))
                continue;
            Assert.AreEqual(string.Concat(other), Applied(one, Differences.UnifiedDiff.Between("a", Text(one), "b", Text(other), int.MaxValue)!));
        }
    }

    private static string[] RandomLines(Random random) => [.. Enumerable.Range(0, random.Next(30)).Select(_ => $"{random.Next(6)}\n")];

    private static Differences.TextVersion Text(string[] lines) => Differences.TextVersion.Of(Encoding.UTF8.GetBytes(string.Concat(lines)))!;

    /// <summary>What a reader of the difference makes of the old text: each old line must be where it says.</summary>
    private static string Applied(string[] old, string diff)
    {
        List<string> made = [];
        int at = 0;
        foreach (string line in diff.Split('\n').Skip(2).Where(l => l.Length > 0))
        {
            string text = line[1..] + "\n";
            if (line[0] == '@')
            {
                string[] span = line.Split(' ')[1][1..].Split(',');
                int start = int.Parse(span[0]) - (span[1] == "0" ? 0 : 1);
                made.AddRange(old[at..start]);
                at = start;
                Assert.AreEqual($"+{(line.Split(',')[2].StartsWith("0 ", StringComparison.Ordinal) ? made.Count : made.Count + 1)}", line.Split(' ')[2].Split(',')[0]);
                continue;
            }

            if (line[0] != '+')
                Assert.AreEqual(old[at++], text);
            if (line[0] != '-')
                made.Add(text);
        }

        return string.Concat([.. made, .. old[at..]]);
    }

    private static string Lines(int count, string text) => string.Concat(Enumerable.Range(0, count).Select(i => $"{text}{i}\n"));

    private static void Write(Workbench bench, string atRoot, string inDocs)
    {
        bench.Write("HISTORY.md", atRoot);
        bench.Write("docs/HISTORY.md", inDocs);
    }
}
