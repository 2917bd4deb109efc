using System.Text.Json;
using System.Text.Json.Nodes;
using Tidy.Core.Holders;
using Tidy.Core.Moving;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>The file format: what the reference system wrote is understood, changed, and still its own.</summary>
[TestClass]
public sealed class QueueFileTests
{
    [TestMethod]
    [DataRow("one-locked-windows.json", 1, 0)]
    [DataRow("every-status.json", 7, 1)]
    [DataRow("empty.json", 0, 0)]
    [DataRow("old-defaults.json", 1, 0)]
    public void AFileOfTheReferenceSystem_IsReadChangedAndWrittenBack(string fixture, int good, int outside)
    {
        using var scene = new QueueScene();
        JsonNode before = JsonNode.Parse(QueueScene.Fixture(fixture))!;
        before["x_root"] = JsonNode.Parse("""{"kept":[1,2]}""");
        before["defaults"]!["x_default"] = true;
        foreach (JsonNode? item in before["items"]!.AsArray())
            item!["x_item"] = "\u00dc";
        scene.WriteQueue(before.ToJsonString());

        QueueReading reading = scene.Store.Transact(queue => queue.AddOrUpdate(scene.Item("ours.log")));

        Assert.HasCount(good + 1, reading.Queue.Items.ToArray());
        Assert.HasCount(outside, reading.Findings.Where(f => f.Code == Codes.PathRefused).ToArray());
        JsonNode after = JsonNode.Parse(scene.ReadQueue())!;
        Assert.AreEqual("""{"kept":[1,2]}""", after["x_root"]!.ToJsonString());
        Assert.IsTrue(after["defaults"]!["x_default"]!.GetValue<bool>());
        Assert.AreEqual("autopack-root", after["queue_id"]!.GetValue<string>());
        Assert.AreEqual(before["created_at"]!.GetValue<string>(), after["created_at"]!.GetValue<string>());
        foreach (JsonNode? item in before["items"]!.AsArray().Where(i => i!["src"]!.GetValue<string>()[0] != '/'))
            AssertSame(item!, after["items"]!.AsArray().Single(i => i!["id"]!.GetValue<string>() == item!["id"]!.GetValue<string>())!);
    }

    [TestMethod]
    public void TheFormat_IsTheReferencesToTheByte()
    {
        using var scene = new QueueScene();
        scene.Clock.Now = new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero);
        scene.Add(scene.Item("\u00dc.log") with
        {
            BytesEstimate = 5, Tags = ["tidy_move"], Commit = "abc1234", BootId = "b", Cause = "c", Holders = [new Holder(7, "vim", scene.Clock.Now.AddMicroseconds(1))],
        });

