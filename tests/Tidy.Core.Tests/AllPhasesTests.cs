using System.Text;
using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>One small workspace in which every phase has something to do.</summary>
[TestClass]
public sealed class AllPhasesTests
{
    /// <summary>Without the probe, for the reason that <see cref="ActionScene"/> gives.</summary>
    private const string Config =
        """
        {
          "version": 1, "inUse": "off",
          "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" } ],
          "migrations": [ { "from": "old/", "to": "new/", "conflict": "deduplicate" } ],
          "docs": { "truthSources": ["HISTORY.md"], "allow": ["*_GUIDE.md"], "mode": "reduce" },
          "runs": { "keepLast": 1, "minAge": "1d" },
          "archive": { "deduplicate": true, "index": true, "retention": { "olderThan": "100d", "action": "compress" } },
          "required": [ "src/" ]
        }
        """;

    private static readonly DateTime LastYear = new(2025, 11, 1, 0, 0, 0, DateTimeKind.Utc);

    [TestMethod]
    public void ARun_DoesWhatEachPhaseSays_InTheirOrder_AndTheNextOneIsQuiet()
    {
        using Workbench bench = Make();
        RunResult planned = bench.Plan();

        RunResult applied = bench.Apply();
        IReadOnlyList<string> after = TreeSnapshot.OfFiles(bench.Root.FullPath);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        RunResult second = bench.Apply();

        Assert.AreEqual("migrate root docs runs archive", string.Join(' ', applied.Entries.Select(e => e.Entry.Phase).Distinct()));
        CollectionAssert.AreEqual(Lines(planned), Lines(applied));
        PlanAction[] actions = [PlanAction.Move, PlanAction.RemoveDuplicate, PlanAction.RemoveEmptyDir, PlanAction.Compress, PlanAction.WriteIndex];
        CollectionAssert.IsSubsetOf(actions, applied.Entries.Select(e => e.Entry.Action).Distinct().ToArray());
        Assert.IsTrue(applied.Entries.All(e => e.Status is EntryStatus.Moved or EntryStatus.Removed), Text(applied));
        Assert.AreEqual(ExitCode.Done, applied.Exit, Text(applied));
        Assert.IsEmpty(second.Entries, Text(second));
        Assert.IsEmpty(second.Findings);
        CollectionAssert.AreEqual(after.ToList(), TreeSnapshot.OfFiles(bench.Root.FullPath).ToList());
        Assert.AreEqual(ExitCode.Done, bench.Run(RunCommand.Verify).Exit);
    }

