using System.Text.Json;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class PendingMoveIdTests
{
    [TestMethod]
    [DataRow("one-locked-windows.json")]
    [DataRow("every-status.json")]
    [DataRow("old-defaults.json")]
    public void IdsThatTheReferenceSystemWrote_AreComputedAlike(string fixture)
    {
        using JsonDocument file = JsonDocument.Parse(QueueScene.Fixture(fixture));
        int compared = 0;
        foreach (JsonElement item in file.RootElement.GetProperty("items").EnumerateArray())
        {
            string source = item.GetProperty("src").GetString()!.Replace('\\', '/');
            if (!WorkspacePath.TryParse(source, out WorkspacePath? path, out _))
                continue;
            var destination = WorkspacePath.Parse(item.GetProperty("dest").GetString()!.Replace('\\', '/'));
            Assert.AreEqual(item.GetProperty("id").GetString(), PendingMoveId.Compute(path, destination, "move"), source);
            compared++;
        }

        Assert.IsGreaterThan(0, compared);
    }

    [TestMethod]
    public void NamesThatDifferByCase_ShareTheUsualIdButNotTheExactOne()
    {
        using var scene = new QueueScene();
        PendingMove upper = scene.Item("Foo.txt");
        PendingMove lower = scene.Item("foo.txt");

        Assert.AreEqual(upper.Id, lower.Id);
        Assert.AreNotEqual(PendingMoveId.ComputeExact(upper, 0), PendingMoveId.ComputeExact(lower, 0));
        Assert.AreNotEqual(PendingMoveId.ComputeExact(upper, 0), PendingMoveId.ComputeExact(upper, 1));
    }
}