        Assert.AreEqual(
            $$"""
            {
              "schema_version": 1,
              "queue_id": "dotnet-tidy",
              "created_at": "2026-11-22T01:00:00Z",
              "updated_at": "2026-11-22T01:00:00Z",
              "workspace_root": {{JsonSerializer.Serialize(scene.Root.FullPath)}},
              "defaults": {
                "max_attempts": 10,
                "abandon_after_days": 30,
                "base_backoff_seconds": 300,
                "max_backoff_seconds": 86400
              },
              "items": [
                {
                  "id": "{{scene.Item("\u00dc.log").Id}}",
                  "src": "\u00DC.log",
                  "dest": "archive/\u00DC.log",
                  "action": "move",
                  "status": "pending",
                  "reason": "locked",
                  "first_seen_at": "2026-11-22T01:00:00Z",
                  "last_attempt_at": "2026-11-22T01:00:00Z",
                  "attempt_count": 1,
                  "next_eligible_at": "2026-11-22T01:05:00Z",
                  "last_error": "it is Locked",
                  "last_error_type": "SharingViolation",
                  "last_error_errno": 16,
                  "bytes_estimate": 5,
                  "tags": [
                    "tidy_move"
                  ],
                  "holders": [
                    {
                      "pid": 7,
                      "name": "vim",
                      "started_at": "2026-11-22T01:00:00.000001Z"
                    }
                  ],
                  "boot_id": "b",
                  "commit": "abc1234",
                  "cause": "c"
                }
              ]
            }
            """.ReplaceLineEndings("\n"),
            scene.ReadQueue());
    }

    [TestMethod]
    public void EveryField_SurvivesTheWayThroughTheFile()
    {
        using var scene = new QueueScene();
        PendingMove item = scene.Item("a.log", reason: FailureReason.PathTooLong) with
        {
            Status = PendingStatus.Held, ManualReason = "m", AttemptCount = 3, LastErrorWinerror = 206, BytesEstimate = 9, Tags = ["t"],
            Holders = [new Holder(1, "x", null)], BootId = "b", Commit = "c", Cause = "d", Action = "move",
        };
        scene.Add(item);
        PendingMove read = scene.Store.Read().Queue.Items.Single();

        Assert.AreEqual(item with { Tags = read.Tags, Holders = read.Holders, UnknownFields = read.UnknownFields }, read);
        CollectionAssert.AreEqual(item.Tags.ToArray(), read.Tags.ToArray());
        CollectionAssert.AreEqual(item.Holders.ToArray(), read.Holders.ToArray());
    }

    [TestMethod]
    [DataRow("2026-11-22T03:00:00+02:00")]
    [DataRow("2026-11-22T01:00:00")]
    [DataRow("2026-11-22T01:00:00.000000Z")]
    [DataRow("2026-11-21T20:00:00.000000-05:00")]
    public void ATimeWithAnOffset_IsThatTimeInUtc(string text)
    {
        using var scene = new QueueScene();
        scene.WriteQueue(QueueScene.Fixture("old-defaults.json").Replace("2026-11-22T01:13:14.842064Z", text));

        QueueReading reading = scene.Store.Transact(queue => queue.AddOrUpdate(scene.Item("b")));

        Assert.HasCount(0, reading.Findings);
        Assert.AreEqual(new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero), reading.Queue.FindById("d4a1bef1a7661ad8")!.FirstSeenAt);
        StringAssert.Contains(scene.ReadQueue(), "\"first_seen_at\": \"2026-11-22T01:00:00Z\"");
    }

    [TestMethod]
    public void Backslashes_SeparateFoldersOnlyInAFileFromWindows()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("On Windows they always do.");
        using var scene = new QueueScene();
        string windows = QueueScene.Fixture("one-locked-windows.json");
        scene.WriteQueue(windows);
        Assert.AreEqual("archive/data/databases/telemetry_seeds/telemetry_seed_v5.db", scene.Store.Read().Queue.Items.Single().Destination.Value);

        scene.WriteQueue(windows.Replace("""C:\\dev\\Autopack""", "/home/dev/autopack"));
        Assert.AreEqual(@"archive\data\databases\telemetry_seeds\telemetry_seed_v5.db", scene.Store.Read().Queue.Items.Single().Destination.Value);
    }

    [TestMethod]
    public void AReasonThatWeDoNotKnow_IsUnknown()
    {
        using var scene = new QueueScene();
        scene.WriteQueue(QueueScene.Fixture("old-defaults.json").Replace("\"locked\"", "\"quantum\""));
        Assert.AreEqual(FailureReason.Unknown, scene.Store.Read().Queue.Items.Single().Reason);
    }

    [TestMethod]
    public void AByteOrderMark_DoesNoHarm()
    {
        using var scene = new QueueScene();
        scene.WriteQueue("\uFEFF" + QueueScene.Fixture("old-defaults.json"));
        QueueReading reading = scene.Store.Read();
        Assert.AreEqual((1, 0), (reading.Queue.Count, reading.Findings.Count));
    }

    private static void AssertSame(JsonNode before, JsonNode after)
    {
        foreach ((string name, JsonNode? value) in before.AsObject())
        {
            string expected = value!.ToJsonString();
            Assert.AreEqual(name is "src" or "dest" ? expected.Replace(@"\\", "/") : expected, after[name]?.ToJsonString(), name);
        }
    }
}
