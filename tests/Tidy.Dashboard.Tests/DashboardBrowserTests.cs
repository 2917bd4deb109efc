using Microsoft.Playwright;
using Tidy.Core;
using Tidy.Core.Queue;

namespace Tidy.Dashboard.Tests;

/// <summary>The dashboard in a browser: by its link, with the mouse, with the keyboard alone, and when its server ends.</summary>
[TestClass]
public sealed class DashboardBrowserTests
{
    [TestMethod]
    public async Task TheLink_LeadsToThePage_AndTheTokenIsNowhereAfterwards()
    {
        using Shop shop = DemoShop.Make();
        await using Served served = await Served.StartAsync(shop);
        await using View view = await OpenAsync(served, out string link);

        await Assertions.Expect(view.Page.Locator("#workspace")).ToHaveTextAsync("shop");

        string token = link[(link.IndexOf('=') + 1)..];
        Assert.AreEqual(served.Address + served.Session.Path, view.Page.Url);
        Assert.AreEqual("Tidy dashboard", await view.Page.TitleAsync());
        Assert.DoesNotContain(token, await view.Page.ContentAsync());
        Assert.AreEqual(2, await view.Page.EvaluateAsync<int>("history.length"), "the empty page of the test, and ours");
        Assert.AreEqual("", await view.Page.EvaluateAsync<string>("document.cookie + document.referrer"));
        Assert.IsTrue(view.Requests.All(r => r.StartsWith(served.Address, StringComparison.Ordinal) || r.StartsWith("data:", StringComparison.Ordinal)), string.Join('\n', view.Requests));
        Assert.IsEmpty(view.Problems, string.Join('\n', view.Problems));
    }

    [TestMethod]
    public async Task AUsedLink_TellsThePersonWhatToDo()
    {
        using Shop shop = new();
        await using Served served = await Served.StartAsync(shop);
        await using View view = await OpenAsync(served, out string link), other = await Browser.OpenAsync();
        await Assertions.Expect(view.Page.Locator("#workspace")).ToHaveTextAsync("shop");

        await other.Page.GotoAsync(link);

        await Assertions.Expect(other.Page.Locator("body")).ToHaveTextAsync("TIDY3032: The link is no longer good, for each works once. Press Enter where 'dotnet tidy dashboard' runs for another.");
    }

    [TestMethod]
    public async Task WithoutAChange_TimesGoOnAllTheSame()
    {
        using Shop shop = new();
        shop.Add(shop.Item("a.log"));
        await using Served served = await Served.StartAsync(shop);
        await using View view = await Browser.OpenAsync();
        await view.Page.Clock.InstallAsync(new() { TimeDate = shop.Clock.Now.UtcDateTime });
        await view.Page.GotoAsync(served.NewLink());
        await Assertions.Expect(view.Page.Locator("#items td.when").Last).ToHaveTextAsync("in 5 min");

        await view.Page.Clock.RunForAsync("03:00");

        await Assertions.Expect(view.Page.Locator("#items td.when").Last).ToHaveTextAsync("in 2 min");
    }

    [TestMethod]
    public async Task FromAFileOfTheTool_TheLinkWorksToo()
    {
        using Shop shop = new();
        await using Served served = await Served.StartAsync(shop);
        await using View view = await Browser.OpenAsync();
        string file = shop.Write("open.html", $"<!doctype html><meta http-equiv=\"refresh\" content=\"0; url={served.NewLink()}\">");

        await view.Page.GotoAsync(new Uri(file).AbsoluteUri);

        await Assertions.Expect(view.Page.Locator("#no-items")).ToHaveTextAsync("The queue is empty: no file is in use.");
        Assert.AreEqual(served.Address + served.Session.Path, view.Page.Url);
    }

