using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Volumes;

/// <summary>The power goes while the real tool works on a real disk, or right after it said that it was done.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class PowerCutTests(TestContext context)
{
    private const string State = ".autonomous_runs/tidy";

    private const string Queue = ".autonomous_runs/tidy_pending_moves.json";

    /// <summary>From the first to the last that a run does to the disk.</summary>
    private static readonly Func<string, Moment>[] OfApply =
    [
        f => Moment.Some($"{f}/{State}/runs", "*.open"),
        f => Moment.Made($"{f}/archive"),
        f => Moment.Made($"{f}/archive/.gitignore"),
        f => Moment.Made($"{f}/archive/waited/waiting-1.dat"),
        f => Moment.Made($"{f}/new/2/moved.txt"),
        f => Moment.Gone($"{f}/old/late-2.txt"),
        f => Moment.Made($"{f}/archive/logs/file-0.log"),
        f => Moment.Made($"{f}/archive/logs/file-44.log"),
        f => Moment.Gone($"{f}/archive/texts/second-1.txt"),
        f => Moment.Some($"{f}/archive/logs", "*.part"),
        f => Moment.Made($"{f}/archive/logs/file-0.log.gz"),
        f => Moment.Gone($"{f}/archive/logs/file-10.log"),
        f => Moment.Made($"{f}/archive/logs/file-70.log.gz"),
        f => Moment.Made($"{f}/READ.me"),
        f => Moment.Made($"{f}/archive/ARCHIVE_INDEX.json"),
        f => Moment.Replaced($"{f}/{Queue}"),
        f => Moment.Gone($"{f}/{State}/runs/20200101-000000000-abcd"),
        _ => Moment.Never,
    ];

    private static readonly Func<string, Moment>[] OfUndo =
    [
        f => Moment.Some($"{f}/{State}/runs", "*.open"),
        f => Moment.Gone($"{f}/archive/ARCHIVE_INDEX.json"),
        f => Moment.Gone($"{f}/READ.me"),
        f => Moment.Made($"{f}/archive/logs/file-70.log"),
        f => Moment.Gone($"{f}/archive/logs/file-10.log.gz"),
        f => Moment.Made($"{f}/archive/texts/second-1.txt"),
        f => Moment.Made($"{f}/file-44.log"),
        f => Moment.Made($"{f}/old/late-2.txt"),
        f => Moment.Made($"{f}/waiting-1.dat"),
        f => Moment.Gone($"{f}/archive"),
        f => Moment.Replaced($"{f}/{Queue}"),
        _ => Moment.Never,
    ];

    private static readonly Func<string, Moment>[] OfQueueChange =
    [
        f => Moment.Some($"{f}/{State}", "tidy_pending_moves.json.*.tmp"),
        f => Moment.Replaced($"{f}/{Queue}"),
        f => Moment.Replaced($"{f}/{State}/queue.last-good.json"),
        _ => Moment.Never,
    ];

    [TestMethod]
    [DataRow("ext4")]
    [DataRow("xfs")]
    public void AnApply_WhosePowerIsCut_IsFinishedByTheNext(string fileSystem)
    {
        CutRounds rounds = new("apply", fileSystem, context);
        rounds.Each(OfApply, most: 4, (disk, folder, cut) =>
        {
            BusyWorkspace.Make(folder, disk.Sync);
            ToolAnswer answer = cut.During(disk, folder, BusyWorkspace.Apply);

            Aftermath aftermath = new(folder, BusyWorkspace.Reference.Before.Names, $"{cut} {answer}");
            WorkspaceState now = aftermath.AssertNothingIsLost();
            aftermath.AssertQueueIsOneOf(now, BusyWorkspace.Reference.Before, BusyWorkspace.Reference.Tidy);
            if (answer.Exit is 0 or 3)
                aftermath.AssertIs(BusyWorkspace.Reference.Tidy, IsOfTheTest);
            aftermath.AssertNextRunFinishes(BusyWorkspace.Apply);
            aftermath.AssertIs(BusyWorkspace.Reference.Tidy, IsOfTheTest);
        });
    }

    [TestMethod]
    [DataRow("ext4")]
    [DataRow("xfs")]
    public void WhatARunSaidItDid_SurvivesAPowerCut_AndItsUndoAnother(string fileSystem)
    {
        CutRounds rounds = new("undo", fileSystem, context);
        rounds.Each(OfUndo, most: 3, (disk, folder, cut) =>
        {
            BusyWorkspace.Make(folder, disk.Sync);
            ToolProcess.Run(folder, BusyWorkspace.Apply).AssertExit(3);
            disk.CutPower();
            disk.Restart();
            ToolAnswer answer = cut.During(disk, folder, "undo");

            Aftermath aftermath = new(folder, BusyWorkspace.Reference.Before.Names, $"{cut} {answer}");
            WorkspaceState now = aftermath.AssertNothingIsLost();
            aftermath.AssertQueueIsOneOf(now, BusyWorkspace.Reference.Tidy, BusyWorkspace.Reference.Undone);
            if (answer.Exit is 0 or 3)
                aftermath.AssertIs(BusyWorkspace.Reference.Undone, IsOfTheTest);
            aftermath.AssertNextRunFinishes("apply");
            Assert.AreEqual("", string.Join(", ", Payload.Below(folder).Except(BusyWorkspace.Reference.Tidy.Names)), $"{cut} {answer}");
        });
    }

    [TestMethod]
    [DataRow("ext4")]
    [DataRow("xfs")]
    public void AHoldOrARelease_WhosePowerIsCut_HappensToAllItemsOrToNone(string fileSystem)
    {
        CutRounds rounds = new("queue hold and release", fileSystem, context);
        rounds.Each(OfQueueChange, most: 3, (disk, folder, cut) =>
        {
            BusyWorkspace.Make(folder, disk.Sync);
            string[] change = Chance.For($"{cut}").Next(2) == 0 ? ["queue", "hold", "waiting-0.dat", "waiting-3.dat"] : ["queue", "release", "held.log"];
            WorkspaceState before = WorkspaceState.In(folder);
            WorkspaceState after = before with { Queue = [.. before.Queue.Select(line => Changed(line, change))] };
            ToolAnswer answer = cut.During(disk, folder, change);

            Aftermath aftermath = new(folder, before.Names, $"{cut} {answer}");
            WorkspaceState now = aftermath.AssertNothingIsLost();
            aftermath.AssertQueueIsOneOf(now, answer.Exit == 0 ? [after] : [before, after]);
            aftermath.AssertNextRunFinishes(BusyWorkspace.Apply);
        });
    }

    /// <summary>Of files that nobody had made durable a power cut leaves the empty name; it is not the tool's to prevent that.</summary>
    private static bool IsOfTheTest(string name) => name.StartsWith("TORN: new/late-", StringComparison.Ordinal);

    private static string Changed(string line, string[] change)
    {
        if (!change.Contains(line.Split(" > ")[0]))
            return line;
        return change[1] == "hold" ? line.Replace(" Pending", " Held", StringComparison.Ordinal) : line.Replace(" Held", " Pending", StringComparison.Ordinal);
    }
}
