using System.Text;
using Tidy.Core.Configuration;
using Tidy.Core.Queue;
using Tidy.Core.Tests;
using Tidy.Core.Workspaces;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>The largest queues that are allowed, whole and damaged: time grows with them and not with their square.</summary>
[TestClass]
public sealed class LargeInputTests(TestContext context)
{
    private const int Items = 100_000;

    /// <summary>Each takes a second or two, and on a busy machine some more; with the square of the items it would be minutes.</summary>
    private const int Patience = 120_000;

    private static readonly QueueConfig Config = new();

    [TestMethod]
    [Timeout(Patience)]
    public void ItemsAreForgotten_AlsoBesideAFileWithTwoDestinations()
    {
        const int Many = 250_000;
        PendingQueue queue = new(Config, Many);
        PendingMove first = Decode(static _ => Item("f.log", "archive/f.log"), 1).Items.Single();
        for (int n = 0; n < Many; n++) // the last file has two destinations, which rules that changed in between can cause
            Assert.IsTrue(queue.TryLoadNew(first with { Id = $"{n}", Source = WorkspacePath.Parse($"f{Math.Min(n, Many - 2)}.log"), Destination = WorkspacePath.Parse($"archive/{n}") }));
        foreach (PendingMove item in queue.Items.ToArray())
            Assert.IsTrue(queue.Remove(item));
        Assert.AreEqual(0, queue.Count);
        Figures.Report(context, "Hostile input: large queues", $"queues of {Items} and {Many} items", "0 hangs: no time that grows with the square");
    }

    [TestMethod]
    [Timeout(Patience)]
    public void AHundredThousandDestinationsOfOneFile_AreReadAndForgotten()
    {
        PendingQueue queue = Decode(static n => Item("one.log", $"archive/{n}"));
        foreach (PendingMove item in queue.Snapshot())
            queue.Remove(item);
        Assert.AreEqual(0, queue.Count);
    }

    [TestMethod]
    [Timeout(Patience)]
    public void AHundredThousandItemsWithOneId_AreToldApart() =>
        Assert.AreEqual(Items, Decode(static n => Item($"f{n}.log", "archive/x", "0000000000000000")).Items.Select(static i => i.Id).Distinct().Count());

    [TestMethod]
    [Timeout(Patience)]
    public void AHundredThousandTimesTheSameItem_IsOneItem_AndTheOthersAreSetAside()
    {
        DecodedQueue decoded = QueueCodec.Decode(Json(static _ => Item("f.log", "archive/f.log")), Config);
        Assert.AreEqual(1, decoded.Queue!.Count);
        Assert.HasCount(Items - 1, decoded.Damaged);
    }

    [TestMethod]
    [Timeout(Patience)]
    public void AHundredThousandDamagedItems_AreSetAside() => Assert.HasCount(Items, QueueCodec.Decode(Json(static n => $"{{\"src\":\"f{n}\"}}"), Config).Damaged);

    private static PendingQueue Decode(Func<int, string> item, int count = Items)
    {
        DecodedQueue decoded = QueueCodec.Decode(Json(item, count), Config);
        Assert.IsEmpty(decoded.Damaged);
        return decoded.Queue!;
    }

    private static byte[] Json(Func<int, string> item, int count = Items) =>
        Encoding.UTF8.GetBytes($$"""{ "schema_version": 1, "items": [ {{string.Join(",\n", Enumerable.Range(0, count).Select(item))}} ] }""");

    private static string Item(string source, string destination, string id = "") =>
        $$"""
        {"id":"{{id}}","src":"{{source}}","dest":"{{destination}}","status":"pending","reason":"locked","attempt_count":1,"first_seen_at":"2026-11-22T01:13:14Z","last_attempt_at":"2026-11-22T01:13:14Z","next_eligible_at":"2026-11-22T01:13:14Z"}
        """;
}
