using Tidy.Core.Builds;
using Tidy.Core.Configuration;
using Tidy.Core.Holders;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>What a run leaves for the next calls of a build: a gate that is in date only if no change could have gone unseen.</summary>
[TestClass]
public sealed class BuildGateTests : IDisposable
{
    private const string Call = "apply|AfterBuild";

    private readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [TestMethod]
    public void RunThatNoBuildStarted_LeavesNoGate()
    {
        bench.Apply();
        bench.Plan();

        Assert.IsFalse(bench.Exists(".autonomous_runs/tidy/build.gate"));
    }

    [TestMethod]
    public void NothingToDo_GateIsInDate()
    {
        Build(RunCommand.Apply);

        GateFile gate = Gate();
        Assert.AreEqual(Call, gate.Call);
        Assert.IsTrue(IsInDate(gate));
        Assert.IsFalse(gate.SaysAgain);
        Assert.AreEqual(GateStamp.Missing, gate.Queue);
        Assert.AreEqual(GateFile.Never, gate.QueueDueAt);
        Assert.IsTrue(gate.DueAt > bench.Clock.Now.AddYears(1).UtcTicks);
    }

    [TestMethod]
    public void RunThatMovedFiles_GateIsInDateAfterItsOwnChanges()
    {
        bench.Write("a.log");
        bench.Write("b.log");

        RunResult result = Build(RunCommand.Apply);

        Assert.HasCount(2, result.Entries);
        Assert.IsTrue(IsInDate(Gate()), "the next call of the same build starts nothing");
    }

    [TestMethod]
    public void FileThatArrivesWhileTheRunMoves_GateIsOutOfDate()
    {
        bench.Write("a.log");
        bench.Files.OnRename = _ =>
        {
            bench.Write("late.log");
            return null;
        };

        Build(RunCommand.Apply);

        Assert.IsFalse(IsInDate(Gate()));
    }

    [TestMethod]
    public void FileThatArrivesWithinTheClocksGranularity_GateIsOutOfDate()
    {
        // The root was changed in this very moment: another change could leave the same time.
        bench.Clock.Now = new DateTimeOffset(Directory.GetLastWriteTimeUtc(bench.Root.FullPath)).AddMilliseconds(1);

        Build(RunCommand.Apply);

        Assert.IsFalse(IsInDate(Gate()));
    }

    [TestMethod]
    [DataRow("2026-03-01T11:59:59Z", false, DisplayName = "a second ago: another change may round to the same time")]
    [DataRow("2026-03-01T11:59:00Z", true, DisplayName = "a minute ago")]
    public void WholeSeconds_AreTheTimesOfACoarseFileSystem(string time, bool settled)
    {
        DateTime modified = DateTime.Parse(time, null, System.Globalization.DateTimeStyles.AdjustToUniversal);

        Assert.AreEqual(settled, WatchedPaths.IsSettledAt(new GateStamp(modified.Ticks, 0), bench.Clock.Now));
        Assert.IsTrue(WatchedPaths.IsSettledAt(new GateStamp(modified.Ticks + 1, 0), bench.Clock.Now));
    }

    [TestMethod]
    public void YoungFile_IsDueWhenItIsOldEnough()
    {
        string log = bench.Write("a.log");
        File.SetLastWriteTimeUtc(log, bench.Clock.Now.UtcDateTime.AddHours(-23));

        Build(RunCommand.Apply, r => r with { MinAge = TimeSpan.FromHours(24) });

        Assert.AreEqual(bench.Clock.Now.AddHours(1).UtcTicks, Gate().DueAt);
        Assert.IsTrue(IsInDate(Gate()));
    }

    [TestMethod]
    public void WhatAPhaseFindsTooYoung_IsDueWhenItIsOldEnough()
    {
        bench.Config = ConfigReader.Parse("""{ "runs": { "keepLast": 0, "minAge": "7d" }, "archive": { "retention": { "olderThan": "30d" } } }""", "tidy.json");
        File.SetLastWriteTimeUtc(bench.Write(".autonomous_runs/job-1/out.txt"), bench.Clock.Now.UtcDateTime.AddDays(-5));
        File.SetLastWriteTimeUtc(bench.Write("archive/logs/a.log"), bench.Clock.Now.UtcDateTime.AddDays(-27));

        Build(RunCommand.Apply);

        Assert.AreEqual(bench.Clock.Now.AddDays(2).UtcTicks, Gate().DueAt);
        bench.Clock.Advance(TimeSpan.FromDays(2));
        Build(RunCommand.Apply);
        Assert.IsTrue(bench.Exists("archive/runs/job-1"));
        Assert.AreEqual(bench.Clock.Now.AddDays(1).UtcTicks + 1, Gate().DueAt);
    }

    [TestMethod]
    [DataRow("docs/new.md")]
    [DataRow(".autonomous_runs/new.log")]
    [DataRow("archive/new.log")]
    [DataRow("archive/logs/new.log")]
    [DataRow("old/new.txt")]
    public void WhatArrivesInAFolderThatAPhaseLooksAt_PutsTheGateOutOfDate(string path)
    {
        bench.Config = ConfigReader.Parse(
            """{ "docs": {}, "runs": {}, "migrations": [ { "from": "old/", "to": "src/" } ], "archive": { "index": true, "buckets": ["logs"] } }""", "tidy.json");
        foreach (string folder in new[] { "docs", ".autonomous_runs", "archive/logs" })
            Directory.CreateDirectory(bench.At(folder));
        Build(RunCommand.Apply);
        Assert.IsTrue(IsInDate(Gate()));

        bench.Write(path);

        Assert.IsFalse(IsInDate(Gate()));
    }

