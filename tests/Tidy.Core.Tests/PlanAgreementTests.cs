using Tidy.Core.Planning;

namespace Tidy.Core.Tests;

/// <summary>A plan file of actions besides moves against the plan of now.</summary>
[TestClass]
public sealed class PlanAgreementTests
{
    [TestMethod]
    public void WhatHasNoSourceFile_IsNotComparedBySizeAndTime_AndAFolderThatGoesHasNoDestination()
    {
        using Workbench bench = new(ActionScene.NoRules);
        bench.Write("INDEX.md");
        Directory.CreateDirectory(bench.At("empty"));
        Plan plan = Of(Entries.WriteIndex(bench, "INDEX.md", "index"), Entries.RemoveEmptyDir(bench, "empty"), Entries.CreateDir("made"));
        PlanFile file = new([.. plan.Entries.Select(e => FileEntry(e) with { Bytes = 77, ModifiedAt = DateTimeOffset.UnixEpoch })]);

        Plan agreed = PlanAgreement.Of(plan, file);

        Assert.IsTrue(agreed.Entries.All(e => e.Status == EntryStatus.Planned), string.Join("\n", agreed.Entries.Select(e => e.Message)));
        Assert.IsNotNull(agreed.Entries[0].Content, "what is written is made now, not taken from a file");
    }

    [TestMethod]
    public void ACompressedFileThatChanged_IsStale_AndKeepsThePhaseOfTheFile()
    {
        using Workbench bench = new(ActionScene.NoRules);
        bench.Write("a.log");
        Plan plan = Of(Entries.Compress(bench, "a.log"));
        PlanFileEntry wanted = FileEntry(plan.Entries[0]) with { Bytes = 77, Phase = "runs" };

        PlanEntry stale = PlanAgreement.Of(plan, new PlanFile([wanted])).Entries.Single();

        Assert.AreEqual(EntryStatus.Stale, stale.Status);
        Assert.AreEqual("runs", stale.Phase);
    }

    [TestMethod]
    public void AnotherActionThanInTheFile_IsStale_AndNamed()
    {
        using Workbench bench = new(ActionScene.NoRules);
        bench.Write("a.log");
        Plan plan = Of(Entries.Compress(bench, "a.log"));

        PlanEntry stale = PlanAgreement.Of(plan, new PlanFile([FileEntry(plan.Entries[0]) with { Action = PlanAction.Move }])).Entries.Single();

        Assert.AreEqual(EntryStatus.Stale, stale.Status);
        StringAssert.Contains(stale.Message, "'compress'");
    }

    private static Plan Of(params PlanEntry[] entries) => new(entries, [], []);

    private static PlanFileEntry FileEntry(PlanEntry entry) => new(entry.Source, entry.Destination, entry.Action, entry.Stat.Size, entry.Stat.ModifiedAt);
}
