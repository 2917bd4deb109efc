using Microsoft.Playwright;
using Tidy.Core.Queue;
using Tidy.Pages.Page;

namespace Tidy.Dashboard.Tests;

/// <summary>The report opened from a file, as from a folder of CI artifacts.</summary>
[TestClass]
public sealed class ReportBrowserTests
{
    [TestMethod]
    public async Task AReport_OpensFromAFile_AndLoadsNothingElse()
    {
        using Shop shop = DemoShop.Make();
        await using View view = await OpenAsync(shop);

        await Assertions.Expect(view.Page.Locator("#workspace")).ToHaveTextAsync("shop");
        await Assertions.Expect(view.Page.Locator("#items tbody tr.row")).ToHaveCountAsync(25);
        await Assertions.Expect(view.Page.Locator("#shown")).ToHaveTextAsync("Showing 1 to 25 of 91.".Replace("91", shop.Overview().Queue.Total.ToString()));
        Assert.AreEqual("Tidy report", await view.Page.TitleAsync());
        Assert.AreEqual(0, await view.Page.GetByRole(AriaRole.Checkbox).CountAsync() + await view.Page.GetByText("Forget").CountAsync(), "a report has nothing done");
        Assert.IsTrue(view.Requests.All(r => r.StartsWith("file:", StringComparison.Ordinal) || r.StartsWith("data:", StringComparison.Ordinal)), string.Join('\n', view.Requests));
        Assert.IsEmpty(view.Problems, string.Join('\n', view.Problems));
    }

    [TestMethod]
    public async Task NamesFullOfMarkup_AreShownAsText_AndInvisibleMarksAreSeen()
    {
        using Shop shop = new();
        shop.Add(shop.Item("</script><img src=x onerror=alert(1)>.log"), shop.Item("exe.\u202Egol.log"), shop.Item("<!--script-->.log"));
        await using View view = await OpenAsync(shop);

        string[] shown = [.. (await view.Page.Locator("#items .open").AllTextContentsAsync()).Order(StringComparer.Ordinal)];

        CollectionAssert.AreEqual(new[] { "<!--script-->.log", "</script><img src=x onerror=alert(1)>.log", "exe.\\u202Egol.log" }.Order(StringComparer.Ordinal).ToArray(), shown);
        Assert.AreEqual(0, await view.Page.Locator("img").CountAsync());
        Assert.IsEmpty(view.Problems, string.Join('\n', view.Problems));
    }

    [TestMethod]
    public async Task Search_StatusAgeAndHolder_NarrowTheQueue()
    {
        using Shop shop = DemoShop.Make();
        await using View view = await OpenAsync(shop);
        ILocator rows = view.Page.Locator("#items tbody tr.row");

        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Needs a person 2" }).ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "All" }).ClickAsync();
        await view.Page.Locator("#holders button").First.ClickAsync();
        int held = shop.Overview().Queue.ByHolder[0].Count;
        await Assertions.Expect(view.Page.Locator("#shown")).ToContainTextAsync($"of {held}.");
        await view.Page.Locator("#filters button").ClickAsync();
        await view.Page.Locator("#search").FillAsync("CRASH-2026");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await view.Page.Locator("#search").FillAsync("nothing is called so");
        await Assertions.Expect(view.Page.Locator("#no-items")).ToHaveTextAsync("No file fits.");
        await view.Page.Locator("#search").FillAsync("");
        await view.Page.Locator("#ages button[data-name=over_30d]").ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(1);
    }

    [TestMethod]
    public async Task AColumn_Sorts_UpAndDownAndNotAtAll()
    {
        using Shop shop = new();
        shop.Add(shop.Item("b.log", hours: 3), shop.Item("a.log", hours: 2), shop.Item("c.log", hours: 1));
        await using View view = await OpenAsync(shop);
        ILocator file = view.Page.Locator("#items th button[data-name=src]");

        CollectionAssert.AreEqual(new[] { "a.log", "b.log", "c.log" }, await AfterAsync(view, file));
        await Assertions.Expect(view.Page.Locator("#items th[aria-sort=ascending]")).ToHaveTextAsync("File");
        CollectionAssert.AreEqual(new[] { "c.log", "b.log", "a.log" }, await AfterAsync(view, file));
        CollectionAssert.AreEqual(new[] { "c.log", "a.log", "b.log" }, await AfterAsync(view, view.Page.Locator("#items th button[data-name=age]"), times: 2));
    }

    [TestMethod]
    public async Task Details_HaveTheTimeline_AndTheCommandToType()
    {
        using Shop shop = DemoShop.Make();
        await using View view = await OpenAsync(shop);

        await view.Item("crash-2026-10-19.log").ClickAsync();

        ILocator timeline = view.Page.Locator(".timeline li");
        await Assertions.Expect(timeline.First).ToContainTextAsync("First seen");
        await Assertions.Expect(timeline.Last).ToContainTextAsync("Attempt 10: given up, held by postgres");
        PendingMove item = shop.Store.Read().Queue.Items.Single(i => i.Source.Value == "crash-2026-10-19.log");
        await Assertions.Expect(view.Page.Locator("#items .details code").Last).ToHaveTextAsync($"dotnet tidy retry {item.Id}");
    }

