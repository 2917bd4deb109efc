using System.IO.Compression;
using Tidy.Core.Journal;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>Runs with every action, and their undos, that die at every system call in turn.</summary>
[TestClass]
public sealed class ActionRecoveryTests
{
    private const int EXDEV = 18;

    [TestMethod]
    public void ARunThatDiesAtAnyCall_IsRecovered_AndItsUndoGivesTheIdenticalTree()
    {
        int died = Sweep(0, (scene, dying) => scene.Bench.Carry(dying, scene.Plan()), scene => scene.Before);
        Assert.IsGreaterThan(30, died, "the sweep must reach into the run");
    }

    [TestMethod]
    public void ARunAcrossVolumesThatDiesAtAnyCall_IsRecovered_AndItsUndoGivesTheIdenticalTree()
    {
        int died = Sweep(
            0,
            (scene, dying) =>
            {
                scene.Bench.Files.OnRename = source => Path.GetExtension(source) is ".txt" ? new OsCode(EXDEV) : null;
                scene.Bench.Carry(dying, scene.Plan());
            },
            scene => scene.Before);
        Assert.IsGreaterThan(40, died, "the sweep must reach into the run");
    }

    [TestMethod]
    public void AnUndoThatDiesAtAnyCall_IsRecovered_AndUndoingItGivesTheRunsResult()
    {
        IReadOnlyList<string> after = [];
        int died = Sweep(
            1,
            (scene, dying) =>
            {
                scene.Bench.Carry(scene.Bench.Files, scene.Plan());
                after = scene.Tree();
                Undo(scene, dying, 0);
            },
            _ => after);
        Assert.IsGreaterThan(30, died, "the sweep must reach into the run");
    }

    [TestMethod]
    public void AnUndoOfAnUndoThatDiesAtAnyCall_IsRecovered_AndUndoingItGivesTheIdenticalTree()
    {
        int died = Sweep(
            2,
            (scene, dying) =>
            {
                scene.Bench.Carry(scene.Bench.Files, scene.Plan());
                Undo(scene, scene.Bench.Files, 0);
                scene.Bench.Clock.Advance(TimeSpan.FromSeconds(1));
                Undo(scene, dying, 1);
            },
            scene => scene.Before);
        Assert.IsGreaterThan(30, died, "the sweep must reach into the run");
    }

    [TestMethod]
    public void AnUndoThatDiesAtAnyCall_IsFinishedByTheNextUndo()
    {
        int died = 0;
        for (bool hasDied = true; hasDied; died++)
        {
            using ActionScene scene = new();
            scene.Bench.Carry(scene.Bench.Files, scene.Plan());
            DyingFiles dying = new(scene.Bench.Files, died);
            Die(() => Undo(scene, dying, 0));
            hasDied = dying.HasDied;
            scene.Bench.Clock.Advance(TimeSpan.FromSeconds(1));

            try
            {
                RunResult next = scene.Bench.Undo();
                string refused = string.Join("\n", next.Entries.Where(o => o.Code == Codes.UndoRefused).Select(o => $"{o.Entry.Action} {o.Entry.Source}: {o.Message}"));
                Assert.AreEqual("", refused, $"after {died} calls");
            }
            catch (TidyException e)
            {
                Assert.Contains("no run to undo", e.Message);
            }

            string[] tree = [.. scene.Tree()];
            CollectionAssert.AreEqual(scene.Before.ToArray(), tree, $"after {died} calls:\n{string.Join("\n", scene.Before)}\n--\n{string.Join("\n", tree)}");
        }

        Assert.IsGreaterThan(30, died, "the sweep must reach into the run");
    }

    /// <param name="run">Which run of the workspace dies.</param>
    private static int Sweep(int run, Action<ActionScene, IOsFiles> act, Func<ActionScene, IReadOnlyList<string>> before)
    {
        for (int calls = 0; ; calls++)
        {
            using ActionScene scene = new();
            DyingFiles dying = new(scene.Bench.Files, calls);
            Die(() => act(scene, dying));

            scene.Bench.Clock.Advance(TimeSpan.FromSeconds(1));
            RunResult recovering = scene.Bench.Apply();
            Assert.IsFalse(recovering.Findings.Any(f => f.Level == Planning.FindingLevel.Error), $"after {calls} calls: {string.Join("\n", recovering.Findings)}");
            AssertNothingLost(scene, calls);
            if (RunHistory.List(scene.Bench.Root).ElementAtOrDefault(run) is { } recovered)
                AssertUndoGives(scene, recovered, before(scene), calls);
            if (!dying.HasDied)
                return calls;
        }
    }

    private static void Die(Action act)
    {
        try
        {
            act();
        }
        catch (DyingFiles.DiedException)
        {
            // as SIGKILL: nothing of the run goes on
        }
    }

    private static void AssertUndoGives(ActionScene scene, RunRecord recovered, IReadOnlyList<string> before, int calls)
    {
        scene.Bench.Clock.Advance(TimeSpan.FromSeconds(1));
        RunResult undone = scene.Bench.Undo(recovered.Id);
        string[] tree = [.. scene.Tree()];
        CollectionAssert.AreEqual(before.ToArray(), tree, $"after {calls} calls:\n{string.Join("\n", before)}\n--\n{string.Join("\n", tree)}\n--\n"
            + string.Join("\n", undone.Entries.Select(e => $"{e.Entry.Action} {e.Entry.Source}: {e.Status} {e.Message}")));
        AssertNothingLost(scene, calls);
    }

    private static void Undo(ActionScene scene, IOsFiles files, int run)
    {
        RunRequest request = new() { Command = RunCommand.Undo, Root = scene.Bench.Root, Config = scene.Bench.Config, UndoOf = RunHistory.List(scene.Bench.Root)[run].Id };
        new TidyRun(request, scene.Bench.Services with { Files = files }).Execute();
    }

    private static void AssertNothingLost(ActionScene scene, int calls)
    {
        string root = scene.Bench.Root.FullPath;
        string[] files = [.. Directory.GetFiles(root, "*", SearchOption.AllDirectories).Where(f => !f.Contains(".autonomous_runs", StringComparison.Ordinal))];
        string[] payload = [.. files.Where(f => f.EndsWith(".txt", StringComparison.Ordinal) || f.EndsWith(".gz", StringComparison.Ordinal)).Select(Content).Distinct().Order(StringComparer.Ordinal)];
        CollectionAssert.AreEqual(ActionScene.Payload, payload, $"after {calls} calls: {string.Join(", ", files)}");
        Assert.IsLessThanOrEqualTo(4, files.Count(f => f.EndsWith(".txt", StringComparison.Ordinal) || f.EndsWith(".gz", StringComparison.Ordinal)), $"after {calls} calls a file is there twice: {string.Join(", ", files)}");
        Assert.AreEqual("", string.Join(", ", Directory.GetFiles(root, "*.part", SearchOption.AllDirectories)), $"after {calls} calls");
        Assert.IsEmpty(RunFolder.Interrupted(scene.Bench.Root));
        string index = File.ReadAllText(scene.Bench.At("archive/INDEX.md"));
        Assert.IsTrue(index is "the old index" or "the new index", $"after {calls} calls the index is half: {index}");
    }

    private static string Content(string file)
    {
        if (!file.EndsWith(".gz", StringComparison.Ordinal))
            return File.ReadAllText(file);
        using StreamReader reader = new(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }
}
