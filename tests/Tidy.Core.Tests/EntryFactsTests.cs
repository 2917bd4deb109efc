using Tidy.Core.Planning;

namespace Tidy.Core.Tests;

/// <summary>Conditions of rules on real files.</summary>
[TestClass]
public sealed class EntryFactsTests
{
    [TestMethod]
    [DataRow("Makefile", "check:\n\tpython3 ./fix.py --all", false)]
    [DataRow(".github/workflows/ci.yml", "run: python fix.py", false)]
    [DataRow("README.md", "See `fix.py`.", false)]
    [DataRow("README.md", "See prefix.py.", true)]
    [DataRow("notes.txt", "fix.py", true)]
    [DataRow("fix_all.sh", "python fix.py", true)]
    public void WhatTheRepositoryMentions_Stays_ButLeftoversMayMentionEachOther(string file, string text, bool moves)
    {
        using Workbench bench = new("""{ "rules": [ { "id": "r", "match": ["fix*"], "exceptMentioned": true, "to": "x/" } ] }""");
        bench.Write("fix.py");
        bench.Write(file, text);
        Assert.AreEqual(moves, IsPlanned(bench, "fix.py"));
    }

    [TestMethod]
    public void OnlyTheBeginningOfAFile_SpeaksAgainstARule()
    {
        using Workbench bench = new("""{ "rules": [ { "id": "r", "match": ["*.md"], "exceptContent": ["tidy:keep"], "to": "x/" } ] }""");
        bench.Write("a.md", new string(' ', 2000) + "tidy:keep");
        bench.Write("b.md", new string(' ', 5000) + "tidy:keep");
        File.WriteAllText(bench.At("c.md"), "<!-- tidy:keep -->", System.Text.Encoding.Unicode);
        Assert.IsFalse(IsPlanned(bench, "a.md"));
        Assert.IsTrue(IsPlanned(bench, "b.md"));
        Assert.IsFalse(IsPlanned(bench, "c.md"), "UTF-16, as PowerShell 5 writes it");
    }

    [TestMethod]
    public void SizesAndSiblings_AreThoseOnDisk()
    {
        using Workbench bench = new("""{ "rules": [ { "id": "r", "match": ["*.bak"], "minSize": 5, "beside": ["{stem}"], "to": "x/" } ] }""");
        bench.Write("a.cs", "1234567");
        bench.Write("a.cs.bak", "1234567");
        bench.Write("b.cs", "1234567");
        bench.Write("b.cs.bak", "1234");
        bench.Write("c.cs.bak", "1234567");
        Assert.AreEqual("a.cs.bak", bench.Plan().Entries.Single().Entry.Source.Value);
    }

    [TestMethod]
    public void InTheDocumentationFolder_SiblingsAreThoseBesideTheFile()
    {
        using Workbench bench = new("""{ "docs": { "mode": "reduce" }, "rules": [ { "id": "r", "match": ["*.bak"], "beside": ["{stem}"], "to": "x/" } ] }""");
        bench.Write("docs/a.md");
        bench.Write("docs/a.md.bak");
        bench.Write("docs/b.md.bak");
        bench.Write("b.md");
        Assert.AreEqual("x/a.md.bak", bench.Plan().Entries.Single(e => e.Entry.Source.Name == "a.md.bak").Destination!.Value);
        Assert.AreEqual("archive/unsorted/b.md.bak", bench.Plan().Entries.Single(e => e.Entry.Source.Name == "b.md.bak").Destination!.Value);
    }

    [TestMethod]
    public void UntrackedAndIgnoredFiles_AreToldApart()
    {
        using Workbench bench = new("""{ "rules": [ { "id": "r", "match": ["*.log", "logs*/"], "git": "untracked", "to": "x/" } ] }""");
        GitRepository.InitAndAdd(bench.Root.FullPath);
        bench.Write(".gitignore", "ignored*\nlogs2/\n");
        bench.Write("new.log");
        bench.Write("ignored.log");
        bench.Write("logs1/a.txt");
        bench.Write("logs2/a.txt");
        Assert.AreEqual("logs1, new.log", string.Join(", ", bench.Plan().Entries.Select(e => e.Entry.Source.Value)));
    }

    private static bool IsPlanned(Workbench bench, string path) =>
        bench.Plan().Entries.Any(e => e.Entry.Source.Value == path && e.Status == EntryStatus.Planned);
}