    [TestMethod]
    public void QueuedFile_IsProbedAfterTenSecondsAndDueWhenItsHolderEnds()
    {
        using FileHolder holder = FileHolder.Start("read", bench.Write("a.log"));

        Build(RunCommand.Apply);

        GateFile gate = Gate();
        Assert.AreEqual(bench.Clock.Now.AddSeconds(10).UtcTicks, gate.QueueDueAt);
        Assert.AreEqual(GateStamp.Of(bench.Root.QueuePath), gate.Queue);
        Assert.Contains(holder.ProcessId, gate.Holders.Select(h => h.ProcessId).ToList());
        Assert.IsTrue(IsInDate(gate));
    }

    [TestMethod]
    public void QueuedForAnotherReason_IsDueAtItsNextTryOnly()
    {
        bench.Write("a.log");
        bench.Files.OnRename = _ => new OsCode(13);

        Build(RunCommand.Apply);

        Assert.AreEqual(bench.Pending("a.log").NextEligibleAt.UtcTicks, Gate().QueueDueAt);
        Assert.IsEmpty(Gate().Holders);
    }

    [TestMethod]
    public void RetryBeforeABuild_LeavesTheAnswerOfTheLastRunAsItWas()
    {
        bench.Write("a.log");
        bench.Files.OnProbe = _ => FileUse.InUse;
        Build(RunCommand.Apply);
        GateFile after = Gate();
        bench.Files.OnProbe = _ => null;

        Build(RunCommand.Retry, r => r with { BuildGate = GateFile.RetryCall });

        GateFile retried = Gate();
        Assert.AreEqual(after.Call, retried.Call);
        CollectionAssert.AreEqual(after.Watched.ToList(), retried.Watched.ToList());
        Assert.IsFalse(IsInDate(retried), "the file that moved was in a watched folder");
        Assert.AreEqual(GateFile.Never, retried.QueueDueAt);
    }

    [TestMethod]
    public void RetryWithoutAnEarlierRun_AnswersForTheQueueOnly()
    {
        Build(RunCommand.Retry, r => r with { BuildGate = GateFile.RetryCall });

        Assert.IsNull(Gate().Call);
    }

    [TestMethod]
    public void GitsIndex_IsWatchedOnlyWhereATrackedFileWasSpared()
    {
        bench.Write("source.cs");
        GitRepository.InitAndAdd(bench.Root.FullPath, "source.cs");
        Build(RunCommand.Apply);
        Assert.IsFalse(WatchesIndex(), "a commit makes nothing due here");

        bench.Write("tracked.log");
        GitRepository.Git(bench.Root.FullPath, "add", "tracked.log");
        RunResult spared = Build(RunCommand.Apply);

        Assert.AreEqual(Planning.EntryStatus.Protected, spared.Entries.Single().Status);
        Assert.IsTrue(WatchesIndex());
        Assert.IsTrue(IsInDate(Gate()));

        bool WatchesIndex() => Gate().Watched.Any(w => w.Key == bench.At(".git/index"));
    }

    [TestMethod]
    public void OutOfPlaceInAPreview_IsSaidByEachBuild()
    {
        bench.Write("a.log");

        Build(RunCommand.Verify);
        Assert.IsTrue(Gate().SaysAgain);
        Build(RunCommand.Plan);
        Assert.IsTrue(Gate().SaysAgain);
        Assert.IsTrue(IsInDate(Gate()));
    }

    [TestMethod]
    public void VerifyInABuild_AFileThatIsBeingWritten_IsNoFinding()
    {
        bench.Write("a.log");
        bench.Files.OnProbe = _ => FileUse.InUse;

        RunResult result = Build(RunCommand.Verify);

        Assert.IsNull(result.Entries.Single().Code);
        Assert.IsFalse(Gate().SaysAgain);
        Assert.AreEqual(Codes.Stray, bench.Run(RunCommand.Verify).Entries.Single().Code, "by hand it is");
    }

    [TestMethod]
    public void GateThatCannotBeWritten_TheRunIsDoneAllTheSame()
    {
        bench.Write("a.log");
        Directory.CreateDirectory(bench.Root.State(GateFile.Name));

        RunResult result = Build(RunCommand.Apply);

        Assert.AreEqual(ExitCode.Done, result.Exit);
        Assert.IsTrue(bench.Exists("archive/logs/a.log"));
    }

    [TestMethod]
    [DataRow(true, "dotnet", "build", "S.sln", "-bl")]
    [DataRow(true, "/usr/share/dotnet/dotnet", "/usr/share/dotnet/sdk/10.0.401/MSBuild.dll", "/nodemode:1")]
    [DataRow(true, "/usr/bin/dotnet", "exec", "/sdk/MSBuild.dll")]
    [DataRow(true, "MSBuild")]
    [DataRow(false, "dotnet", "App.dll", "build")]
    [DataRow(false, "dotnet", "watch", "run")]
    [DataRow(false, "dotnet", "run")]
    [DataRow(false, "tail", "-f", "build.log")]
    [DataRow(false)]
    public void CommandLine_OfABuild_IsRecognised(bool expected, params string[] line) => Assert.AreEqual(expected, BuildCommand.IsBuild(line));

    private RunResult Build(RunCommand command, Func<RunRequest, RunRequest>? change = null)
    {
        RunRequest request = Request(command) with { BuildGate = Call };
        return new TidyRun(change?.Invoke(request) ?? request, bench.Services).Execute();
    }

    private RunRequest Request(RunCommand command) => new() { Command = command, Root = bench.Root, Config = bench.Config };

    private GateFile Gate() => GateFile.Parse(File.ReadAllText(bench.Root.State(GateFile.Name)))!;

    private static bool IsInDate(GateFile gate) => gate.Watched.Count > 0 && gate.Watched.All(w => GateStamp.Of(w.Key).Equals(w.Value));
}
