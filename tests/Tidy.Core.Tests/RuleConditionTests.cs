using Tidy.Core.Configuration;
using Tidy.Core.Git;
using Tidy.Core.Rules;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class RuleConditionTests
{
    [TestMethod]
    [DataRow("TestLog_PlayMode.txt", "log", true)]
    [DataRow("build_errors_3.txt", "errors", true)]
    [DataRow("out2.txt", "OUT", true)]
    [DataRow("XMLDump.txt", "dump", true)]
    [DataRow("debugging-notes.md", "debug*", true)]
    [DataRow("changelog.txt", "log", false)]
    [DataRow("logo.txt", "log", false)]
    [DataRow("prefix13.txt", "fix", false)]
    [DataRow("fix13.txt", "fix", true)]
    [DataRow("Ausgabe_größe.txt", "größe", true)]
    [DataRow("___.txt", "log", false)]
    public void AWord_IsFoundWhereverItStands_ButNotInsideOfAnother(string name, string word, bool matches) =>
        Assert.AreEqual(matches, Match($$"""{ "id": "r", "match": ["*"], "words": ["{{word}}"], "to": "x/" }""", new NamedEntry(name)));

    [TestMethod]
    [DataRow("""{ "beside": ["*.csproj"] }""", "App.csproj", true)]
    [DataRow("""{ "beside": ["*.csproj", "*.fsproj"] }""", "App.fsproj", true)]
    [DataRow("""{ "beside": ["*.csproj"] }""", "App.sln", false)]
    [DataRow("""{ "beside": ["src/"] }""", "src/", true)]
    [DataRow("""{ "beside": ["src/"] }""", "src", false)]
    [DataRow("""{ "beside": ["{stem}"] }""", "Program.cs", true)]
    [DataRow("""{ "beside": ["{stem}.dll"] }""", "PROGRAM.CS.DLL", true)]
    [DataRow("""{ "beside": ["{stem}"] }""", "Other.cs", false)]
    [DataRow("""{ "notBeside": ["*.csproj"] }""", "App.csproj", false)]
    [DataRow("""{ "notBeside": ["*.csproj"] }""", "App.sln", true)]
    public void Siblings_Decide(string condition, string sibling, bool matches)
    {
        string rule = string.Concat("""{ "id": "r", "match": ["*.bak"], "to": "x/", """, condition.AsSpan(1));
        Assert.AreEqual(matches, Match(rule, new NamedEntry("Program.cs.bak") { Siblings = [sibling] }));
    }

    [TestMethod]
    [DataRow(0L, false)]
    [DataRow(999L, false)]
    [DataRow(1000L, true)]
    [DataRow(2_000_000L, true)]
    [DataRow(2_000_001L, false)]
    public void Sizes_AreBoundsThatCount(long size, bool matches) =>
        Assert.AreEqual(matches, Match("""{ "id": "r", "match": ["*"], "minSize": "1KB", "maxSize": "2MB", "to": "x/" }""", new NamedEntry("a.bin") { Size = size }));

    [TestMethod]
    [DataRow("untracked", GitState.Untracked, true)]
    [DataRow("untracked", GitState.Ignored, false)]
    [DataRow("ignored", GitState.Ignored, true)]
    [DataRow("ignored", GitState.Tracked, false)]
    [DataRow("tracked", GitState.Tracked, true)]
    [DataRow("untracked", null, true)]
    public void HowGitSeesIt_Decides_AndWhatIsUnknownIsLeftToTheProtections(string wanted, GitState? state, bool matches) =>
        Assert.AreEqual(matches, Match($$"""{ "id": "r", "match": ["*"], "git": "{{wanted}}", "to": "x/" }""", new NamedEntry("a") { Git = state }));

    [TestMethod]
    [DataRow("", true)]
    [DataRow("nothing to see", true)]
    [DataRow("#!/usr/bin/env python\n# TIDY:KEEP\n", false)]
    public void Content_CanOnlySpeakAgainst(string content, bool matches) =>
        Assert.AreEqual(matches, Match("""{ "id": "r", "match": ["*"], "exceptContent": ["tidy:keep"], "to": "x/" }""", new NamedEntry("fix.py") { Content = content }));

    [TestMethod]
    public void WhatIsMentioned_IsNotMatched_AndTheNextRuleDecides()
    {
        RuleIndex rules = new(ConfigReader.Parse(
            """
            { "rules": [ { "id": "a", "match": ["fix.*"], "exceptMentioned": true, "to": "x/" }, { "id": "b", "match": ["*.py"], "action": "report" } ] }
            """,
            "tidy.json").Rules);
        Assert.AreEqual("a", rules.FirstMatch(new NamedEntry("fix.py"))!.Id);
        Assert.AreEqual("b", rules.FirstMatch(new NamedEntry("fix.py") { MentionedBy = "Makefile" })!.Id);
        Assert.AreEqual("'Makefile' mentions it", rules.Explain(new NamedEntry("fix.py") { MentionedBy = "Makefile" }).First().WhyNot);
    }

    [TestMethod]
    [DataRow("""{ "words": ["two words"] }""", "something else")]
    [DataRow("""{ "words": ["testLog"] }""", "more than one word")]
    [DataRow("""{ "words": ["a*b"] }""", "something else")]
    [DataRow("""{ "words": [""] }""", "is empty")]
    [DataRow("""{ "beside": ["a/b"] }""", "inside")]
    [DataRow("""{ "beside": ["{stem}.*"] }""", "means one file")]
    [DataRow("""{ "minSize": "2MB", "maxSize": "1MB" }""", "nothing has such a size")]
    [DataRow("""{ "git": "ingored" }""", "did you mean 'ignored'?")]
    [DataRow("""{ "exceptContent": [" "] }""", "is empty")]
    public void ACondition_ThatMeansNothing_IsRefused(string condition, string expected)
    {
        string rule = string.Concat("""{ "id": "r", "match": ["*"], "to": "x/", """, condition.AsSpan(1));
        TidyException e = Assert.ThrowsExactly<TidyException>(() => ConfigReader.Parse($$"""{ "rules": [{{rule}}] }""", "tidy.json"));
        StringAssert.Contains(e.Message, expected);
    }

    private static bool Match(string rule, IEntryFacts entry) =>
        new RuleIndex(ConfigReader.Parse($$"""{ "rules": [{{rule}}] }""", "tidy.json").Rules).FirstMatch(entry) is not null;
}