    [TestMethod]
    public void Undo_GivesTheIdenticalTree_AndUndoOfThatTheTidyOne()
    {
        using Workbench bench = Make();
        IReadOnlyList<string> before = TreeSnapshot.OfFiles(bench.Root.FullPath);
        bench.Apply();
        IReadOnlyList<string> after = TreeSnapshot.OfFiles(bench.Root.FullPath);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));

        RunResult undone = Undo(bench, RunHistory.List(bench.Root)[^1]);
        CollectionAssert.AreEqual(before.ToList(), TreeSnapshot.OfFiles(bench.Root.FullPath).ToList(), Text(undone));
        Assert.IsTrue(bench.Exists("old") && bench.Exists(".autonomous_runs/empty"));
        RunResult held = bench.Plan();
        Assert.IsFalse(held.Entries.Any(e => e.Status is EntryStatus.Planned && e.Entry.Action != PlanAction.WriteIndex), Text(held));

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Undo(bench, RunHistory.List(bench.Root).Last(r => r.Command == "undo"));
        CollectionAssert.AreEqual(after.ToList(), TreeSnapshot.OfFiles(bench.Root.FullPath).ToList());
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void ARunThatDiesAtAnyCall_IsFinishedByTheNext_AndLosesNothing()
    {
        int calls = 0;
        for (bool died = true; died; calls++)
        {
            using Workbench bench = Make();
            DyingFiles dying = new(OsFiles.Current, calls);
            RunRequest request = new() { Command = RunCommand.Apply, Root = bench.Root, Config = bench.Config };
            try
            {
                new TidyRun(request, bench.Services with { Files = dying }).Execute();
            }
            catch (DyingFiles.DiedException)
            {
            }

            died = dying.HasDied;
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            RunResult next = bench.Apply();
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            RunResult quiet = bench.Apply();

            string context = $"died at call {calls}\n{Text(next)}";
            Assert.AreEqual(ExitCode.Done, next.Exit, context);
            Assert.IsEmpty(quiet.Entries, context + Text(quiet));
            CollectionAssert.AreEqual(Expected(), Contents(bench), context);
            Assert.AreEqual("", Programs.Shell($"find '{bench.Root.FullPath}' -name '*.part' -o -name '*.open' -o -name '*.tmp'"), context);
        }

        Assert.IsGreaterThan(30, calls, "the sweep must reach into the run");
    }

    [TestMethod]
    public void AFolderWithoutPermission_CostsItself_AndAFinding()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("Rights are another matter there.");
        using Workbench bench = Make();
        string closed = bench.At(".autonomous_runs/job-5");
        Directory.CreateDirectory(closed);
        File.SetUnixFileMode(closed, UnixFileMode.None);
        foreach (string path in Directory.EnumerateFileSystemEntries(bench.Root.FullPath, "*", SearchOption.AllDirectories).Append(bench.Root.FullPath))
            OtherUser.GiveTo(path, OtherUser.Id);
        try
        {
            RunResult applied = OtherUser.Do(bench.Apply);

            Assert.AreEqual(".autonomous_runs/job-5", applied.Findings.Single(f => f.Code == Codes.Unreadable).Path);
            Assert.IsFalse(applied.Findings.Any(f => f.Code == Codes.PhaseFailed), Text(applied));
            Assert.AreEqual("migrate root docs runs archive", string.Join(' ', applied.Entries.Where(e => e.Status is EntryStatus.Moved).Select(e => e.Entry.Phase).Distinct()), Text(applied));
        }
        finally
        {
            File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void ANameThatIsNoText_CostsItself_AndAFinding()
    {
        using Workbench bench = Make();
        string[] folders = ["docs", ".autonomous_runs", ".autonomous_runs/job-1", "archive/logs", "old"];
        foreach (string folder in folders)
            Programs.Shell($"printf odd > '{bench.At(folder)}'/\"$(printf 'a\\377.md')\"");
        try
        {
            RunResult applied = bench.Apply();

            string[] reported = [.. applied.Findings.Where(f => f.Code == Codes.NotText).Select(f => Path.GetDirectoryName(f.Path)!).Order(StringComparer.Ordinal)];
            CollectionAssert.AreEqual(folders.Order(StringComparer.Ordinal).ToArray(), reported, Text(applied));
            Assert.AreEqual("migrate root docs runs archive", string.Join(' ', applied.Entries.Where(e => e.Status is EntryStatus.Moved).Select(e => e.Entry.Phase).Distinct()), Text(applied));
            Assert.IsTrue(bench.Exists("old") && bench.Exists(".autonomous_runs/job-1"), "what holds such a file stays");
            Assert.AreEqual($"{folders.Length}", Programs.Shell($"grep -rl odd '{bench.Root.FullPath}' | wc -l").Trim());
        }
        finally
        {
            Programs.Shell($"find '{bench.Root.FullPath}' -type f -size 3c -delete"); // .NET cannot name them, and so not remove them
        }
    }

    [TestMethod]
    public void APhaseThatFails_IsReported_AndTheOthersGoOn()
    {
        using Workbench bench = Make();
        bench.Files.OnStat = path => path == bench.At("HISTORY.md") ? throw new IOException("played") : null;

        RunResult applied = bench.Apply();

        Finding failed = applied.Findings.Single(f => f.Code == Codes.PhaseFailed);
        StringAssert.Contains(failed.Message, "'docs'");
        Assert.AreEqual(ExitCode.Unexpected, applied.Exit);
        Assert.IsTrue(bench.Exists("archive/logs/a.log") && bench.Exists("archive/runs/job-1") && bench.Exists("archive/ARCHIVE_INDEX.json"), Text(applied));
    }

    [TestMethod]
    public void EachFolderIsReadOnce_AndWhatNoPhaseLooksAtIsNotRead()
    {
        using Workbench bench = Make();
        for (int i = 0; i < 50; i++)
            bench.Write($"src/deep/{i}/file.cs");
        List<RunStep> steps = [];
        new TidyRun(new RunRequest { Command = RunCommand.Plan, Root = bench.Root, Config = bench.Config }, bench.Services, new Listening(steps)).Execute();

        int read = steps.Sum(s => s.What.Contains("folders read", StringComparison.Ordinal) ? int.Parse(s.What.Split(", ")[2].Split(' ')[0]) : 0);
        int folders = Directory.EnumerateDirectories(bench.Root.FullPath, "*", SearchOption.AllDirectories).Count(d => !d.Contains("/src", StringComparison.Ordinal));
        Assert.IsLessThanOrEqualTo(folders, read, string.Join("\n", steps));
    }

    private static Workbench Make()
    {
        Workbench bench = new(Config);
        foreach (string path in Files.Append("docs/HISTORY.md"))
            bench.Write(path, $"content of {path}\n" + new string('.', path.Contains("vast", StringComparison.Ordinal) ? 9000 : 0));
        bench.Write("HISTORY.md", "content of docs/HISTORY.md\n");
        bench.Write("old/same.txt", "content of new/same.txt\n");
        bench.Write("archive/logs/twin.txt", "content of archive/logs/one.txt\n");
        Directory.CreateDirectory(bench.At("src"));
        Directory.CreateDirectory(bench.At(".autonomous_runs/empty/inner"));
        foreach (string path in Directory.EnumerateFileSystemEntries(bench.Root.FullPath, "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(path, path.Contains("job-2", StringComparison.Ordinal) ? LastYear.AddDays(9) : LastYear.AddSeconds(path.Length));
        return bench;
    }

    /// <summary>Files with content of their own; the duplicates of some of them come on top.</summary>
    private static readonly string[] Files =
    [
        "a.log", "vast.log", "old/mine.txt", "old/sub/deep.txt", "new/same.txt", "docs/stray.md", "docs/A_GUIDE.md", ".autonomous_runs/agent.log",
        ".autonomous_runs/job-1/out.txt", ".autonomous_runs/job-1/sub/more.txt", ".autonomous_runs/job-2/out.txt", "archive/logs/one.txt",
    ];

    /// <summary>The first line of each file that is left in the end, sorted: each content once, and the truth source twice.</summary>
    private static List<string> Expected()
    {
        List<string> lines = [.. Files.Append("docs/HISTORY.md").Append("docs/HISTORY.md").Select(f => $"content of {f}")];
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static List<string> Contents(Workbench bench)
    {
        string found = Programs.Shell(
            $"find '{bench.Root.FullPath}' -type f -not -path '*/.autonomous_runs/tidy*' -not -name .gitignore -not -name 'ARCHIVE_INDEX.*' -exec sh -c 'for f; do gzip -dcf \"$f\" | head -n 1; done' - {{}} +");
        List<string> lines = [.. found.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static RunResult Undo(Workbench bench, RunRecord run) => bench.Run(RunCommand.Undo, r => r with { UndoOf = run.Id });

    private static List<string> Lines(RunResult result) => [.. result.Entries.Select(e => $"{e.Entry.Action} {e.Entry.Source} > {e.Entry.Destination}")];

    private static string Text(RunResult result) =>
        string.Join("\n", [.. result.Entries.Select(e => $"{e.Entry.Phase} {e.Entry.Action} {e.Entry.Source} > {e.Destination} {e.Status}: {e.Message}"), .. result.Findings.Select(f => f.ToString())]);

    private sealed class Listening(List<RunStep> steps) : IRunObserver
    {
        public void Started(string runId, int actions)
        {
        }

        public void Progressed(int tried, PlanEntry latest)
        {
        }

        public void Decided(Outcome outcome)
        {
        }

        public void Found(Finding finding)
        {
        }

        public void Stepped(RunStep step) => steps.Add(step);
    }
}