    [TestMethod]
    public async Task AnotherPageInTheBrowser_CanNeitherReadNorDoAnything()
    {
        using Shop shop = new(), other = new();
        shop.Add(shop.Item("a.log"));
        await using Served served = await Served.StartAsync(shop), foreign = await Served.StartAsync(other);
        await using View view = await OpenAsync(served, out _);
        await Assertions.Expect(view.Item("a.log")).ToBeVisibleAsync();
        await view.Page.GotoAsync(foreign.NewLink());
        await Assertions.Expect(view.Page.Locator("#workspace")).ToHaveTextAsync("shop");
        string api = $"{served.Address}{served.Session.Path}api/";

        string said = await view.Page.EvaluateAsync<string>(
            """
            async ([api, key, body]) => {
              const tries = [fetch(api + "overview", { credentials: "include" }), fetch(api + "drop", { method: "POST", credentials: "include", mode: "no-cors", body }),
                fetch(api + "drop", { method: "POST", credentials: "include", headers: { "X-Tidy-Key": key, "Content-Type": "application/json" }, body })];
              return (await Promise.allSettled(tries)).map(t => t.status === "fulfilled" ? `read ${t.value.type}` : "refused").join();
            }
            """, new[] { api, served.Session.Key.Reveal, $$"""{ "ids": ["{{shop.Item("a.log").Id}}"] }""" });

        Assert.AreEqual("refused,refused,refused", said);
        Assert.IsNotNull(shop.Find(shop.Item("a.log").Id));
    }

