using System.Text.Json;
using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Tests;
using Tidy.Core.Workspaces;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Concurrency;

/// <summary>Readers while writers replace the queue file: all of the old or all of the new, and never less than what was committed before.</summary>
[TestClass]
public sealed class QueueReadersTests(TestContext context)
{
    [TestMethod]
    public void ReadersWhileWritersWrite_SeeWholeQueues_AndAllThatWasCommitted()
    {
        using LiveWorkspace live = new();
        GrowingQueue queue = new(WorkspaceRoot.At(live.FullPath));
        queue.Grow();
        int foreign = 0, own = 0;
        using WriterProcess other = WriterProcess.Adding(queue.Root, "other", 100);
        other.WaitFor("ready");
        other.GoOn();

        AtOnce.Run(
            queue.GrowUntilToldToStop,
            () => foreign = queue.ReadWhileItGrows(() => CountIn(File.ReadAllText(live.Queue))),
            () => foreign += queue.ReadWhileItGrows(() => CountIn(File.ReadAllText(live.Queue))),
            () => own = queue.StopAfter(Chance.Everything ? 60 : 6, n => n % 2 == 0 ? Listed(live) : Counted(live)));

        Assert.AreEqual((100, 0), other.Result() is var result ? (result.Added, result.Refused) : default);
        Assert.AreEqual(queue.Committed + 100, CountIn(File.ReadAllText(live.Queue)));
        Figures.Report(context, "readers of a queue that is being written",
            $"{foreign} reads by a foreign program, {own} by the tool, {queue.Committed + 100} transactions meanwhile", "0 torn, 0 empty, 0 behind what was committed");
    }

    [TestMethod]
    public void AReaderDuringTheVeryFirstSave_SeesNoDamage()
    {
        int rounds = Chance.Everything ? 5000 : 60, seen = 0;
        for (int round = 0; round < rounds; round++)
        {
            using TemporaryWorkspace workspace = new();
            GrowingQueue queue = new(workspace.Root);
            bool isSaved = false;
            AtOnce.Race(1,
                _ =>
                {
                    queue.Grow();
                    Volatile.Write(ref isSaved, true);
                },
                _ =>
                {
                    while (!Volatile.Read(ref isSaved))
                    {
                        QueueReading reading = queue.Store.Read();
                        Assert.AreEqual("", string.Join("\n", reading.Findings), $"round {round}");
                        seen++;
                    }
                });
        }

        Figures.Report(context, "readers during the very first save", $"{rounds} new queues, {seen} reads", "0 taken for damage");
    }

    private static int CountIn(string queue)
    {
        using JsonDocument json = JsonDocument.Parse(queue);
        return json.RootElement.GetProperty("items").GetArrayLength();
    }

    private static int Listed(LiveWorkspace live)
    {
        ToolAnswer answer = live.Json("queue", "list");
        answer.AssertExit(0);
        Assert.AreEqual("", answer.Error);
        return answer.Json.GetProperty("items").GetArrayLength();
    }

    private static int Counted(LiveWorkspace live)
    {
        ToolAnswer answer = live.Json("queue", "stats");
        answer.AssertExit(0);
        Assert.AreEqual("", answer.Error);
        return answer.Json.GetProperty("stats").GetProperty("counts").GetProperty("total").GetInt32();
    }
}
