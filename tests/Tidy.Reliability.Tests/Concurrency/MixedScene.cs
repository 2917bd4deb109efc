using System.Text.Json;
using Tidy.Core.Tests;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Concurrency;

/// <summary>A workspace where every command has something to do: files to move, files that are held, files whose place is taken.</summary>
internal sealed class MixedScene : IDisposable
{
    public const string Config =
        """
        { "version": 1, "rules": [
            { "id": "logs", "match": ["*.log"], "to": "archive/logs/" },
            { "id": "temps", "match": ["*.tmp"], "to": "archive/temps/", "conflict": "fail" } ] }
        """;

    /// <summary>The exit codes of each command that have a reason here; beside them 5, when the workspace or the queue was busy.</summary>
    private static readonly (string Command, int[] Exits)[] Commands =
    [
        ("apply", [0, 3]), ("apply --lock-timeout 1ms", [0, 3]), ("retry", [0, 3]), ("retry --all", [0, 3]),
        ("undo", [0, 2, 3]), // 2: nothing left to undo; 3: another process was quicker, or something is queued
        ("queue hold held-0.log", [0, 2]), ("queue release held-0.log", [0, 2]), ("queue hold 1.log", [0, 2]), ("queue release 1.log", [0, 2]), // 2: not queued now
        ("queue drop 0.tmp", [0, 2]), ("queue archive --older-than 0s", [0]),
        ("plan", [0]), ("verify", [0, 1]), ("history", [0]), ("queue list", [0]), ("queue report", [0]),
    ];

    private readonly LiveWorkspace live;
    private readonly List<FileHolder> holders = [];

    public MixedScene(LiveWorkspace live)
    {
        this.live = live;
        for (int n = 0; n < 30; n++)
            live.Write($"{n}.log", $"log {n}");
        for (int n = 0; n < 3; n++)
        {
            live.Write($"{n}.tmp", $"new {n}");
            live.Write($"archive/temps/{n}.tmp", $"old {n}");
            holders.Add(FileHolder.Start("read", live.Write($"held-{n}.log", $"held {n}")));
        }
    }

    /// <summary>Commands by chance, one after the other, as one of those at work here.</summary>
    public void Work(int worker, int count, List<(string Command, ToolAnswer Answer)> answers)
    {
        Random chance = Chance.For($"worker {worker}");
        for (int n = 0; n < count; n++)
        {
            // Each begins elsewhere, so that with few commands too all of them are there.
            string command = n < 2 ? Commands[((worker * 2) + n) % Commands.Length].Command : Commands[chance.Next(Commands.Length)].Command;
            ToolAnswer answer = live.Tidy([.. command.Split(' '), "--format", "json"]);
            lock (answers)
                answers.Add((command, answer));
        }
    }

    public static void AssertExplained(string command, ToolAnswer answer)
    {
        bool isExpected = Commands.Single(c => c.Command == command).Exits.Contains(answer.Exit);
        bool isBusy = answer.Exit == 5 && answer.ToString().Contains("TIDY1005", StringComparison.Ordinal);
        Assert.IsTrue(isExpected || isBusy, $"{command}: {answer} {Chance.Repeat}");
        if (answer.Out.Length > 0)
            JsonDocument.Parse(answer.Out).Dispose();
    }

    /// <summary>Once nobody holds anything, and nothing is on hold, all that can move has moved.</summary>
    public void AssertDrains()
    {
        Dispose();
        foreach (JsonElement item in live.Json("queue", "list", "--status", "held").Json.GetProperty("items").EnumerateArray())
            live.Tidy("queue", "release", item.GetProperty("id").GetString()!).AssertExit(0);
        live.Tidy("apply").AssertExit(3);
        Assert.AreEqual("0.tmp 1.tmp 2.tmp", string.Join(' ', Directory.GetFiles(live.FullPath).Select(f => Path.GetFileName(f)).Where(f => f != "tidy.json").Order(StringComparer.Ordinal)));
        string[] waiting = [.. live.Json("queue", "list").Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("src").GetString()!)];
        CollectionAssert.AreEquivalent(new[] { "0.tmp", "1.tmp", "2.tmp" }, waiting);
    }

    public void Dispose()
    {
        holders.ForEach(h => h.Dispose());
        holders.Clear();
    }
}
