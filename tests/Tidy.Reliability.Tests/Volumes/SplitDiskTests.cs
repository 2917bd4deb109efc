using System.Text.Json;
using Tidy.Core.Tests;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Volumes;

/// <summary>Of two disks of one workspace the one loses its power, or the other, or both, while the real tool copies files between them.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class SplitDiskTests(TestContext context)
{
    private static readonly Func<string, Moment>[] Moments =
    [
        f => Moment.Some($"{f}/.autonomous_runs/tidy/runs", "*.open"),
        f => Moment.Made($"{f}/big/waited/waiting-3.dat"),
        f => Moment.Some($"{f}/new", "*.part"),
        f => Moment.Made($"{f}/new/0.dat"),
        f => Moment.Gone($"{f}/big/old/2.dat"),
        f => Moment.Made($"{f}/new/4.dat"),
        f => Moment.Some($"{f}/big/logs", "*.part"),
        f => Moment.Made($"{f}/big/logs/file-0.log"),
        f => Moment.Gone($"{f}/file-2.log"),
        f => Moment.Made($"{f}/big/logs/file-4.log"),
        f => Moment.Gone($"{f}/twin-3.txt"),
        f => Moment.Replaced($"{f}/.autonomous_runs/tidy_pending_moves.json"),
        _ => Moment.Never,
    ];

    /// <summary>Which of the two disks, and in what order.</summary>
    private static readonly int[][] Orders = [[0], [1], [0, 1], [1, 0]];

    [TestMethod]
    [DataRow("ext4")]
    [DataRow("xfs")]
    public void FilesOnTheirWayToAnotherDisk_SurviveThePowerCutOfEither(string fileSystem)
    {
        var points = Moments.SelectMany(m => Orders.Select(o => (Moment: m, Order: o))).ToList();
        var chosen = Chance.Sample($"split {fileSystem}", points, most: 4);
        using SplitDisks disks = SplitDisks.Make(fileSystem);
        foreach ((Func<string, Moment> moment, int[] order) in chosen)
            Round(disks, fileSystem, moment, order);
        Figures.Report(context, $"power cut of one of two disks, {fileSystem}", $"{chosen.Count} cuts",
            "0 files lost or doubled, 0 items of the queue lost, 0 temporary files left");
    }

    private static void Round(SplitDisks disks, string fileSystem, Func<string, Moment> of, int[] order)
    {
        disks.Clear();
        string folder = disks.Workspace;
        SplitWorkspace.Make(folder, disks.Sync);
        Moment moment = of(folder);
        Disk[] cut = [.. order.Select(n => n == 0 ? disks.First : disks.Second)];

        ToolAnswer answer = During(folder, moment, cut);
        disks.Restart(cut);

        string which = string.Join(" and ", order.Select(n => n == 0 ? "the workspace's disk" : "the disk of 'big'"));
        string story = $"{fileSystem}, power of {which} cut when {moment} {Chance.Repeat} {answer}";
        Aftermath aftermath = new(folder, SplitWorkspace.Names, story);
        aftermath.AssertNothingIsLost();
        AssertNothingWasForgotten(folder, story);
        if (answer.Exit is 0 or 3)
            AssertIsAsSaid(folder, answer, story);
        aftermath.AssertNextRunsFinish(SplitWorkspace.Apply);
        aftermath.AssertIs(SplitWorkspace.Tidy, name => name.StartsWith("TORN: big/texts/", StringComparison.Ordinal));
    }

    private static ToolAnswer During(string folder, Moment moment, Disk[] cut)
    {
        using ToolProcess tool = ToolProcess.Start(folder, SplitWorkspace.Apply);
        while (!moment.HasCome() && !tool.HasEnded)
        {
        }

        foreach (Disk disk in cut)
            disk.CutPower();
        return tool.End();
    }

    /// <summary>What waited has arrived, or waits.</summary>
    private static void AssertNothingWasForgotten(string folder, string story)
    {
        List<string> queue = Queued.In(folder);
        for (int i = 0; i < SplitWorkspace.Some; i++)
        {
            bool waits = queue.Exists(line => line.StartsWith($"big/in/waiting-{i}.dat > ", StringComparison.Ordinal));
            Assert.IsTrue(waits || File.Exists(Path.Combine(folder, $"big/waited/waiting-{i}.dat")), $"waiting-{i}.dat is forgotten: {story}");
        }
    }

    private static void AssertIsAsSaid(string folder, ToolAnswer answer, string story)
    {
        foreach (JsonElement entry in answer.Entries.Where(e => e.GetProperty("status").GetString() is "moved" or "removed"))
        {
            string source = entry.GetProperty("src").GetString()!;
            Assert.IsFalse(Path.Exists(Path.Combine(folder, source)), $"'{source}' had gone, it was said: {story}");
            if (entry.GetProperty("dest").GetString() is { } destination)
                Assert.IsTrue(Path.Exists(Path.Combine(folder, destination)), $"'{destination}' had come, it was said: {story}");
        }
    }
}
