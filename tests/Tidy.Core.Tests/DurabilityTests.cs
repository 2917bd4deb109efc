using Tidy.Core.Journal;
using Tidy.Core.Moving;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>
/// What a power cut leaves, and a disk that does not take what it is given. The suite that cuts the power of real disks found these; here each is
/// made by hand.
/// </summary>
[TestClass]
public sealed class DurabilityTests
{
    private const int EIO = 5, EXDEV = 18;

    [TestMethod]
    public void AFolderThatTheDiskDoesNotFlush_EndsTheRun_AndTheNextOneLooksWhereEachFileIs()
    {
        using Workbench bench = new();
        bench.Write("a.log");
        bench.Files.OnFlush = path => path == bench.At("archive/logs") ? new OsCode(EIO) : null;

        TidyException e = Assert.ThrowsExactly<TidyException>(() => bench.Apply());

        Assert.AreEqual(Codes.StateDamaged, e.Code);
        StringAssert.Contains(e.Message, "archive/logs");
        Assert.HasCount(1, RunFolder.Interrupted(bench.Root));
        bench.Files.OnFlush = _ => null;
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.AreEqual(ExitCode.Done, bench.Apply().Exit);
        Assert.IsTrue(bench.Exists("archive/logs/a.log"));
        Assert.IsEmpty(RunFolder.Interrupted(bench.Root));
    }

    [TestMethod]
    public void ACopyWhoseFolderTheDiskDoesNotFlush_IsTakenBack_AndItsSourceStays()
    {
        using Workbench bench = new();
        bench.Write("a.log", "one");
        bench.Files.OnRename = source => Path.GetFileName(source) == "a.log" ? new OsCode(EXDEV) : null;
        bench.Files.OnFlush = path => path == bench.At("archive/logs") ? new OsCode(EIO) : null;

        Outcome outcome = bench.Apply().Entries.Single();

        Assert.AreEqual(FailureReason.Unknown, outcome.Reason, outcome.Message);
        Assert.AreEqual("one", File.ReadAllText(bench.At("a.log")));
        Assert.IsEmpty(Directory.GetFileSystemEntries(bench.At("archive/logs")));
    }

    [TestMethod]
    public void ACopyIsKnownAgain_ThoughTheMachineWasStarted_AndItsVolumesHaveOtherNumbers()
    {
        using Workbench bench = new();
        bench.Write("a.log", "one");
        int renames = 0;
        bench.Files.OnRename = source => Path.GetFileName(source) == "a.log" && renames++ == 0 ? new OsCode(EXDEV) : null;
        bench.Files.OnRemove = path => path.EndsWith(".aside", StringComparison.Ordinal) ? throw new DyingFiles.DiedException() : null;
        Assert.ThrowsExactly<DyingFiles.DiedException>(() => bench.Apply());
        bench.Files.OnRemove = _ => null;
        RewriteJournal(bench, r => r with { Device = r.Device + 1 });
        bench.Clock.Advance(TimeSpan.FromSeconds(1));

        RunResult next = bench.Apply();

        Assert.IsEmpty(next.Entries);
        Assert.IsFalse(bench.Exists("a.log"), "the copy was complete, so the move is finished");
        Assert.AreEqual("archive/logs/a.log", RunHistory.List(bench.Root).Single().Done.Single().Destination.Value);
    }

    [TestMethod]
    public void ATemporaryFile_OfWhichOnlyTheIntentIsLeft_IsTakenAway()
    {
        using Workbench bench = new();
        bench.Write("a.log", "one");
        bench.Files.OnRename = source => Path.GetFileName(source) == "a.log" ? throw new DyingFiles.DiedException() : null;
        Assert.ThrowsExactly<DyingFiles.DiedException>(() => bench.Apply());
        bench.Files.OnRename = _ => null;
        string id = RunFolder.Interrupted(bench.Root).Single();
        RewriteJournal(bench, r => r.Type is JournalTypes.Run or JournalTypes.Intent ? r : null);
        bench.Write($"archive/logs/{RunFolder.StagedName(id, 0)}", "on");
        bench.Clock.Advance(TimeSpan.FromSeconds(1));

        bench.Apply();

        Assert.AreEqual("archive/logs/a.log", Path.GetRelativePath(bench.Root.FullPath, Directory.GetFiles(bench.At("archive/logs")).Single()).Replace('\\', '/'));
    }

    [TestMethod]
    [DataRow("archive/.gitignore")]
    [DataRow(".autonomous_runs/tidy/.gitignore")]
    public void AnIgnoreFileThatIsEmpty_OrMissing_IsWrittenAfterAll(string ignore)
    {
        foreach (bool isEmpty in new[] { true, false })
        {
            using Workbench bench = new();
            bench.Write("a.log", "one");
            bench.Files.OnCreateDirectory = path => path == bench.At("archive/logs") ? throw new DyingFiles.DiedException() : null;
            Assert.ThrowsExactly<DyingFiles.DiedException>(() => bench.Apply());
            bench.Files.OnCreateDirectory = _ => null;
            File.Delete(bench.At(ignore));
            if (isEmpty)
                bench.Write(ignore, "");
            bench.Clock.Advance(TimeSpan.FromSeconds(1));

            bench.Apply();

            Assert.AreEqual("*\n", File.ReadAllText(bench.At(ignore)));
        }
    }

    [TestMethod]
    public void UndoOfAnInterruptedRun_ReversesWhatTheDiskSaysThatItDid_AndNoEarlierRun()
    {
        using Workbench bench = new();
        bench.Write("earlier.log");
        bench.Apply();
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        bench.Write("a.log", "one");
        bench.Write("b.log", "two");
        bench.Files.OnFlush = path => path == bench.At("archive/logs") ? throw new DyingFiles.DiedException() : null;
        Assert.ThrowsExactly<DyingFiles.DiedException>(() => bench.Apply());
        bench.Files.OnFlush = _ => null;
        RewriteJournal(bench, r => r.Type is JournalTypes.Run or JournalTypes.Intent ? r : null); // the file system kept the renames, and of the journal what was flushed
        bench.Clock.Advance(TimeSpan.FromSeconds(1));

        bench.Undo();

        Assert.IsTrue(bench.Exists("a.log") && bench.Exists("b.log") && bench.Exists("archive/logs/earlier.log"), string.Join(", ", Directory.GetFiles(bench.Root.FullPath, "*.log", SearchOption.AllDirectories)));
    }

    /// <param name="change">What becomes of each line; null takes it out.</param>
    private static void RewriteJournal(Workbench bench, Func<JournalRecord, JournalRecord?> change)
    {
        string path = Path.Combine(RunFolder.Open(bench.Root, RunFolder.Interrupted(bench.Root).Single()), JournalFile.Name);
        File.WriteAllBytes(path, JournalLine.Bytes([.. JournalFile.Read(path).Records.Select(change).OfType<JournalRecord>()]));
    }
}
