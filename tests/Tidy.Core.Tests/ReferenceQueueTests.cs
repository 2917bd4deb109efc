using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>Queue files that the reference system wrote: a run works them off, and what it leaves is still the reference's to read.</summary>
[TestClass]
public sealed partial class ReferenceQueueTests
{
    private static readonly string[] RequiredOfItem =
        ["id", "src", "dest", "action", "status", "reason", "first_seen_at", "last_attempt_at", "attempt_count", "next_eligible_at"];

    /// <param name="waiting">Items that stay although nothing is held: they need a person, or failed otherwise and are not due.</param>
    [TestMethod]
    [DataRow("empty.json", 0)]
    [DataRow("one-locked-windows.json", 0)]
    [DataRow("old-defaults.json", 0)]
    [DataRow("every-status.json", 3)]
    public void AQueueOfTheReferenceSystem_IsWorkedOff_AndStaysReadableToIt(string fixture, int waiting)
    {
        using Workbench bench = new();
        bench.Clock.Now = new DateTimeOffset(2026, 11, 22, 1, 19, 0, TimeSpan.Zero).AddMicroseconds(123456);
        Directory.CreateDirectory(bench.At(".autonomous_runs"));
        File.WriteAllText(bench.Root.QueuePath, QueueScene.Fixture(fixture));
        JsonArray items = JsonNode.Parse(QueueScene.Fixture(fixture))!["items"]!.AsArray();
        string[] sources = [.. items.Select(i => (string)i!["src"]!).Where(s => s[0] != '/')];
        Array.ForEach(sources, s => bench.Write(s, s));
        bench.Files.OnProbe = _ => FileUse.InUse;

        RunResult held = bench.Apply();
        JsonArray counted = AssertReadable(bench);
        bench.Files.OnProbe = _ => null;
        bench.Clock.Now = new DateTimeOffset(2026, 11, 22, 1, 20, 0, TimeSpan.Zero);
        RunResult free = bench.Apply();
        JsonArray left = AssertReadable(bench);

        Assert.IsFalse(held.Entries.Any(e => e.Status == Planning.EntryStatus.Moved && e.Entry.Pending?.Reason == Moving.FailureReason.Locked), "what is held stays");
        Assert.IsTrue(counted.All(i => (string?)i!["status"] != "pending" || (string?)i["reason"] != "locked" || (int)i["attempt_count"]! == 2), counted.ToJsonString());
        Assert.HasCount(waiting, left);
        foreach (string moved in sources.Where(s => s != "done.log" && !left.Any(i => (string?)i!["src"] == s)))
        {
            string to = ((string)items.Single(i => (string?)i!["src"] == moved)!["dest"]!).Replace('\\', '/');
            Assert.AreEqual(moved, File.ReadAllText(bench.At(to)));
        }

        Assert.AreEqual(waiting, free.Queue.Total);
    }

    /// <summary>By the reference's own rules: <c>datetime.fromisoformat</c> of a time without its Z, and no key that may be missing.</summary>
    private static JsonArray AssertReadable(Workbench bench)
    {
        string text = File.ReadAllText(bench.Root.QueuePath);
        Assert.IsTrue(text.All(c => c is '\n' or (>= ' ' and < '\u007f')), "ASCII only");
        JsonNode queue = JsonNode.Parse(text)!;
        JsonSerializerOptions indentedByTwo = new() { WriteIndented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.Default };
        Assert.AreEqual(queue.ToJsonString(indentedByTwo).TrimEnd(), text.TrimEnd());
        Assert.AreEqual(1, (int?)queue["schema_version"]);
        Assert.IsNotNull(queue["queue_id"]);
        Assert.IsNotNull(queue["workspace_root"]);
        foreach (string name in new[] { "max_attempts", "abandon_after_days", "base_backoff_seconds", "max_backoff_seconds" })
            Assert.AreEqual(JsonValueKind.Number, queue["defaults"]![name]!.GetValueKind(), name);
        AssertTimes(queue);
        foreach (JsonNode? item in queue["items"]!.AsArray())
        {
            Assert.IsTrue(Array.TrueForAll(RequiredOfItem, key => item![key] is not null), item!.ToJsonString());
            Assert.MatchesRegex(Id(), (string)item["id"]!);
            Assert.IsTrue((string?)item["status"] is "pending" or "succeeded" or "needs_manual" or "abandoned", item.ToJsonString());
            Assert.IsGreaterThan(0, (int)item["attempt_count"]!);
            AssertTimes(item);
        }

        return queue["items"]!.AsArray();
    }

    private static void AssertTimes(JsonNode node)
    {
        foreach ((string key, JsonNode? value) in node.AsObject().Where(p => p.Key.EndsWith("_at", StringComparison.Ordinal)))
            Assert.MatchesRegex(NaiveUtc(), (string)value!, key);
    }

    [GeneratedRegex(@"\A[0-9a-f]{16}\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z\z")]
    private static partial Regex NaiveUtc();
}
