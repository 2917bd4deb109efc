using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class ExplanationTests
{
    private const string Config =
        """
        { "version": 1, "rules": [ { "id": "old", "match": ["old/"], "to": "archive/" } ], "migrations": [ { "from": "lib/", "to": "src/lib/" } ],
          "docs": {}, "runs": {}, "archive": { "index": true } }
        """;

    [TestMethod]
    [DataRow("a.txt", "root")]
    [DataRow("lib", "migrate")]
    [DataRow("lib/sub/a.txt", "migrate")]
    [DataRow("libs", "root")]
    [DataRow("docs/a.md", "docs")]
    [DataRow("docs/sub/a.md", null)]
    [DataRow(".autonomous_runs/run-1/a.log", "runs")]
    [DataRow("archive/logs/a.log", "archive")]
    [DataRow("src/a.cs", null)]
    public void APath_IsOfThePhaseThatLooksAtIt(string path, string? phase)
    {
        using Workbench bench = new(Config);

        Assert.AreEqual(phase, Explain(bench, path).Phase);
    }

    [TestMethod]
    public void WhatGoesWithItsFolder_HasTheEntryOfThatFolder()
    {
        using Workbench bench = new(Config);
        bench.Write("old/sub/a.txt");

        PlanEntry? entry = Explain(bench, "old/sub/a.txt").Entry;

        Assert.AreEqual(("old", "archive/old"), (entry?.Source.Value, entry?.Destination?.Value));
    }

    private static Explanation Explain(Workbench bench, string path) =>
        Explanation.Of(new RunRequest { Command = RunCommand.Plan, Root = bench.Root, Config = bench.Config }, bench.Services, WorkspacePath.Parse(path));
}
