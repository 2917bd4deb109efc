using Tidy.Core;
using Tidy.Core.Activity;
using Tidy.Core.Holders;
using Tidy.Core.Moving;
using Tidy.Core.Queue;

namespace Tidy.Dashboard.Tests;

/// <summary>A shop with a month behind it, the same each time: for pictures, and for tests that look at a page as a person would.</summary>
internal static class DemoShop
{
    private static readonly (string Name, int Pid)[] Holders = [("VBCSCompiler", 968), ("MSBuild", 4120), ("dotnet", 5533), ("code", 2207), ("postgres", 811)];

    private static readonly string[] Folders = ["", "", "", "tools/probe/", "bench/2026-11/"];

    private static readonly string[] Names = ["build-{0}.binlog", "test-run-{0}.log", "trace-{0}.nettrace", "import-{0}.log", "coverage-{0}.log"];

    /// <summary>Numbers that look like chance and are the same each time (Lehmer 1951).</summary>
    private static int Next(ref int seed, int below) => (int)((seed = (int)(48271L * seed % int.MaxValue)) % below);

    public static Shop Make()
    {
        var shop = new Shop();
        PendingMove[] items = [.. Waiting(shop), .. Ended(shop)];
        AddActivity(shop, items);
        AddRuns(shop);
        shop.Add(items);
        return shop;
    }

    private static IEnumerable<PendingMove> Waiting(Shop shop)
    {
        int seed = 2026;
        for (int i = 0; i < 84; i++)
        {
            var (name, pid) = Holders[Next(ref seed, Next(ref seed, Holders.Length) + 1)];
            string source = Folders[Next(ref seed, Folders.Length)] + string.Format(Names[Next(ref seed, Names.Length)], 100 + i);
            int attempts = 1 + Next(ref seed, 6);
            yield return shop.Item(source, hours: 0.4 + (attempts * attempts * (Next(ref seed, 80) + 5) / 20.0)) with
            {
                AttemptCount = attempts,
                NextEligibleAt = shop.Clock.Now.AddMinutes((5 << attempts) - Next(ref seed, 9)),
                BytesEstimate = 3_000 + (long)Math.Pow(Next(ref seed, 9000), 1.9),
                Holders = [new Holder(pid, name, null)],
            };
        }
    }

    private static IEnumerable<PendingMove> Ended(Shop shop) =>
    [
        shop.Item("crash-2026-10-19.log", hours: 34 * 24) with { Status = PendingStatus.Abandoned, AttemptCount = 10, ManualReason = "Tried 10 times, last reason: locked", Holders = [new Holder(811, "postgres", null)] },
        shop.Item("release-notes.log", hours: 50) with { Status = PendingStatus.NeedsManual, Reason = FailureReason.DestExists, AttemptCount = 1, ManualReason = "The destination exists: choose which file stays, then retry", Holders = [], LastError = "EEXIST (17): File exists" },
        shop.Item("audit/export.log", hours: 27) with { Status = PendingStatus.NeedsManual, Reason = FailureReason.Permission, AttemptCount = 3, ManualReason = "Tried 3 times, last reason: permission", Holders = [], LastError = "EACCES (13): Permission denied" },
        shop.Item("keep-me.log", hours: 90) with { Status = PendingStatus.Held, ManualReason = "put on hold by a person", Holders = [] },
        shop.Item("restored.log", hours: 12) with { Status = PendingStatus.Held, ManualReason = "restored by undo", Holders = [] },
    ];

    private static void AddActivity(Shop shop, PendingMove[] items)
    {
        var log = new ActivityLog(shop.Root, shop.Services.Files, shop.Clock);
        int seed = 7;
        for (int day = 29; day >= 1; day--)
        {
            bool isWeekend = shop.Clock.Now.AddDays(-day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            for (int run = isWeekend ? 2 : 1 + Next(ref seed, 3); run >= 0; run--)
                log.Append(Run(shop.Clock.Now.AddDays(-day).AddHours(-run), isWeekend, ref seed));
        }

        foreach (int attempt in new[] { 2, 3, 4, 5, 6 })
            log.Append(Tries(shop.Clock.Now.AddHours(-24 + (3 * attempt)), items.Where(i => i.Status == PendingStatus.Pending && i.AttemptCount >= attempt), AttemptResult.Waiting, attempt));
        log.Append(Tries(shop.Clock.Now.AddHours(-4), items.Where(i => i.Status == PendingStatus.Abandoned), AttemptResult.Abandoned, 10));
    }

    private static RunActivity Run(DateTimeOffset at, bool isWeekend, ref int seed) => new()
    {
        RunId = $"{at:yyyyMMdd-HHmmss}000-{Next(ref seed, 0x10000):x4}",
        Command = Next(ref seed, 4) == 0 ? "retry" : "apply",
        StartedAt = at,
        Duration = TimeSpan.FromMilliseconds(40 + Next(ref seed, 400)),
        Moved = isWeekend ? Next(ref seed, 3) : 4 + Next(ref seed, 26),
        Queued = Next(ref seed, 3) == 0 ? Next(ref seed, 6) : 0,
        Failed = Next(ref seed, 14) == 0 ? 1 : 0,
        WaitedForWorkspace = Next(ref seed, 9) == 0 ? TimeSpan.FromMilliseconds(300 + Next(ref seed, 4000)) : TimeSpan.Zero,
    };

    private static RunActivity Tries(DateTimeOffset at, IEnumerable<PendingMove> items, AttemptResult result, int attempt) => new()
    {
        RunId = $"{at:yyyyMMdd-HHmmss}000-0a0{attempt:x}",
        Command = "retry",
        StartedAt = at,
        Duration = TimeSpan.FromMilliseconds(61),
        Exit = ExitCode.Pending,
        Attempts = [.. items.Select(i => new AttemptActivity(i.Id, i.Source.Value, result, i.Reason, attempt, i.Holders is [var h, ..] ? h.Name : null))],
    };

    /// <summary>Three real runs, the second of them undone.</summary>
    private static void AddRuns(Shop shop)
    {
        DateTimeOffset now = shop.Clock.Now;
        RunAt(now.AddHours(-26), ["nightly-1.log", "nightly-2.log", "nightly-3.log"]);
        RunAt(now.AddMinutes(-95), ["probe-a.log", "probe-b.log"]);
        shop.Clock.Now = now.AddMinutes(-90);
        shop.Run(RunCommand.Undo);
        RunAt(now.AddMinutes(-12), ["import-errors.log", "import-warnings.log", "smoke-test.log", "publish.log"]);
        shop.Clock.Now = now;

        void RunAt(DateTimeOffset time, string[] files)
        {
            shop.Clock.Now = time;
            foreach (string file in files)
                shop.Write(file, file);
            shop.Run(RunCommand.Apply);
        }
    }
}
