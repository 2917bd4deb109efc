using Tidy.Core.Configuration;
using Tidy.Core.Rules;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class RuleIndexTests
{
    /// <summary>What is left over mentions other leftovers; what a rule keeps, or nothing but its name speaks against, does not count as one.</summary>
    [TestMethod]
    [DataRow("README.md", false)]
    [DataRow("GUIDE.md", false)]
    [DataRow("BUILD_STATUS.md", true)]
    [DataRow("OLD_STATUS.md", false)]
    [DataRow("BOOK_STATUS.md", true)]
    [DataRow("SAFE_STATUS.md", false)]
    public void WhatMayMove_IsSaidByTheName(string name, bool may)
    {
        RuleIndex index = new(
        [
            Rule("keep", "README*") with { Action = RuleAction.Keep },
            Rule("report", "SAFE*") with { Action = RuleAction.Report },
            Rule("book", "BOOK*") with { Action = RuleAction.Keep, Beside = ["book.toml"] },
            Rule("move", "*.md") with { Words = ["status"], Except = ["OLD*"], ExceptMentioned = true },
        ]);
        Assert.AreEqual(may, index.MayMove(name, isFolder: false));
    }

    [TestMethod]
    [DataRow("*.log", "Build.LOG", true)]
    [DataRow("*.log", ".log", true)]
    [DataRow("*.log", "build.log.txt", false)]
    [DataRow("*.tar.gz", "a.b.tar.gz", true)]
    [DataRow("*.received.*", "Test.Case.received.txt", true)]
    [DataRow("*.received.*", "received.txt", false)]
    [DataRow("tmp_*", "TMP_x", true)]
    [DataRow("tmp_*", "atmp_x", false)]
    [DataRow("*_PLAN*.md", "my_plan_v2.md", true)]
    [DataRow("*GUIDE.md", "User.Guide.MD", true)]
    [DataRow("*GUIDE.md", "GUIDE.md.bak", false)]
    [DataRow("*x.tar.gz", "a.x.tar.gz", true)]
    [DataRow("*x.tar.gz", "x.tar.gz.tar.gz", false)]
    [DataRow("*a*a*", "a", false)]
    [DataRow("*a*a*", "banana", true)]
    [DataRow("ab*ba", "aba", false)]
    [DataRow("fix?.py", "fix1.py", true)]
    [DataRow("fix?.py", "fix.py", false)]
    [DataRow("?", "x", true)]
    [DataRow("*", "anything", true)]
    [DataRow("*~", "file.cs~", true)]
    [DataRow("global.json", "Global.JSON", true)]
    [DataRow("*.ö", "A.Ö", true)]
    [DataRow("[a]*.txt", "[A]b.txt", true)]
    [DataRow("a\\*", "a\\b", true)]
    [DataRow("a\\*", "a*", false)]
    public void APattern_MatchesNames(string pattern, string name, bool matches)
    {
        Assert.AreEqual(matches, new NamePattern(pattern).Matches(name));
        var index = new RuleIndex([Rule("r", pattern)]);
        Assert.AreEqual(matches, index.FirstMatch(name, isFolder: false) is not null, "through the index");
    }

    [TestMethod]
    public void TheFirstRule_Wins_HoweverItsPatternIsMade()
    {
        string[] patterns = ["build.log", "b*.log", "*.log", "*d.l*", "?uild.log"];
        foreach (string first in patterns)
        {
            string[] others = [.. patterns.Where(p => p != first)];
            var index = new RuleIndex([Rule("first", first), .. others.Select((p, i) => Rule($"later{i}", p))]);
            Assert.AreEqual("first", index.FirstMatch("build.log", isFolder: false)!.Id, first);
        }
    }

    [TestMethod]
    public void AnException_LetsTheNextRuleDecide()
    {
        var index = new RuleIndex([Rule("docs", "*.md", except: ["README*", "a.md"]), Rule("a", "A.MD"), Rule("rest", "*")]);
        Assert.AreEqual("docs", index.FirstMatch("plan.md", isFolder: false)!.Id);
        Assert.AreEqual("a", index.FirstMatch("a.md", isFolder: false)!.Id);
        Assert.AreEqual("rest", index.FirstMatch("readme.md", isFolder: false)!.Id);
        Assert.IsNull(index.FirstMatch("readme.md", isFolder: true));
    }

    [TestMethod]
    public void ATrailingSlash_MeansFolders()
    {
        var index = new RuleIndex([Rule("folders", "tmp*/"), Rule("files", "tmp*")]);
        Assert.AreEqual("folders", index.FirstMatch("tmp1", isFolder: true)!.Id);
        Assert.AreEqual("files", index.FirstMatch("tmp1", isFolder: false)!.Id);
    }

    [TestMethod]
    public void Explain_GivesEveryRuleInOrder_WithTheFirstConditionThatFailed()
    {
        var index = new RuleIndex([Rule("a", "*.txt"), Rule("b", "*.log", except: ["build*"]), Rule("c", "*.log/"), Rule("d", "*.x", "b*.log"), Rule("e", "*")]);
        RuleVerdict[] verdicts = [.. index.Explain("build.log", isFolder: false)];
        CollectionAssert.AreEqual(new[] { "a", "b", "c", "d", "e" }, verdicts.Select(v => v.Rule.Id).ToArray());
        CollectionAssert.AreEqual(
            new[] { "no pattern matches", "excepted by 'build*'", "'*.log/' is for folders, and this is a file", null, null },
            verdicts.Select(v => v.WhyNot).ToArray());
        CollectionAssert.AreEqual(new[] { null, "*.log", null, "b*.log", "*" }, verdicts.Select(v => v.Pattern).ToArray());
        Assert.AreEqual("'*.txt' is for files, and this is a folder", index.Explain("a.txt", isFolder: true).First().WhyNot);
    }

    [TestMethod]
    public void TheIndexAndTheExplanation_AgreeOnEveryName()
    {
        var index = new RuleIndex(ConfigReader.FromPresets(["dotnet", "agents"]).Rules);
        string[] names =
        [
            "build.log", "msbuild.binlog", "README.md", "FIX_PLAN.md", "a.cs.bak", "core.1234", "x.db-wal", "Test.received.txt", "tmp_x.py", ".env", ".env.example",
            "notes (1).docx", "=0.1.9", "BenchmarkDotNet.Artifacts", "src", "error_output_2.txt", "coverage.cobertura.xml", "~$a.docx", "Ω.log", "a", ".", "x.",
        ];
        foreach (string name in names)
        {
            foreach (bool isFolder in new[] { false, true })
            {
                Rule? explained = index.Explain(name, isFolder).FirstOrDefault(verdict => verdict.Matches)?.Rule;
                Assert.AreSame(explained, index.FirstMatch(name, isFolder), name);
            }
        }
    }

    [TestMethod]
    public void AllowedEntries_AreFoundTheSameWay()
    {
        var allow = new AllowIndex([new AllowedEntry("*.slnx", null), new AllowedEntry("src/", "the code"), new AllowedEntry("global.json", "SDK pin")]);
        Assert.AreEqual("the code", allow.FirstMatch("SRC", isFolder: true)!.Reason);
        Assert.IsNull(allow.FirstMatch("src", isFolder: false));
        Assert.AreEqual("*.slnx", allow.FirstMatch("a.slnx", isFolder: false)!.Path);
        Assert.IsNull(allow.FirstMatch("other.json", isFolder: false));
    }

    private static Rule Rule(string id, params string[] match) => new() { Id = id, Match = match, To = "archive/" };

    private static Rule Rule(string id, string match, string[] except) => new() { Id = id, Match = [match], Except = except, To = "archive/" };
}
