using System.Net;
using System.Text.Json;
using Tidy.Core;
using Tidy.Core.Journal;
using Tidy.Core.Locking;
using Tidy.Core.Queue;
using Tidy.Core.Tests;

namespace Tidy.Dashboard.Tests;

/// <summary>Each operation of the page does to the workspace what the command line does.</summary>
[TestClass]
public sealed class OperationTests
{
    [TestMethod]
    public async Task Hold_AndRelease_ChangeTheItem()
    {
        using Shop shop = new();
        PendingMove item = shop.Item("a.log");
        shop.Add(item);
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.LetIn(served);

        Assert.Contains("a.log: put on hold", await Visitor.TextOf(await visitor.DoAsync("hold", Ids(item))));
        Assert.AreEqual(PendingStatus.Held, shop.Find(item.Id)!.Status);
        Assert.AreEqual("put on hold by a person", shop.Find(item.Id)!.ManualReason);
        Assert.Contains("TIDY9001", await Visitor.TextOf(await visitor.DoAsync("hold", Ids(item))));

        Assert.Contains("a.log: released", await Visitor.TextOf(await visitor.DoAsync("release", Ids(item))));
        Assert.AreEqual(PendingStatus.Pending, shop.Find(item.Id)!.Status);
        Assert.AreEqual(shop.Clock.Now, shop.Find(item.Id)!.NextEligibleAt);
    }

    [TestMethod]
    public async Task Drop_OfSeveral_ForgetsThemAndLeavesTheirFiles()
    {
        using Shop shop = new();
        PendingMove[] items = [shop.Item("a.log"), shop.Item("b.log"), shop.Item("c.log")];
        foreach (PendingMove item in items)
            shop.Write(item.Source.Value);
        shop.Add(items);
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.LetIn(served);

        Assert.Contains("2 files: forgotten", await Visitor.TextOf(await visitor.DoAsync("drop", Ids(items[0], items[1]))));

        Assert.AreEqual(items[2].Id, shop.Store.Read().Queue.Items.Single().Id);
        Assert.IsTrue(File.Exists(shop.At("a.log")) && File.Exists(shop.At("b.log")));
        Assert.AreEqual(QueueEnding.Dropped, new QueueHistory(shop.Root, shop.Services.Files, shop.Clock).Read()[0].Ending);
    }

    [TestMethod]
    public async Task Retry_OfAFreeFile_MovesItAndNoOther()
    {
        using Shop shop = new();
        PendingMove item = shop.Item("a.log"), other = shop.Item("b.log") with { Status = PendingStatus.Held };
        shop.Write("a.log", "mine");
        shop.Write("b.log", "other");
        shop.Add(item, other);
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.LetIn(served);

        Assert.Contains("1 moved, 0 left", await Visitor.TextOf(await visitor.DoAsync("retry", Ids(item))));

        Assert.AreEqual("mine", File.ReadAllText(shop.At("archive/logs/a.log")));
        Assert.IsNull(shop.Find(item.Id));
        Assert.AreEqual(PendingStatus.Held, shop.Find(other.Id)!.Status);
        Assert.IsTrue(File.Exists(shop.At("b.log")));
    }

    [TestMethod]
    public async Task Retry_OfAHeldFile_CountsAnAttemptAndNamesTheHolder()
    {
        using Shop shop = new();
        PendingMove item = shop.Item("a.log");
        using FileHolder holder = FileHolder.Start("write", shop.Write("a.log"));
        shop.Add(item);
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.LetIn(served);

        string said = await Visitor.TextOf(await visitor.DoAsync("retry", Ids(item)));

        Assert.Contains("0 moved, 1 left", said);
        Assert.Contains(holder.ProcessId.ToString(), said);
        Assert.Contains("TIDY1002", said);
        Assert.AreEqual(2, shop.Find(item.Id)!.AttemptCount);
    }

    [TestMethod]
    public async Task Undo_PutsARunBack_AndIsARunItself()
    {
        using Shop shop = new();
        shop.Write("a.log", "mine");
        RunResult run = shop.Run(RunCommand.Apply);
        Assert.IsFalse(File.Exists(shop.At("a.log")));
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.LetIn(served);

        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("1 put back", await Visitor.TextOf(await visitor.DoAsync("undo", $$"""{ "run": "{{run.RunId}}" }""")));

        Assert.AreEqual("mine", File.ReadAllText(shop.At("a.log")));
        Assert.AreEqual(run.RunId, RunHistory.List(shop.Root)[^1].Undoes);
        Assert.Contains("undone already", await Visitor.TextOf(await visitor.DoAsync("undo", $$"""{ "run": "{{run.RunId}}" }"""), HttpStatusCode.BadRequest));
    }

