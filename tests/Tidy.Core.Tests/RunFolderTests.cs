using Tidy.Core.Configuration;
using Tidy.Core.Journal;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>Which folders of past runs stay.</summary>
[TestClass]
public sealed class RunFolderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [TestMethod]
    [DataRow(5, null, "0 1 2 30 400")]
    [DataRow(50, null, "0 1 2 30 400")]
    [DataRow(3, null, "0 1 2")]
    [DataRow(1, null, "0")]
    [DataRow(50, 30, "0 1 2 30")]
    [DataRow(50, 29, "0 1 2")]
    [DataRow(2, 29, "0 1", DisplayName = "whichever is stricter")]
    [DataRow(3, 1, "0 1", DisplayName = "younger than keepFor, and there are fewer than keepLast")]
    public void RunsBeyondTheNumberOrTheAge_Go(int keepLast, int? keepForDays, string kept)
    {
        using TemporaryWorkspace workspace = new();
        int[] ages = [400, 30, 2, 1, 0];
        foreach (int age in ages)
            Make(workspace, RunFolder.NewId(Now.AddDays(-age)));
        string[] ids = [.. RunFolder.Finished(workspace.Root)];

        Prune(workspace, keepLast, keepForDays);

        string[] left = [.. RunFolder.Finished(workspace.Root)];
        Assert.AreEqual(kept, string.Join(' ', left.Reverse().Select(id => ages[Array.IndexOf(ids, id)])));
    }

    [TestMethod]
    public void TheNewestRun_StaysHoweverOldItIs()
    {
        using TemporaryWorkspace workspace = new();
        Make(workspace, RunFolder.NewId(Now.AddDays(-500)));
        string newest = RunFolder.NewId(Now.AddDays(-400));
        Make(workspace, newest);
        Prune(workspace, keepLast: 50, keepForDays: 1);
        Assert.AreEqual(newest, RunFolder.Finished(workspace.Root).Single());
    }

    [TestMethod]
    public void WhatIsNoFinishedRun_IsNotCounted_AndStays()
    {
        using TemporaryWorkspace workspace = new();
        string open = RunFolder.NewId(Now.AddDays(-300)) + ".open";
        string[] others = ["0-my-notes", "20251122-notatime0-abcd", "20251122-031500123", open, "zzz"];
        string old = RunFolder.NewId(Now.AddDays(-200));
        foreach (string name in others.Append(old).Append(RunFolder.NewId(Now)))
            Make(workspace, name);

        Prune(workspace, keepLast: 1, keepForDays: 30);

        foreach (string name in others)
            Assert.IsTrue(File.Exists(Path.Combine(RunFolder.All(workspace.Root), name, JournalFile.Name)), name);
        Assert.IsFalse(Directory.Exists(RunFolder.Closed(workspace.Root, old)));
    }

    [TestMethod]
    public void ALinkNamedAsARun_IsNotFollowed()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("Links need rights there.");
        using TemporaryWorkspace workspace = new();
        string treasure = workspace.Write("treasure/gold.txt");
        Make(workspace, RunFolder.NewId(Now));
        Directory.CreateSymbolicLink(RunFolder.Closed(workspace.Root, RunFolder.NewId(Now.AddDays(-90))), Path.GetDirectoryName(treasure)!);
        Prune(workspace, keepLast: 1, keepForDays: 1);
        Assert.IsTrue(File.Exists(treasure));
    }

    [TestMethod]
    public void ARun_PrunesAsItsConfigurationSays_AndTheReportGoesWithTheJournal()
    {
        using Workbench bench = new("""
            { "version": 1, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" } ], "journal": { "keepLast": 2, "keepFor": "10d" } }
            """);
        List<string> ids = [];
        foreach (int day in new[] { 0, 1, 2 })
        {
            bench.Write($"{day}.log");
            ids.Add(bench.Apply().RunId);
            Assert.IsNull(new RunReportFile(bench.Root, bench.Files, bench.Clock).Write(ids[^1], "{}"u8));
            bench.Clock.Advance(TimeSpan.FromDays(1));
        }

        CollectionAssert.AreEqual(ids[1..], RunFolder.Finished(bench.Root).ToArray());
        Assert.IsFalse(Directory.Exists(RunFolder.Closed(bench.Root, ids[0])));

        bench.Clock.Advance(TimeSpan.FromDays(30));
        Assert.IsFalse(bench.Apply().IsRecorded, "a run that changes nothing prunes nothing either");
        Assert.HasCount(2, RunFolder.Finished(bench.Root));
        bench.Write("3.log");
        Assert.AreEqual(bench.Apply().RunId, RunFolder.Finished(bench.Root).Single());
    }

    private static void Make(TemporaryWorkspace workspace, string name) => workspace.Write($".autonomous_runs/tidy/runs/{name}/{JournalFile.Name}");

    private static void Prune(TemporaryWorkspace workspace, int keepLast, int? keepForDays)
    {
        TimeSpan? keepFor = keepForDays is { } days ? TimeSpan.FromDays(days) : null;
        RunFolder.Prune(workspace.Root, OsFiles.Current, new JournalConfig { KeepLast = keepLast, KeepFor = keepFor }, Now);
    }
}
