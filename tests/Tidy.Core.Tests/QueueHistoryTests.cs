using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class QueueHistoryTests
{
    [TestMethod]
    public void WhatEnded_IsReadBackNewestFirst()
    {
        using var scene = new QueueScene();
        QueueHistory history = Make(scene);
        history.Append([]);
        Assert.HasCount(0, history.Read());

        history.Append([new QueueHistoryEntry(scene.Item("a.log"), QueueEnding.Moved, scene.Clock.Now, "to archive/a.log")]);
        history.Append([new QueueHistoryEntry(scene.Item("b.log"), QueueEnding.Closed, scene.Clock.Now)]);

        Assert.AreEqual("b.log,a.log", string.Join(',', history.Read().Select(e => e.Item.Source.Value)));
        Assert.AreEqual((QueueEnding.Moved, "to archive/a.log", scene.Clock.Now), (history.Read()[1].Ending, history.Read()[1].Why, history.Read()[1].EndedAt));
    }

    [TestMethod]
    public void BeyondItsBound_TheNewestThousandAreKept()
    {
        using var scene = new QueueScene();
        QueueHistory history = Make(scene);
        Append(0, 1000);
        Append(1000, 2000);
        Assert.HasCount(2000, history.Read());

        Append(2000, 2001);

        IReadOnlyList<QueueHistoryEntry> kept = history.Read();
        Assert.HasCount(QueueHistory.KeptLines, kept);
        Assert.AreEqual(("2000.log", "1001.log"), (kept[0].Item.Source.Value, kept[^1].Item.Source.Value));

        Append(5000, 8000);
        Assert.HasCount(2000, history.Read());
        Assert.AreEqual("7999.log", history.Read()[0].Item.Source.Value);

        void Append(int from, int to) => history.Append(
            [.. Enumerable.Range(from, to - from).Select(i => new QueueHistoryEntry(scene.Item($"{i}.log"), QueueEnding.Cleared, scene.Clock.Now))]);
    }

    [TestMethod]
    public void ALineThatCannotBeRead_IsPassedOver()
    {
        using var scene = new QueueScene();
        QueueHistory history = Make(scene);
        File.WriteAllText(scene.Root.State(QueueHistory.FileName), "{\"ended_at\":\nnull\n{}\n{\"ended_at\":\"2026-11-22T01:00:00Z\",\"item");
        history.Append([new QueueHistoryEntry(scene.Item("a.log"), QueueEnding.Dropped, scene.Clock.Now)]);
        Assert.AreEqual("a.log", history.Read().Single().Item.Source.Value);
    }

    private static QueueHistory Make(QueueScene scene)
    {
        StateFolder.Ensure(scene.Root, scene.Files);
        return new QueueHistory(scene.Root, scene.Files, scene.Clock);
    }
}