    [TestMethod]
    [DataRow("Hold …", "Hold", PendingStatus.Held)]
    [DataRow("Forget …", "Forget", null)]
    public async Task AnOperation_IsAskedAbout_ThenDone(string button, string yes, PendingStatus? after)
    {
        using Shop shop = new();
        PendingMove item = shop.Item("a.log");
        shop.Add(item);
        await using Served served = await Served.StartAsync(shop);
        await using View view = await OpenAsync(served, out _);
        await view.Item("a.log").ClickAsync();
        ILocator dialog = view.Page.Locator("#confirm"), act = view.Page.Locator("#items .details").GetByText(button);

        await act.ClickAsync();
        await Assertions.Expect(dialog.Locator("li")).ToHaveTextAsync("a.log");
        await dialog.GetByText("Cancel").ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        Assert.AreEqual(PendingStatus.Pending, shop.Find(item.Id)!.Status, "a person said no");

        await act.ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = yes, Exact = true }).ClickAsync();
        await Assertions.Expect(view.Page.Locator("#answer p")).ToContainTextAsync("a.log");
        Assert.AreEqual(after, shop.Find(item.Id)?.Status);
        await Assertions.Expect(view.Page.Locator("#items .chip.pending")).ToHaveCountAsync(0);
        Assert.IsEmpty(view.Problems, string.Join('\n', view.Problems));
    }

    /// <summary>Typed faster than the browser tells that the first question is over; seen on a busy machine.</summary>
    [TestMethod]
    public async Task TwoQuestionsInOneMoment_AreAnsweredOnce()
    {
        using Shop shop = new();
        shop.Add(shop.Item("a.log"));
        await using Served served = await Served.StartAsync(shop);
        await using View view = await OpenAsync(served, out _);
        await view.Item("a.log").ClickAsync();

        await view.Page.EvaluateAsync(
            """
            () => {
              const hold = document.querySelector('#items .details button[data-name^="hold-"]'), dialog = document.getElementById("confirm");
              hold.click();
              dialog.close("no");
              hold.click();
              dialog.close("yes");
            }
            """);

        await Assertions.Expect(view.Page.Locator("#answer p")).ToContainTextAsync("put on hold");
        await Assertions.Expect(view.Page.Locator("#items .chip.held").Last).ToBeVisibleAsync();
        Assert.AreEqual(1, await view.Page.Locator("#answer p").CountAsync());
        Assert.AreEqual(1, view.Requests.Count(r => r.EndsWith("api/hold", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task ChosenFiles_AreTriedTogether()
    {
        using Shop shop = new();
        shop.Write("a.log");
        shop.Write("b.log");
        shop.Add(shop.Item("a.log"), shop.Item("b.log"));
        await using Served served = await Served.StartAsync(shop);
        await using View view = await OpenAsync(served, out _);

        await view.Page.GetByLabel("Choose all files of this page").CheckAsync();
        await view.Page.Locator("#chosen").GetByText("Try now …").ClickAsync();
        await view.Page.Locator("#confirm-yes").ClickAsync();

        await Assertions.Expect(view.Page.Locator("#answer p")).ToContainTextAsync("2 moved, 0 left");
        await Assertions.Expect(view.Page.Locator("#no-items")).ToBeVisibleAsync();
        Assert.IsTrue(File.Exists(shop.At("archive/logs/a.log")) && File.Exists(shop.At("archive/logs/b.log")));
    }

    [TestMethod]
    public async Task AProblem_IsShownWithItsCode()
    {
        using Shop shop = new();
        shop.Add(shop.Item("a.log"));
        await using Served served = await Served.StartAsync(shop);
        await using View view = await OpenAsync(served, out _);
        await view.Item("a.log").ClickAsync();
        await view.Page.Locator("#items .details").GetByText("Hold …").ClickAsync();
        await Assertions.Expect(view.Page.Locator("#confirm")).ToBeVisibleAsync();

        shop.Store.Transact(queue => queue.Remove(queue.Items.Single()));
        await view.Page.Locator("#confirm-yes").ClickAsync();

        await Assertions.Expect(view.Page.Locator("#answer p.bad")).ToContainTextAsync("TIDY9001");
    }

    [TestMethod]
    public async Task ARun_IsUndone()
    {
        using Shop shop = new();
        shop.Write("a.log", "mine");
        shop.Run(RunCommand.Apply);
        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        await using Served served = await Served.StartAsync(shop);
        await using View view = await OpenAsync(served, out _);

        await view.Page.Locator("#runs .open").ClickAsync();
        await view.Page.GetByText("Undo this run …").ClickAsync();
        await Assertions.Expect(view.Page.Locator("#confirm li")).ToHaveTextAsync("a.log");
        await view.Page.Locator("#confirm-yes").ClickAsync();

        await Assertions.Expect(view.Page.Locator("#answer p").First).ToContainTextAsync("1 put back");
        Assert.AreEqual("mine", File.ReadAllText(shop.At("a.log")));
        await Assertions.Expect(view.Page.Locator("#runs td", new() { HasTextString = "undone" }).Last).ToBeVisibleAsync();
    }

    [TestMethod]
    public async Task TheKeyboardAlone_IsEnough()
    {
        using Shop shop = new();
        shop.Add(shop.Item("a.log", hours: 3), shop.Item("b.log", hours: 2));
        await using Served served = await Served.StartAsync(shop);
        await using View view = await OpenAsync(served, out _);
        await Assertions.Expect(view.Item("b.log")).ToBeVisibleAsync();
        IKeyboard keys = view.Page.Keyboard;

        await keys.PressAsync("/");
        await keys.TypeAsync("log");
        await Assertions.Expect(view.Page.Locator("#search")).ToBeFocusedAsync();
        for (int tab = 0; tab < 40 && !await view.Item("a.log").EvaluateAsync<bool>("e => e === document.activeElement"); tab++)
            await keys.PressAsync("Tab");
        await keys.PressAsync("ArrowDown");
        await Assertions.Expect(view.Item("b.log")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(view.Item("b.log")).ToHaveAttributeAsync("aria-expanded", "true");
        Assert.AreNotEqual("none", await view.Item("b.log").EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle"), "the focus is seen");
        for (int tab = 0; tab < 3 && !await view.Page.EvaluateAsync<bool>("document.activeElement.textContent === 'Hold …'"); tab++)
            await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await Assertions.Expect(view.Page.GetByText("Cancel")).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(view.Page.Locator("#confirm")).ToBeHiddenAsync();
        Assert.AreEqual(PendingStatus.Pending, shop.Find(shop.Item("b.log").Id)!.Status);
        await keys.PressAsync("Enter");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await Assertions.Expect(view.Page.Locator("#answer p")).ToContainTextAsync("b.log: put on hold");
        Assert.AreEqual(PendingStatus.Held, shop.Find(shop.Item("b.log").Id)!.Status);
    }

    [TestMethod]
    public async Task Tab_GoesThroughThePage_AndOutOfItAgain()
    {
        using Shop shop = new();
        shop.Add(shop.Item("a.log"));
        await using Served served = await Served.StartAsync(shop);
        await using View view = await OpenAsync(served, out _);
        await view.Item("a.log").ClickAsync();
        string[] reachable = await view.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('button, input, a, summary')].filter(e => e.checkVisibility() && !e.disabled && !e.closest('dialog')).map((e, n) => e.id = e.id || 'e' + n)");
        await view.Page.Locator(".skip").FocusAsync();

        var reached = new List<string>();
        for (int tab = 0; tab <= reachable.Length; tab++)
        {
            reached.Add(await view.Page.EvaluateAsync<string>("document.activeElement.id"));
            await view.Page.Keyboard.PressAsync("Tab");
        }

        Assert.AreEqual($"{string.Join(' ', reachable)} ", string.Join(' ', reached), "all in their order, and then the browser's own");
    }

    [TestMethod]
    public async Task WhatChanges_IsShownByItself_AndTheFocusStays()
    {
        using Shop shop = new();
        shop.Add(shop.Item("a.log"));
        await using Served served = await Served.StartAsync(shop);
        await using View view = await OpenAsync(served, out _);
        await view.Item("a.log").FocusAsync();

        shop.Add(shop.Item("b.log"));

        await Assertions.Expect(view.Item("b.log")).ToBeVisibleAsync();
        await Assertions.Expect(view.Item("a.log")).ToBeFocusedAsync();
    }

    [TestMethod]
    public async Task AHundredThousandItems_AreShown_ChangedAndShownAgain()
    {
        using Shop shop = new();
        PendingMove[] items = [.. Enumerable.Range(0, 100_000).Select(n => shop.Item($"logs/run-{n}.log", hours: 1000 - (n % 1000)))];
        shop.Add(items);
        await using Served served = await Served.StartAsync(shop);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await using View view = await OpenAsync(served, out _);
        await Assertions.Expect(view.Page.Locator("#shown")).ToHaveTextAsync("Showing 1 to 25 of 100,000.", new() { Timeout = 30_000 });
        TimeSpan shown = watch.Elapsed;

        await view.Page.Locator("#search").FillAsync("run-77777.log");
        await view.Item("run-77777.log").ClickAsync();
        await view.Page.Locator("#items .details").GetByText("Hold …").ClickAsync();
        watch.Restart();
        await view.Page.Locator("#confirm-yes").ClickAsync();
        await Assertions.Expect(view.Page.Locator("#items .chip.held").Last).ToBeVisibleAsync(new() { Timeout = 30_000 });

        Console.WriteLine($"100,000 items: shown in {shown.TotalSeconds:0.0} s, one changed and all shown again in {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.AreEqual(PendingStatus.Held, shop.Find(items[77_777].Id)!.Status);
        Assert.IsEmpty(view.Problems, string.Join('\n', view.Problems));
    }

    [TestMethod]
    public async Task WhenTheServerEnds_ThePageSaysSo()
    {
        using Shop shop = new();
        View view;
        await using (Served served = await Served.StartAsync(shop))
        {
            view = await OpenAsync(served, out _);
            await Assertions.Expect(view.Page.Locator("#no-items")).ToBeVisibleAsync();
        }

        await using (view)
        {
            await Assertions.Expect(view.Page.Locator("#problem")).ToContainTextAsync("The dashboard has ended", new() { Timeout = 15_000 });
            await Assertions.Expect(view.Page.Locator("#workspace")).ToHaveTextAsync("shop");
        }
    }

    private static Task<View> OpenAsync(Served served, out string link)
    {
        link = served.NewLink();
        return GoAsync(link);

        static async Task<View> GoAsync(string link)
        {
            View view = await Browser.OpenAsync();
            await view.Page.GotoAsync(link);
            return view;
        }
    }
}