    [TestMethod]
    [DataRow("retry", "{}")]
    [DataRow("retry", """{ "ids": [] }""")]
    [DataRow("retry", """{ "ids": [""] }""")]
    [DataRow("retry", """{ "ids": [null] }""")]
    [DataRow("drop", """{ "ids": ["ffffffffffffffff"] }""")]
    [DataRow("drop", "null")]
    [DataRow("drop", "{ \"ids\": 7 }")]
    [DataRow("drop", "not json")]
    [DataRow("undo", "{}")]
    [DataRow("undo", """{ "run": "" }""")]
    [DataRow("undo", """{ "run": "20200101" }""")]
    public async Task AWrongRequest_IsAnsweredWithACode_AndChangesNothing(string operation, string body)
    {
        using Shop shop = new();
        shop.Write("a.log");
        shop.Add(shop.Item("a.log"));
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.LetIn(served);

        StringAssert.Matches(await Visitor.TextOf(await visitor.DoAsync(operation, body), HttpStatusCode.BadRequest), new("^TIDY(9001|3032) "));

        Assert.IsTrue(File.Exists(shop.At("a.log")));
        Assert.AreEqual(PendingStatus.Pending, shop.Find(shop.Item("a.log").Id)!.Status);
    }

    [TestMethod]
    public async Task WithMoreItemsThanAPersonCanMean_NothingIsDone()
    {
        using Shop shop = new();
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.LetIn(served);

        string ids = string.Join(',', Enumerable.Range(0, 1001).Select(n => $"\"{n:x16}\""));

        Assert.Contains("1 to 1000", await Visitor.TextOf(await visitor.DoAsync("drop", $$"""{ "ids": [{{ids}}] }"""), HttpStatusCode.BadRequest));
    }

    [TestMethod]
    public async Task AMistakeInTheConfiguration_IsToldWithItsCode()
    {
        using Shop shop = new();
        shop.Add(shop.Item("a.log"));
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.LetIn(served);
        shop.Write("tidy.json", """{ "version": 1, "rulez": [] }""");

        Assert.Contains("TIDY9002", await Visitor.TextOf(await visitor.DoAsync("retry", Ids(shop.Item("a.log"))), HttpStatusCode.BadRequest));
        Assert.Contains("TIDY9002", await Visitor.TextOf(await visitor.GetAsync($"{served.Session.Path}api/overview"), HttpStatusCode.BadRequest));
    }

    [TestMethod]
    public async Task Overview_Unchanged_IsNotSentAgain_AndChanged_Is()
    {
        using Shop shop = new();
        shop.Add(shop.Item("a.log"));
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.LetIn(served);
        string path = $"{served.Session.Path}api/overview";

        HttpResponseMessage first = await visitor.GetAsync(path);
        Assert.AreEqual(1, await TotalOf(first));
        visitor.IfNoneMatch = first.Headers.ETag!.ToString();
        HttpResponseMessage second = await visitor.GetAsync(path);
        Assert.AreEqual(HttpStatusCode.NotModified, second.StatusCode);
        Assert.AreEqual(0, (await second.Content.ReadAsByteArrayAsync()).Length);

        shop.Add(shop.Item("b.log"));
        HttpResponseMessage third = await visitor.GetAsync(path);
        Assert.AreEqual(2, await TotalOf(third));

        visitor.IfNoneMatch = third.Headers.ETag!.ToString();
        shop.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.AreEqual(HttpStatusCode.OK, (await visitor.GetAsync(path)).StatusCode, "ages have grown");
    }

    [TestMethod]
    public async Task ABusyWorkspace_IsToldAsBusy()
    {
        using Shop shop = new();
        shop.Write("a.log");
        shop.Add(shop.Item("a.log"));
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.LetIn(served);
        using WorkspaceLock held = WorkspaceLock.Acquire(shop.Root, shop.Services.Files, TimeProvider.System, TimeSpan.Zero, "apply");

        Assert.Contains("TIDY1005", await Visitor.TextOf(await visitor.DoAsync("retry", Ids(shop.Item("a.log"))), HttpStatusCode.Conflict));
        Assert.IsTrue(File.Exists(shop.At("a.log")));
    }

    private static async Task<int> TotalOf(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("queue").GetProperty("total").GetInt32();

    private static string Ids(params PendingMove[] items) => $$"""{ "ids": [{{string.Join(',', items.Select(i => $"\"{i.Id}\""))}}] }""";
}