    [TestMethod]
    public async Task Runs_ShowWhatTheyMoved()
    {
        using Shop shop = DemoShop.Make();
        await using View view = await OpenAsync(shop);

        await view.Page.Locator("#runs .open").First.ClickAsync();

        await Assertions.Expect(view.Page.Locator("#runs .moves li")).ToHaveCountAsync(4);
        await Assertions.Expect(view.Page.Locator("#runs .moves li").First).ToHaveTextAsync("import-errors.log → archive/logs/import-errors.log");
    }

    [TestMethod]
    public async Task Colours_FollowTheSystem_AndAChoiceIsRemembered()
    {
        using Shop shop = new();
        string file = Write(shop);
        await using View view = await Browser.OpenAsync(colors: ColorScheme.Dark);
        await view.Page.GotoAsync(file);
        string dark = await BackAsync(view);

        await view.Page.Locator("#theme").ClickAsync();
        string light = await BackAsync(view);
        Assert.AreNotEqual(dark, light);
        await view.Page.ReloadAsync();

        Assert.AreEqual(light, await BackAsync(view));
        await Assertions.Expect(view.Page.Locator("#theme")).ToHaveAttributeAsync("aria-label", "Colours: light");
    }

    [TestMethod]
    [DataRow(360)]
    [DataRow(700)]
    [DataRow(1240)]
    public async Task NoWidth_NeedsScrollingSideways(int width)
    {
        using Shop shop = DemoShop.Make();
        shop.Add(shop.Item(string.Concat(Enumerable.Repeat("a-very-long-name-without-end", 6)) + ".log", hours: 4000) with { Status = PendingStatus.NeedsManual, LastError = new string('x', 250) });
        await using View view = await OpenAsync(shop, width);
        await view.Page.Locator("#items .open").First.ClickAsync();
        await view.Page.Locator("#runs .open").First.ClickAsync();

        Assert.AreEqual(width, await view.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [TestMethod]
    [DataRow(ColorScheme.Light)]
    [DataRow(ColorScheme.Dark)]
    public async Task EveryText_HasTheContrastOfWcagAA(ColorScheme colors)
    {
        using Shop shop = DemoShop.Make();
        await using View view = await Browser.OpenAsync(colors: colors);
        await view.Page.GotoAsync(Write(shop));
        await view.Page.Locator("#items .open").First.ClickAsync();
        await view.Page.Locator("#runs .open").First.ClickAsync();

        string[] faint = await view.Page.EvaluateAsync<string[]>(Contrast.Script);

        Assert.IsEmpty(faint, string.Join('\n', faint));
    }

    [TestMethod]
    public async Task AHundredThousandItems_OpenAndFilterAtOnce()
    {
        using Shop shop = new();
        shop.Add(Enumerable.Range(0, 100_000).Select(n => shop.Item($"logs/run-{n}.log", hours: n % 1000)));
        await using View view = await Browser.OpenAsync();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        string html = OverviewPage.Report(shop.Overview()).Html;
        TimeSpan made = watch.Elapsed;
        string file = shop.Write("report.html", html);

        watch.Restart();
        await view.Page.GotoAsync(new Uri(file).AbsoluteUri);
        await Assertions.Expect(view.Page.Locator("#shown")).ToHaveTextAsync("Showing 1 to 25 of 100,000.");
        TimeSpan opened = watch.Elapsed;
        watch.Restart();
        await view.Page.Locator("#search").FillAsync("run-99999");
        await Assertions.Expect(view.Page.Locator("#items tbody tr.row")).ToHaveCountAsync(1);
        TimeSpan searched = watch.Elapsed;
        watch.Restart();
        await view.Page.Locator("#search").FillAsync("");
        await view.Page.Locator("#items th button[data-name=src]").ClickAsync();
        await Assertions.Expect(view.Page.Locator("#items .open").First).ToHaveTextAsync("logs/run-0.log");

        Console.WriteLine($"100,000 items: {html.Length / 1e6:0.0} MB made in {made.TotalSeconds:0.00} s, open in {opened.TotalSeconds:0.00} s, searched in {searched.TotalSeconds:0.00} s, sorted in {watch.Elapsed.TotalSeconds:0.00} s");
        Assert.IsLessThan(60, html.Length / 1_000_000);
        Assert.IsLessThan(20, opened.TotalSeconds);
        Assert.IsLessThan(10, searched.TotalSeconds);
    }

    private static async Task<View> OpenAsync(Shop shop, int width = 1240)
    {
        View view = await Browser.OpenAsync(width);
        await view.Page.GotoAsync(Write(shop));
        return view;
    }

    private static string Write(Shop shop) => new Uri(shop.Write("report.html", OverviewPage.Report(shop.Overview()).Html)).AbsoluteUri;

    private static async Task<string[]> AfterAsync(View view, ILocator button, int times = 1)
    {
        for (int time = 0; time < times; time++)
            await button.ClickAsync();
        return [.. await view.Page.Locator("#items .open").AllTextContentsAsync()];
    }

    private static Task<string> BackAsync(View view) => view.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor");
}
