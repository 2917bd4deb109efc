using System.Text.Json;
using Tidy.Core;
using Tidy.Core.Moving;
using Tidy.Core.Queue;
using Tidy.Core.Tests;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Causes;

/// <summary>
/// Every way in which Linux can keep a file from moving, played for real: what is said, what is kept in the queue, how often it is tried, what is
/// on the disk meanwhile, and that the file moves when the cause is gone.
/// </summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class ToldApartTests
{
    private static readonly Dictionary<string, Scene> Scenes =
        new[] { HeldScenes.All, RightsScenes.All, MountScenes.All, NameScenes.All, InjectedScenes.All }.SelectMany(s => s).ToDictionary(s => s.Name);

    private static int scenes, plays, attempts, held, named;

    public static IEnumerable<object[]> Names => Scenes.Keys.Select(name => new object[] { name });

    [ClassCleanup]
    public static void Report(TestContext context) => Figures.Report(
        context, "Locked, told apart", $"{scenes} scenes played {plays} times, {attempts} failed attempts",
        $"each told with its cause, {named} of {held} holders by name; no file lost, doubled or left behind");

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void ACause_IsToldApart_AndWhenItIsGone_TheFileMoves(string name)
    {
        Scene scene = Scenes[name];
        foreach (int times in AttemptsBeforeRelief(scene))
        {
            using Stage stage = Stage.Of(scene);
            try
            {
                Play(scene, stage, times);
            }
            catch (Exception e) when (e is AssertFailedException or InvalidOperationException)
            {
                throw new AssertFailedException($"{scene}, relieved after attempt {times} {Chance.Repeat}: {e.Message}", e);
            }

            Interlocked.Increment(ref plays);
        }

        Interlocked.Increment(ref scenes);
    }

    /// <summary>A full sweep relieves after each attempt up to the bound; else after one that chance chooses, more often the first or the last.</summary>
    private static int[] AttemptsBeforeRelief(Scene scene)
    {
        int bound = scene.Told.IsQueued && scene.Injected is null ? RetryTable.For(scene.Told.Reason!).Attempts : 1;
        if (Chance.Everything)
            return [.. Enumerable.Range(1, bound)];
        Random chance = Chance.For(scene.Name);
        return [chance.Next(3) switch { 0 => 1, 1 => bound, _ => chance.Next(1, bound + 1) }];
    }

    private static void Play(Scene scene, Stage stage, int times)
    {
        string[] before = stage.Files();
        ToolAnswer answer = stage.FirstTidy("apply", "--format", "json");
        if (scene.Told.Status == "moved")
        {
            AssertMoved(scene, stage, before, answer, code: null);
            return;
        }

        AssertTold(scene, stage, answer);
        CollectionAssert.AreEqual(before, stage.Files(), "what could not move is where it was, and nothing came of the attempt");
        if (scene.Told.IsQueued)
            AssertQueued(scene, stage);
        if (scene.Told.IsQueued && scene.Injected is null)
            TryAgain(scene, stage, times, before);

        stage.Relieve();
        before = stage.Files();
        AssertMoved(scene, stage, before, Remedied(scene, stage), scene.Told.IsQueued && scene.Remedy != Remedy.Drop ? Codes.MovedFromQueue : null);
    }

    private static void AssertTold(Scene scene, Stage stage, ToolAnswer answer)
    {
        Told told = scene.Told;
        answer.AssertExit(told.Status is null ? 0 : 3);
        string message = "";
        if (told.Status is not null)
        {
            JsonElement entry = answer.Entry(scene.Source);
            message = entry.GetProperty("message").GetString()!;
            Assert.AreEqual((told.Status, told.Reason, told.Code), (Text(entry, "status"), Text(entry, "reason"), Text(entry, "code")), answer.ToString());
        }

        if (told.Finding is { } code)
        {
            JsonElement finding = answer.Json.GetProperty("findings").EnumerateArray().Single();
            Assert.AreEqual(code, Text(finding, "code"), answer.ToString());
            message = Text(finding, "message")!;
        }

        foreach (string part in told.Says)
            StringAssert.Contains(message, part, StringComparison.Ordinal);
        if (told.IsQueued)
            AssertSaysWhatComesNext(scene, message);
        Assert.AreEqual(told.NamesHolder, message.Contains("in use by", StringComparison.Ordinal), message);
        if (told.NamesHolder)
            AssertNames(scene, stage, message);
    }

    /// <summary>Names are advice and have half a second, which a busy machine may take away; with time, the holder is found.</summary>
    private static void AssertNames(Scene scene, Stage stage, string message)
    {
        bool isNamed = message.Contains($"({stage.HolderId})", StringComparison.Ordinal);
        Assert.IsTrue(isNamed || (message.Contains("could not be named", StringComparison.Ordinal) && stage.FindsHolder()), message);
        Assert.AreEqual(isNamed, stage.Pending()!.Holders.Any(h => h.ProcessId == stage.HolderId), $"{scene.Source}: the queue remembers the holder");
        Interlocked.Increment(ref held);
        if (isNamed)
            Interlocked.Increment(ref named);
    }

    private static void AssertSaysWhatComesNext(Scene scene, string message)
    {
        RetryTable table = RetryTable.For(scene.Told.Reason!);
        string next = table.Attempts == 1 ? "it needs a person" : scene.Told.Reason == "locked" ? "it moves when it is free" : "tried again when its cause changes";
        StringAssert.Contains(message, $"attempt 1 of {table.Attempts}", StringComparison.Ordinal);
        StringAssert.Contains(message, next, StringComparison.Ordinal);
    }

    private static void AssertQueued(Scene scene, Stage stage)
    {
        PendingMove item = stage.Pending() ?? throw new AssertFailedException("it is not in the queue");
        RetryTable table = RetryTable.For(scene.Told.Reason!);
        Assert.AreEqual((scene.Told.Reason, scene.Told.Errno, (int?)null), (WireNames.Of(item.Reason), item.LastErrorErrno, item.LastErrorWinerror), item.LastError);
        Assert.AreEqual((1, table.StatusAfter(1)), (item.AttemptCount, WireNames.Of(item.Status)));
        Assert.AreEqual(table.WaitAfter(1), item.NextEligibleAt - item.LastAttemptAt);
        Assert.AreEqual((scene.Source, scene.Destination), (item.Source.Value, item.Destination.Value));
        Interlocked.Increment(ref attempts);
    }

    /// <summary>Time passes and nothing changes: each attempt is counted when it is due, the last is said to be the last, and then there is silence.</summary>
    private static void TryAgain(Scene scene, Stage stage, int times, string[] before)
    {
        RetryTable table = RetryTable.For(scene.Told.Reason!);
        ManualClock clock = new(DateTimeOffset.UtcNow);
        for (int attempt = 2; attempt <= times; attempt++)
        {
            clock.Now = stage.Pending()!.NextEligibleAt;
            Outcome outcome = stage.Apply(clock).Entries.Single(e => e.Entry.Source.Value == scene.Source);
            PendingMove item = stage.Pending()!;
            Assert.AreEqual((scene.Told.Reason, attempt, table.StatusAfter(attempt)), (WireNames.Of(item.Reason), item.AttemptCount, WireNames.Of(item.Status)), outcome.Message);
            Assert.AreEqual(CodeOf(scene, table, attempt), outcome.Code, outcome.Message);
            Assert.AreEqual(table.WaitAfter(attempt), item.NextEligibleAt - item.LastAttemptAt);
            Interlocked.Increment(ref attempts);
        }

        bool hasEnded = times == table.Attempts;
        clock.Advance(hasEnded ? TimeSpan.FromDays(2) : TimeSpan.FromSeconds(1));
        string queue = stage.QueueText();
        foreach (Outcome outcome in stage.Apply(clock).Entries.Where(e => e.Entry.Source.Value == scene.Source))
            Assert.IsNull(outcome.Code, $"nothing to warn about {(hasEnded ? "again" : "yet")}: {outcome.Message}");
        Assert.AreEqual(queue, stage.QueueText(), "no attempt is counted that was not due");
        CollectionAssert.AreEqual(before, stage.Files());
    }

    private static string CodeOf(Scene scene, RetryTable table, int attempt)
    {
        if (attempt == table.Attempts)
            return scene.Told.Reason == "locked" ? Codes.Abandoned : Codes.NeedsPerson;
        if (scene.Told.Reason != "locked")
            return Codes.MoveFailed;
        return attempt == table.Attempts - 1 ? Codes.LastAttempt : Codes.StillInUse;
    }

    private static ToolAnswer Remedied(Scene scene, Stage stage)
    {
        if (scene.Remedy == Remedy.Drop)
            stage.Tidy("queue", "drop", scene.Source).AssertExit(0);
        return scene.Remedy == Remedy.Retry ? stage.Tidy("retry", scene.Source, "--format", "json") : stage.Tidy("apply", "--format", "json");
    }

    private static void AssertMoved(Scene scene, Stage stage, string[] before, ToolAnswer answer, string? code)
    {
        answer.AssertExit(0);
        string[] moved = [.. answer.Entries.Where(e => Text(e, "status") == "moved").Select(e => Text(e, "src")!)];
        CollectionAssert.Contains(moved, scene.Source, answer.ToString());
        JsonElement entry = answer.Entry(scene.Source);
        string destination = Text(entry, "dest")!;
        Assert.AreEqual(code, Text(entry, "code"), answer.ToString());
        string[] expected = [.. before.Select(line => Moved(line, scene.Source, destination)).OrderBy(line => line[17..], StringComparer.Ordinal)];
        CollectionAssert.AreEqual(expected, stage.Files().OrderBy(line => line[17..], StringComparer.Ordinal).ToArray(), "each file once, with its content");
        Assert.IsFalse(stage.Exists(scene.Source));
        Assert.IsNull(stage.Pending());
    }

    /// <summary>A line of <see cref="Stage.Files"/> after the move of a file or of the folder around it.</summary>
    private static string Moved(string line, string source, string destination) =>
        line[17..] == source || line[17..].StartsWith(source + "/", StringComparison.Ordinal) ? $"{line[..17]}{destination}{line[(17 + source.Length)..]}" : line;

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();
}
