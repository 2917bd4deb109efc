using System.Text.Json;
using Moq;
using Tidy.Core.Configuration;
using Tidy.Core.Locking;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class QueueStoreTests
{
    private const string Broken = "{\"schema_version\": 1, \"items\": [";

    [TestMethod]
    public void NoFile_IsAnEmptyQueueAndReadingMakesNone()
    {
        using var scene = new QueueScene();
        QueueReading reading = scene.Store.Read();
        Assert.AreEqual((0, 0), (reading.Queue.Count, reading.Findings.Count));
        Assert.HasCount(0, Directory.GetFileSystemEntries(scene.Root.FullPath));
    }

    [TestMethod]
    public void ATransactionThatChangesNothing_WritesNoQueue()
    {
        using var scene = new QueueScene();
        scene.Store.Transact(_ => { });
        Assert.IsFalse(File.Exists(scene.Root.QueuePath));

        scene.Add(scene.Item("a.log"));
        string before = scene.ReadQueue();
        scene.Clock.Now += TimeSpan.FromHours(1);
        scene.Store.Transact(queue => Assert.AreEqual(1, queue.Count));
        Assert.AreEqual(before, scene.ReadQueue());
    }

    [TestMethod]
    public void WhatIsSaved_IsThereForTheNextOneAndAsLastGoodCopy()
    {
        using var scene = new QueueScene();
        scene.Add(scene.Item("a.log"), scene.Item("b.log"));

        CollectionAssert.AreEqual(new[] { "a.log", "b.log" }, scene.SourcesOnDisk());
        Assert.AreEqual(scene.ReadQueue(), File.ReadAllText(scene.LastGoodPath));
        Assert.AreEqual(new FileInfo(scene.Root.QueuePath).Length, scene.Store.Read().Queue.FileSize);
        CollectionAssert.AreEquivalent(
            new[] { ".gitignore", "queue.lock", "queue.last-good.json" }, Directory.GetFiles(scene.Root.StatePath).Select(f => Path.GetFileName(f)).ToArray());
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("[]")]
    [DataRow("null")]
    [DataRow("{\"files\":null}")]
    [DataRow("{\"schema_version\":1}")]
    [DataRow("{\"schema_version\":1,\"items\":null}")]
    [DataRow("{\"schema_version\":1,\"items\":{}}")]
    [DataRow("{\"schema_version\":\"1\",\"items\":[]}")]
    [DataRow("{\"schema_version\":0,\"items\":[]}")]
    [DataRow("{\"schema_version\":1,\"queue_id\":5,\"items\":[]}")]
    [DataRow("{\"schema_version\":1,\"x\":\"\\udcff\",\"items\":[]}")]
    [DataRow(Broken)]
    public void AQueueThatCannotBeRead_IsKeptAndRebuilt(string damage)
    {
        using var scene = new QueueScene();
        scene.Add(scene.Item("a.log"), scene.Item("b.log"));
        scene.WriteQueue(damage);

        QueueReading reading = scene.Store.Transact(queue => queue.AddOrUpdate(scene.Item("c.log")));

        CollectionAssert.AreEqual(new[] { "a.log", "b.log", "c.log" }, scene.SourcesOnDisk());
        string kept = scene.Root.QueuePath + ".corrupt-20261122T011314Z";
        Assert.AreEqual(damage, File.ReadAllText(kept));
        Finding finding = reading.Findings.Single();
        Assert.AreEqual(Codes.StateDamaged, finding.Code);
        StringAssert.Contains(finding.Message, "tidy_pending_moves.json.corrupt-20261122T011314Z");
        StringAssert.Contains(finding.Message, "2 pending moves were restored");
        Assert.HasCount(0, scene.Store.Read().Findings);
    }

    [TestMethod]
    public void AReaderThatTheVeryFirstSaveOvertakes_SeesTheQueueAndNoDamage()
    {
        var files = FaultyFiles.Over(OsFiles.Current);
        using var scene = new QueueScene();
        QueueStore reader = new(scene.Root, files.Object, scene.Clock, scene.Config);
        bool isSaved = false;
        files.Setup(f => f.Stat(scene.LastGoodPath, out It.Ref<FileStat>.IsAny)).Returns((string path, out FileStat stat) =>
        {
            if (!isSaved)
                scene.Add(scene.Item("a.log")); // the reader has found no queue, and looks for the copy now
            isSaved = true;
            return OsFiles.Current.Stat(path, out stat);
        });
        Directory.CreateDirectory(scene.Root.StatePath);

        QueueReading reading = reader.Read();

        Assert.AreEqual((1, 0, true), (reading.Queue.Count, reading.Findings.Count, isSaved));
    }

    [TestMethod]
    public void AFileCutShort_LosesNoneOfFiftyItems()
    {
        using var scene = new QueueScene();
        scene.Add([.. Enumerable.Range(0, 50).Select(i => scene.Item($"{i}.log"))]);
        scene.WriteQueue(scene.ReadQueue()[..^20]);
        Assert.AreEqual(50, scene.Store.Transact(_ => { }).Queue.Count);
        Assert.HasCount(50, scene.SourcesOnDisk());
    }

    [TestMethod]
    public void TwoUnreadableQueuesInOneSecond_AreBothKept()
    {
        using var scene = new QueueScene();
        scene.WriteQueue("first");
        StringAssert.Contains(scene.Store.Transact(_ => { }).Findings.Single().Message, "no usable last good copy");
        scene.WriteQueue("second");
        scene.Store.Transact(_ => { });

        Assert.AreEqual("first", File.ReadAllText(scene.Root.QueuePath + ".corrupt-20261122T011314Z"));
        Assert.AreEqual("second", File.ReadAllText(scene.Root.QueuePath + ".corrupt-20261122T011314Z-2"));
    }

    [TestMethod]
    public void APreviewOfAnUnreadableQueue_KnowsItsItemsAndWritesNothing()
    {
        using var scene = new QueueScene();
        scene.Add(scene.Item("a.log"));
        scene.WriteQueue(Broken);
        string before = scene.Everything();

        QueueReading reading = scene.Store.Read();

        Assert.AreEqual("a.log", reading.Queue.Items.Single().Source.Value);
        StringAssert.Contains(reading.Findings.Single().Message, "would be");
        Assert.AreEqual(before, scene.Everything());
    }

    [TestMethod]
    public void AQueueThatVanished_IsRestored()
    {
        using var scene = new QueueScene();
        scene.Add(scene.Item("a.log"));
        File.Delete(scene.Root.QueuePath);

        Assert.AreEqual((1, 1), (scene.Store.Read().Queue.Count, scene.Store.Read().Findings.Count));
        Assert.IsFalse(File.Exists(scene.Root.QueuePath));

        Finding finding = scene.Store.Transact(_ => { }).Findings.Single();
        Assert.AreEqual(Codes.StateDamaged, finding.Code);
        CollectionAssert.AreEqual(new[] { "a.log" }, scene.SourcesOnDisk());
        Assert.IsTrue(File.Exists(scene.Root.QueuePath));
    }

    [TestMethod]
    public void AQueueThatWasEmptied_StaysEmpty()
    {
        using var scene = new QueueScene();
        scene.Add(scene.Item("a.log"));
        scene.Store.Transact(queue => queue.Remove(queue.Snapshot().Single()));
        File.Delete(scene.Root.QueuePath);

        QueueReading reading = scene.Store.Transact(_ => { });
        Assert.AreEqual((0, 0), (reading.Queue.Count, reading.Findings.Count));
    }

    [TestMethod]
    [DataRow("{\"schema_version\":2,\"items\":[]}")]
    [DataRow("{\"schema_version\":2,\"items\":{\"by\":\"id\"}}")]
    [DataRow("{\"schema_version\":1.5,\"items\":[]}")]
    public void ANewerSchema_IsLeftUntouched(string json)
    {
        using var scene = new QueueScene();
        scene.Add(scene.Item("a.log"));
        scene.WriteQueue(json);

        Assert.AreEqual(Codes.NewerSchema, Assert.ThrowsExactly<TidyException>(() => scene.Store.Read()).Code);
        var refused = Assert.ThrowsExactly<TidyException>(() => scene.Store.Transact(queue => queue.AddOrUpdate(scene.Item("b.log"))));
        Assert.AreEqual((Codes.NewerSchema, ExitCode.Unexpected), (refused.Code, refused.Exit));
        Assert.AreEqual(json, scene.ReadQueue());
    }

    [TestMethod]
    [DataRow("\"status\": \"pending\",", "", "has no 'status'", Codes.StateDamaged)]
    [DataRow("\"src\": \"x.py\",", "", "has no 'src'", Codes.StateDamaged)]
    [DataRow("\"2026-11-22T01:18:14.842064Z\"", "\"soon\"", "a time is not of the form", Codes.StateDamaged)]
    [DataRow("\"attempt_count\": 1", "\"attempt_count\": \"1\"", "cannot be read", Codes.StateDamaged)]
    [DataRow("\"attempt_count\": 1", "\"attempt_count\": -1", "negative", Codes.StateDamaged)]
    [DataRow("\"pending\"", "\"dreaming\"", "unknown status 'dreaming'", Codes.StateDamaged)]
    [DataRow("\"x.py\"", "\"../x.py\"", "leaves the workspace", Codes.PathRefused)]
    [DataRow("\"scripts/x.py\"", "\"/etc/cron.d/x\"", "is absolute", Codes.PathRefused)]
    [DataRow("\"scripts/x.py\"", "\".git/hooks/x\"", "touches '.git'", Codes.PathRefused)]
    [DataRow("\"x.py\"", "\"\\udcff.py\"", "cannot be read", Codes.StateDamaged)]
    [DataRow("\"reason\": \"locked\"", "\"reason\": \"locked\", \"x\": \"\\udcff\"", "not valid text", Codes.StateDamaged)]
    public void OneBadItem_CostsThatItem(string good, string bad, string problem, string code)
    {
        using var scene = new QueueScene();
        string item = JsonDocument.Parse(QueueScene.Fixture("old-defaults.json")).RootElement.GetProperty("items")[0].GetRawText();
        string damaged = item.Replace(good, bad);
        Assert.AreNotEqual(item, damaged);
        string other = item.Replace("\"x.py\"", "\"y.py\"").Replace("d4a1bef1a7661ad8", "y");
        scene.WriteQueue($"{{\"schema_version\":1,\"items\":[{damaged},{other},7,null]}}");
        string before = scene.Everything();

        Assert.HasCount(3, scene.Store.Read().Findings);
        Assert.AreEqual(before, scene.Everything());
        QueueReading reading = scene.Store.Transact(_ => { });

        CollectionAssert.AreEqual(new[] { "y.py" }, scene.SourcesOnDisk());
        Assert.AreEqual(code, reading.Findings[0].Code);
        StringAssert.Contains(reading.Findings[0].Message, problem);
        string[] lines = File.ReadAllLines(scene.SetAsidePath);
        Assert.HasCount(3, lines);
        Assert.AreEqual(damaged, JsonDocument.Parse(lines[0]).RootElement.GetProperty("raw").GetString());
        Assert.HasCount(0, scene.Store.Transact(_ => { }).Findings, "it is repaired once");
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void OfDuplicates_TheNewerOneIsKeptAndTheOtherSetAside(bool newerFirst)
    {
        using var scene = new QueueScene();
        string old = JsonDocument.Parse(QueueScene.Fixture("old-defaults.json")).RootElement.GetProperty("items")[0].GetRawText();
        string young = old.Replace("\"last_attempt_at\": \"2026-11-22T01:13", "\"last_attempt_at\": \"2026-11-22T02:13").Replace("d4a1bef1a7661ad8", "young");
        Assert.AreNotEqual(old, young);
        scene.WriteQueue($"{{\"schema_version\":1,\"items\":[{(newerFirst ? $"{young},{old}" : $"{old},{young}")}]}}");

        QueueReading reading = scene.Store.Transact(_ => { });

        Assert.AreEqual("young", reading.Queue.Items.Single().Id);
        StringAssert.Contains(reading.Findings.Single().Message, "second entry");
        Assert.AreEqual(old, JsonDocument.Parse(File.ReadAllText(scene.SetAsidePath)).RootElement.GetProperty("raw").GetString());
    }

    [TestMethod]
    public void TwoItemsWithOneId_AreBothKept()
    {
        using var scene = new QueueScene();
        string item = JsonDocument.Parse(QueueScene.Fixture("old-defaults.json")).RootElement.GetProperty("items")[0].GetRawText();
        scene.WriteQueue($"{{\"schema_version\":1,\"items\":[{item},{item.Replace("\"x.py\"", "\"y.py\"")}]}}");
        PendingQueue queue = scene.Store.Read().Queue;
        Assert.HasCount(2, queue.Items.Select(i => i.Id).Distinct().ToArray());
        Assert.AreEqual("x.py", queue.FindById("d4a1bef1a7661ad8")!.Source.Value);
    }

    [TestMethod]
    public void ALinkOrAFolderInItsPlace_IsRefusedUntouched()
    {
        using var scene = new QueueScene();
        string target = scene.Workspace.Write("target", QueueScene.Fixture("old-defaults.json"));
        Directory.CreateDirectory(scene.Root.StatePath);
        File.CreateSymbolicLink(scene.Root.QueuePath, target);
        AssertRefused(scene, "a link");
        Assert.AreEqual(QueueScene.Fixture("old-defaults.json"), File.ReadAllText(target));

        File.Delete(scene.Root.QueuePath);
        Directory.CreateDirectory(scene.Root.QueuePath);
        AssertRefused(scene, "a folder");
    }

    [TestMethod]
    public void AQueueThatMayNotBeRead_IsAnErrorAndNotEmpty()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            // Rights do not stop the administrator: the system's answer is played.
            var denied = FaultyFiles.Over(OsFiles.Current);
            denied.Setup(f => f.Stat(It.Is<string>(p => p.EndsWith("tidy_pending_moves.json")), out It.Ref<FileStat>.IsAny)).Returns(new OsCode(13));
            using var played = new QueueScene(files: denied.Object);
            AssertDamaged(() => played.Store.Read());
            AssertDamaged(() => played.Store.Transact(_ => { }));
            return;
        }

        using var scene = new QueueScene();
        scene.Add(scene.Item("a.log"));
        File.SetUnixFileMode(scene.Root.QueuePath, UnixFileMode.None);
        AssertDamaged(() => scene.Store.Read());
        AssertDamaged(() => scene.Store.Transact(_ => { }));
    }

    [TestMethod]
    public void AQueueThatCannotBeWritten_IsAnErrorAndStaysAsItWas()
    {
        var files = FaultyFiles.Over(OsFiles.Current);
        using var scene = new QueueScene(files: files.Object);
        scene.Add(scene.Item("a.log"));
        string before = scene.ReadQueue();
        files.Setup(f => f.Replace(It.IsAny<string>(), scene.Root.QueuePath)).Returns(new OsCode(28));

        AssertDamaged(() => scene.Add(scene.Item("b.log")));

        Assert.AreEqual(before, scene.ReadQueue());
        Assert.AreEqual(before, File.ReadAllText(scene.LastGoodPath));
        Assert.HasCount(0, Directory.GetFiles(scene.Root.StatePath, "*.tmp"));
    }

    [TestMethod]
    public void WithoutALastGoodCopy_TheQueueIsStillSavedAndItIsSaid()
    {
        var files = FaultyFiles.Over(OsFiles.Current);
        using var scene = new QueueScene(files: files.Object);
        files.Setup(f => f.Replace(It.IsAny<string>(), scene.LastGoodPath)).Returns(new OsCode(28));

        QueueReading reading = scene.Store.Transact(queue => queue.AddOrUpdate(scene.Item("a.log")));

        CollectionAssert.AreEqual(new[] { "a.log" }, scene.SourcesOnDisk());
        StringAssert.Contains(reading.Findings.Single().Message, "last good copy was not");
    }

    [TestMethod]
    public void TheLastGoodCopy_IsWrittenAfterTheQueue()
    {
        var files = FaultyFiles.Over(OsFiles.Current);
        using var scene = new QueueScene(files: files.Object);
        scene.Store.Transact(_ => { });
        var order = new List<string>();
        files.Setup(f => f.Replace(It.IsAny<string>(), It.Is<string>(p => p.EndsWith(".json") && !p.Contains("owner"))))
            .Returns((string from, string to) =>
            {
                order.Add(Path.GetFileName(to));
                return OsFiles.Current.Replace(from, to);
            });
        files.Setup(f => f.FlushDirectory(It.IsAny<string>())).Returns(() =>
        {
            order.Add("flush");
            return OsCode.Ok;
        });

        scene.Add(scene.Item("a.log"));

        Assert.AreEqual("tidy_pending_moves.json,flush,queue.last-good.json", string.Join(',', order));
    }

    [TestMethod]
    public void WhatAKilledWriterLeft_IsSweptByTheNextOne()
    {
        using var scene = new QueueScene();
        scene.Add(scene.Item("a.log"));
        scene.Workspace.Write($"{WorkspacePath.StateFolder}/tidy_pending_moves.json.4711-1.tmp", "half");
        scene.Workspace.Write($"{WorkspacePath.StateFolder}/{QueueStore.LastGoodName}.4711-2.tmp", "half");

        scene.Store.Transact(_ => { });

        Assert.HasCount(0, Directory.GetFiles(scene.Root.StatePath, "*.tmp"));
        CollectionAssert.AreEqual(new[] { "a.log" }, scene.SourcesOnDisk());
    }

    [TestMethod]
    public void AChangeThatFails_ChangesNothing()
    {
        using var scene = new QueueScene();
        scene.Add(scene.Item("a.log"));
        Assert.ThrowsExactly<InvalidOperationException>(() => scene.Store.Transact(queue =>
        {
            queue.AddOrUpdate(scene.Item("b.log"));
            throw new InvalidOperationException();
        }));
        CollectionAssert.AreEqual(new[] { "a.log" }, scene.SourcesOnDisk());
    }

    [TestMethod]
    public void ALockThatIsNotToBeHad_IsAnErrorAndNeverAnEmptyAnswer()
    {
        using var scene = new QueueScene();
        scene.Add(scene.Item("a.log"));
        using QueueLock held = QueueLock.Acquire(scene.Root, scene.Files, TimeProvider.System);

        var busy = LockTests.OnAnotherThread(() =>
            Assert.ThrowsExactly<TidyException>(() => scene.Store.Transact(_ => { }, TimeSpan.FromMilliseconds(30))));

        Assert.AreEqual((Codes.WorkspaceBusy, ExitCode.Busy), (busy.Code, busy.Exit));
        Assert.AreEqual(1, scene.Store.Read().Queue.Count, "a reader needs no lock");
    }

    [TestMethod]
    public void EightThreadsOfAHundredAdds_LoseNothing()
    {
        using var scene = new QueueScene();
        int thread = 0;
        LockTests.RunThreads(8, () =>
        {
            int mine = Interlocked.Increment(ref thread);
            for (int i = 0; i < 100; i++)
                scene.Store.Transact(queue => queue.AddOrUpdate(scene.Item($"{mine}/{i}.log")), TimeSpan.FromSeconds(60));
        });
        Assert.HasCount(800, scene.SourcesOnDisk());
    }

    [TestMethod]
    public void ElevenHundredFailedMoves_AreAllQueued()
    {
        using var scene = new QueueScene();
        scene.Add([.. Enumerable.Range(0, 1100).Select(i => scene.Item($"{i}.log"))]);
        Assert.HasCount(1100, scene.SourcesOnDisk());
    }

    [TestMethod]
    public void AnItemQueuedAgainBeforeItsRemoval_Stays()
    {
        using var scene = new QueueScene();
        scene.Add(scene.Item("a.log"), scene.Item("b.log"));
        IReadOnlyList<PendingMove> snapshot = scene.Store.Read().Queue.Snapshot();
        scene.Clock.Now += TimeSpan.FromTicks(TimeSpan.TicksPerMicrosecond);
        scene.Add(scene.Item("a.log"));

        scene.Store.Transact(queue =>
        {
            foreach (PendingMove done in snapshot)
                queue.Remove(done);
        });
        CollectionAssert.AreEqual(new[] { "a.log" }, scene.SourcesOnDisk());
    }

    [TestMethod]
    public void TheQueueFile_IsStateAndNoPayload()
    {
        Assert.IsFalse(WorkspacePath.TryParse(WorkspacePath.QueueFile, out _, out _));
        Assert.IsFalse(WorkspacePath.TryParse($"{WorkspacePath.StateFolder}/{QueueStore.LastGoodName}", out _, out _));
    }

    [TestMethod]
    public void AHundredThousandItems_LoadInTheirConfiguredOrder()
    {
        using var scene = new QueueScene(new QueueConfig { MaxItems = 200_000 });
        PendingMove model = scene.Item("x");
        scene.Store.Transact(queue =>
        {
            for (int i = 0; i < 100_000; i++)
            {
                WorkspacePath source = WorkspacePath.Parse($"{i}.log");
                queue.AddOrUpdate(model with { Id = $"{i:x16}", Source = source, BytesEstimate = 100_000 - i });
            }
        });
        IReadOnlyList<PendingMove> snapshot = scene.Store.Read().Queue.Snapshot(2);
        Assert.AreEqual("99999.log,99998.log", string.Join(',', snapshot.Select(i => i.Source.Value)));
    }

    private static void AssertRefused(QueueScene scene, string what)
    {
        foreach (Action attempt in (Action[])[() => scene.Store.Read(), () => scene.Store.Transact(_ => { })])
        {
            var refused = Assert.ThrowsExactly<TidyException>(attempt);
            Assert.AreEqual((Codes.PathRefused, ExitCode.Unexpected), (refused.Code, refused.Exit));
            StringAssert.Contains(refused.Message, what);
        }
    }

    private static void AssertDamaged(Action action)
    {
        var failed = Assert.ThrowsExactly<TidyException>(action);
        Assert.AreEqual((Codes.StateDamaged, ExitCode.Unexpected), (failed.Code, failed.Exit));
        StringAssert.Contains(failed.Message, "tidy_pending_moves.json");
    }
}
