using Tidy.Core.Tests;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>Every command in workspaces that hold what nobody expects: nothing crashes, waits, forges a line of the output or leaves the workspace.</summary>
[TestClass]
public sealed class HostileDiskTests
{
    private static int commands, scenes, moved;

    private const int Patience = 300_000;

    internal static readonly string Everything =
        """
        { "version": 1, "inUse": "off", "rules": [ { "id": "all", "match": ["*", "*/"], "to": "archive/all/" } ] }
        """;

    internal static readonly string EveryPhase =
        """
        { "version": 1, "inUse": "off", "root": { "policy": "allowlist", "allow": ["docs/"] }, "rules": [ { "id": "logs", "match": ["*.log", "*.log/"], "to": "archive/all/" } ],
          "migrations": [ { "from": "from/", "to": "to/" } ], "docs": { "path": "docs", "truthSources": ["BUILD_HISTORY.md"], "mode": "reduce" },
          "runs": { "path": ".autonomous_runs", "keepLast": 1, "minAge": "0s", "archiveTo": "archive/runs/" },
          "archive": { "path": "archive", "buckets": ["all"], "deduplicate": true, "index": true } }
        """;

    public static IEnumerable<object[]> Scenes => from scene in HostileScene.All from config in (string[])[Everything, EveryPhase] select new object[] { scene.Name, config == Everything };

    [TestMethod]
    [Timeout(Patience)]
    [DynamicData(nameof(Scenes))]
    public void EveryCommand_HoldsItsOwn(string scene, bool everything)
    {
        using HostileDisk disk = new();
        HostileScene.All.Single(s => s.Name == scene).Fill(disk);
        disk.Configure(everything ? Everything : EveryPhase);
        string before = disk.Tree;

        foreach (string format in HostileDisk.Formats)
        {
            disk.Tidy("plan", "--format", format);
            disk.Tidy("verify", "--format", format);
        }

        Assert.AreEqual(before, disk.Tree, "a preview wrote");
        LookAt(disk);
        foreach (string command in everything ? (string[])["plan --format json", "verify"] : ["plan"])
            disk.TidyProcess(command.Split(' '));
        ToolAnswer applied = disk.Tidy("apply", "--format", "json");
        disk.AssertNothingHappenedOutside();
        LookAt(disk);
        disk.Tidy("apply", "--format", "jsonl");
        while (disk.Tidy("undo", "--format", "json") is { Exit: 0 or 3 } undone && undone.Entries.Length > 0)
            disk.AssertNothingHappenedOutside();
        disk.AssertNothingHappenedOutside();
        Assert.AreEqual(before, disk.Tree, $"undo did not bring back what was there (apply ended with {applied.Exit})");
        Interlocked.Add(ref commands, disk.Commands);
        Interlocked.Add(ref moved, applied.Entries.Count(static e => e.GetProperty("status").GetString() is "moved" or "removed"));
        Interlocked.Increment(ref scenes);
    }

    [ClassCleanup]
    public static void Report(TestContext context)
    {
        if (scenes == 0)
            return; // another test of this class was asked for alone
        Assert.IsGreaterThan(0, moved, "that is not what the scenes are for");
        Figures.Report(context, "Hostile disk", $"{scenes} workspaces, {commands} commands, {moved} entries moved",
            "0 crashes, 0 hangs, 0 files lost, 0 touched outside; all names, bytes and modes as before after undo");
    }

    /// <summary>With the rights of somebody who may not read everything, and may not write everywhere.</summary>
    [TestMethod]
    [Timeout(Patience)]
    public void EveryCommand_HoldsItsOwn_WithoutRights()
    {
        using HostileDisk disk = new();
        HostileScene.All.Single(static s => s.Name == "nobody may read it").Fill(disk);
        disk.Raw.Folder("sealed").File("f.log", "f").Folder("deeper").File("g", "g");
        disk.Raw.Folder("docs").File("x.md", "x");
        disk.Configure(EveryPhase);
        OtherUser.GiveTo(disk.Inside, OtherUser.Id);
        disk.LetOthersIn();
        string before = disk.Tree;
        _ = OtherUser.Do(() =>
        {
            foreach (string format in HostileDisk.Formats)
                disk.Tidy("plan", "--format", format);
            LookAt(disk);
            disk.Tidy("apply", "--format", "json");
            disk.Tidy("verify");
            disk.Tidy("retry", "--all", "--format", "json");
            disk.Tidy("queue", "report");
            return disk.Tidy("undo", "--format", "json");
        });
        disk.AssertNothingHappenedOutside();
        Assert.AreEqual(before, disk.Tree);
    }

    private static void LookAt(HostileDisk disk)
    {
        foreach (string command in (string[])["queue list", "queue stats", "queue health", "queue report", "history"])
        {
            disk.Tidy([.. command.Split(' ')]);
            disk.Tidy([.. command.Split(' '), "--format", "json"]);
        }

        string[] paths = [.. Directory.GetFileSystemEntries(disk.Inside).Take(80)];
        disk.Tidy(["locks", .. paths]);
        disk.Tidy(["locks", "--format", "json", .. paths]);
        foreach (string path in paths)
        {
            disk.Tidy("explain", "--format", "json", "--", Path.GetFileName(path));
            disk.Tidy("explain", "--", Path.GetFileName(path));
        }
    }
}
