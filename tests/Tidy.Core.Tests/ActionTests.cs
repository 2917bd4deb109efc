using System.IO.Compression;
using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>The actions besides moves: done, undone, and the undo undone.</summary>
[TestClass]
public sealed class ActionTests
{
    [TestMethod]
    public void ARunWithEveryAction_DoesThemAll_AndUndoGivesTheIdenticalTree_AndUndoingThatTheRunsResult()
    {
        using ActionScene scene = new();

        IReadOnlyList<Outcome> outcomes = scene.Bench.Carry(scene.Bench.Files, scene.Plan());
        Assert.IsTrue(outcomes.All(o => o.Status is EntryStatus.Moved or EntryStatus.Removed), Lines(outcomes));
        Assert.IsFalse(scene.Bench.Exists("old"));
        Assert.AreEqual("one one one", Unpacked(scene.Bench.At("archive/x/a.txt.gz")));
        Assert.AreEqual("the new index", File.ReadAllText(scene.Bench.At("archive/INDEX.md")));
        Assert.IsTrue(Directory.Exists(scene.Bench.At("made/deeper")));
        IReadOnlyList<string> after = scene.Tree();

        RunResult undone = scene.Bench.Undo();
        CollectionAssert.AreEqual(scene.Before.ToList(), scene.Tree().ToList(), Lines(undone.Entries));
        Assert.AreEqual(ExitCode.Done, undone.Exit, Lines(undone.Entries));

        RunResult redone = scene.Bench.Undo(undone.RunId);
        CollectionAssert.AreEqual(after.ToList(), scene.Tree().ToList(), Lines(redone.Entries));
        Assert.IsEmpty(scene.Bench.Queue().Items, "what the undo had put on hold is released");

        RunResult undoneAgain = scene.Bench.Undo(redone.RunId);
        CollectionAssert.AreEqual(scene.Before.ToList(), scene.Tree().ToList(), Lines(undoneAgain.Entries));
    }

    [TestMethod]
    public void HistoryTellsOfEachAction_WithTheFolderItselfAsDestinationOfWhatWasRemoved()
    {
        using ActionScene scene = new();
        scene.Bench.Carry(scene.Bench.Files, scene.Plan());

        RunRecord run = RunHistory.List(scene.Bench.Root).Single();

        CollectionAssert.AreEqual(
            new[] { "move", "move", "remove_empty_dir", "remove_empty_dir", "compress", "move", "remove_duplicate", "create_dir", "write_index", "create_file", "write_index" },
            run.Done.Select(d => WireNames.Of(d.Action)).ToArray());
        Assert.AreEqual("old/inner", run.Done[2].Destination.Value);
        Assert.AreEqual(0, run.Failed);
    }

    [TestMethod]
    public void AnIndex_IsToldWhatReallyHappened_AndWhere()
    {
        using Workbench bench = new(ActionScene.NoRules);
        bench.Write("a.txt", "new");
        bench.Write("gone.txt");
        PlanEntry move = Entries.Move(bench, "a.txt", "archive/a.txt");
        PlanEntry gone = Entries.Move(bench, "gone.txt", "archive/gone.txt");
        bench.Write("archive/a.txt", "in the way");
        File.Delete(bench.At("gone.txt"));
        RecordingContent content = new();

        bench.Carry(bench.Files, Entries.WriteIndex(bench, "archive/INDEX.md", "") with { Content = content }, move, gone);

        CarriedOut only = content.Seen!.Single();
        Assert.AreEqual("a.txt", only.Entry.Source.Value);
        Assert.AreNotEqual("archive/a.txt", only.Destination!.Value);
        Assert.IsTrue(bench.Exists(only.Destination.Value));
        Assert.IsFalse(bench.Exists("archive/INDEX.md"), "a content that has nothing to say writes no file");
    }

    [TestMethod]
    public void BytesThatAreThereAlready_AreNotWritten_AndTheRunLeavesNoFolder()
    {
        using Workbench bench = new(ActionScene.NoRules);
        bench.Write("INDEX.md", "same");
        IReadOnlyList<string> before = TreeSnapshot.Of(bench.Root.FullPath, withState: false);

        Outcome index = bench.CarryOne(Entries.WriteIndex(bench, "INDEX.md", "same"));
        Outcome file = bench.CarryOne(Entries.CreateFile("INDEX.md", "same"));

        Assert.AreEqual(EntryStatus.Skipped, index.Status);
        StringAssert.Contains(index.Message, "already");
        Assert.AreEqual(EntryStatus.Skipped, file.Status);
        CollectionAssert.AreEqual(before.ToList(), TreeSnapshot.Of(bench.Root.FullPath, withState: false).Where(l => !l.StartsWith(".autonomous_runs ", StringComparison.Ordinal)).ToList());
        Assert.IsEmpty(RunHistory.List(bench.Root));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(300_000)]
    public void ACompressedFile_KeepsTimeAndMode_IsReadByGunzip_AndComesBack(int size)
    {
        using Workbench bench = new(ActionScene.NoRules);
        bench.Write("logs/a.log", new string('x', size));
        File.SetLastWriteTimeUtc(bench.At("logs/a.log"), new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        IReadOnlyList<string> before = TreeSnapshot.OfTree(bench.Root.FullPath);

        Outcome outcome = bench.CarryOne(Entries.Compress(bench, "logs/a.log"));

        Assert.AreEqual(EntryStatus.Moved, outcome.Status, outcome.Message);
        Assert.IsFalse(bench.Exists("logs/a.log"));
        Assert.AreEqual($"{size} ok", Programs.Shell($"echo $(gunzip -c '{bench.At("logs/a.log.gz")}' | wc -c) $(gzip -t '{bench.At("logs/a.log.gz")}' && echo ok)").Trim());
        Assert.AreEqual(new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc), File.GetLastWriteTimeUtc(bench.At("logs/a.log.gz")));
        bench.Undo();
        CollectionAssert.AreEqual(before.ToList(), TreeSnapshot.OfTree(bench.Root.FullPath).ToList());
        Assert.AreEqual("compress", bench.Pending("logs/a.log").Action);
    }

    [TestMethod]
    public void AFolderThatRepairMadeForTheArchive_GoesWithItsIgnoreFile_AndComesBackWithIt()
    {
        using Workbench bench = new(ActionScene.NoRules);
        bench.CarryOne(Entries.CreateDir("archive"));
        Assert.IsTrue(bench.Exists("archive/.gitignore"));

        RunResult undone = bench.Undo();
        Assert.IsFalse(bench.Exists("archive"));
        Assert.AreEqual(EntryStatus.Removed, undone.Entries.Single().Status);

        bench.Undo(undone.RunId);
        Assert.IsTrue(bench.Exists("archive/.gitignore"));
    }

    private static string Unpacked(string path)
    {
        using StreamReader reader = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    private static string Lines(IEnumerable<Outcome> outcomes) =>
        string.Join("\n", outcomes.Select(o => $"{WireNames.Of(o.Entry.Action)} {o.Entry.Source} -> {o.Destination}: {o.Status} {o.Reason} {o.Message}"));

    private sealed class RecordingContent : IFileContent
    {
        public IReadOnlyList<CarriedOut>? Seen { get; private set; }

        public byte[]? Make(IReadOnlyList<CarriedOut> carriedOut)
        {
            Seen = [.. carriedOut];
            return null;
        }
    }
}
