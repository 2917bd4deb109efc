using System.Net;
using System.Net.NetworkInformation;
using Tidy.Core.Queue;

namespace Tidy.Dashboard.Tests;

/// <summary>Who is let in, and who is not. Nothing that is refused changes anything.</summary>
[TestClass]
public sealed class AccessTests
{
    [TestMethod]
    public async Task ALink_LetsInOnce_AndLeavesNoTokenBehind()
    {
        using Shop shop = new();
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.Stranger(served);
        Uri link = new(served.NewLink());

        HttpResponseMessage first = await visitor.GetAsync(link.PathAndQuery);
        HttpResponseMessage again = await visitor.GetAsync(link.PathAndQuery);

        Assert.AreEqual(HttpStatusCode.OK, first.StatusCode);
        string cookie = first.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=strict", cookie);
        Assert.Contains($"path={served.Session.Path}", cookie);
        string page = await first.Content.ReadAsStringAsync();
        Assert.DoesNotContain(link.Query["?token=".Length..], page + cookie);
        Assert.Contains($"url={served.Session.Path}\"", page);
        Assert.IsFalse(again.Headers.Contains("Set-Cookie"));
        Assert.Contains("TIDY3032", await Visitor.TextOf(again, HttpStatusCode.Unauthorized));
    }

    [TestMethod]
    public async Task EachLink_IsAnother_AndAllAreGood()
    {
        using Shop shop = new();
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.Stranger(served);
        string[] links = [served.NewLink(), served.NewLink()];

        foreach (string link in links.Reverse())
            Assert.AreEqual(HttpStatusCode.OK, (await visitor.GetAsync(new Uri(link).PathAndQuery)).StatusCode);
        Assert.AreEqual(2, links.Distinct().Count());
    }

    [TestMethod]
    [DataRow("/")]
    [DataRow("/?token=")]
    [DataRow("/?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [DataRow("/?token=a&token=b")]
    public async Task AWrongToken_IsRefused(string path)
    {
        using Shop shop = new();
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.Stranger(served);
        served.NewLink();

        HttpResponseMessage answer = await visitor.GetAsync(path);

        Assert.Contains("Enter", await Visitor.TextOf(answer, HttpStatusCode.Unauthorized));
        Assert.IsFalse(answer.Headers.Contains("Set-Cookie"));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("api/overview")]
    public async Task WithoutACookieOrWithAWrongOne_NothingIsShown(string page)
    {
        using Shop shop = new();
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.Stranger(served);

        foreach (string? cookie in new[] { null, "", "x", served.Session.Key.Reveal })
        {
            visitor.Cookie = cookie;
            await Visitor.TextOf(await visitor.GetAsync(served.Session.Path + page), HttpStatusCode.Unauthorized);
        }
    }

    [TestMethod]
    [DataRow("evil.example")]
    [DataRow("127.0.0.1")]
    [DataRow("127.0.0.1:1")]
    [DataRow("localhost.evil.example:PORT")]
    [DataRow("[::1]:PORT")]
    [DataRow("0.0.0.0:PORT")]
    public async Task AnotherHost_IsRefused_EvenWithAllSecrets(string host)
    {
        using Shop shop = new();
        shop.Add(shop.Item("a.log"));
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.LetIn(served);
        visitor.Host = host.Replace("PORT", new Uri(served.Address).Port.ToString());
        visitor.Origin = $"http://{visitor.Host}";

        await Visitor.TextOf(await visitor.GetAsync(new Uri(served.NewLink()).PathAndQuery), HttpStatusCode.MisdirectedRequest);
        await Visitor.TextOf(await visitor.GetAsync(served.Session.Path), HttpStatusCode.MisdirectedRequest);
        await Visitor.TextOf(await visitor.DoAsync("hold", Body(shop.Item("a.log"))), HttpStatusCode.MisdirectedRequest);
        Assert.AreEqual(PendingStatus.Pending, shop.Find(shop.Item("a.log").Id)!.Status);
    }

    [TestMethod]
    public async Task OurOtherName_IsServed()
    {
        using Shop shop = new();
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.LetIn(served);
        visitor.Host = $"localhost:{new Uri(served.Address).Port}";

        Assert.AreEqual(HttpStatusCode.OK, (await visitor.GetAsync(served.Session.Path)).StatusCode);
    }

    [TestMethod]
    [DataRow("http://evil.example")]
    [DataRow("https://127.0.0.1:PORT")]
    [DataRow("http://127.0.0.1:1")]
    [DataRow("http://localhost:PORT")]
    [DataRow("null")]
    [DataRow(null)]
    public async Task AForgedOrigin_ChangesNothing(string? origin)
    {
        using Shop shop = new();
        shop.Add(shop.Item("a.log"));
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.LetIn(served);
        visitor.Origin = origin?.Replace("PORT", new Uri(served.Address).Port.ToString());

        await Visitor.TextOf(await visitor.DoAsync("drop", Body(shop.Item("a.log"))), HttpStatusCode.Forbidden);
        Assert.IsNotNull(shop.Find(shop.Item("a.log").Id));
    }

    [TestMethod]
    [DataRow("cross-site")]
    [DataRow("same-site")]
    public async Task ARequestOfAnotherPage_IsRefused(string site)
    {
        using Shop shop = new();
        shop.Add(shop.Item("a.log"));
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.LetIn(served);
        visitor.FetchSite = site;

        await Visitor.TextOf(await visitor.GetAsync(served.Session.Path), HttpStatusCode.Forbidden);
        await Visitor.TextOf(await visitor.GetAsync($"{served.Session.Path}api/overview"), HttpStatusCode.Forbidden);
        await Visitor.TextOf(await visitor.DoAsync("drop", Body(shop.Item("a.log"))), HttpStatusCode.Forbidden);
        Assert.IsNotNull(shop.Find(shop.Item("a.log").Id));
    }

    [TestMethod]
    public async Task WithoutThePagesKey_NothingIsDone()
    {
        using Shop shop = new();
        shop.Add(shop.Item("a.log"));
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.LetIn(served);

        foreach (string? key in new[] { null, "", served.Session.Cookie.Reveal })
        {
            visitor.Key = key;
            await Visitor.TextOf(await visitor.DoAsync("drop", Body(shop.Item("a.log"))), HttpStatusCode.Forbidden);
        }

        Assert.IsNotNull(shop.Find(shop.Item("a.log").Id));
    }

    [TestMethod]
    public async Task AChangeByGet_OrAsAForm_IsRefused()
    {
        using Shop shop = new();
        shop.Add(shop.Item("a.log"));
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.LetIn(served);
        string drop = $"{served.Session.Path}api/drop";

        Assert.AreEqual(HttpStatusCode.MethodNotAllowed, (await visitor.GetAsync($"{drop}?ids={shop.Item("a.log").Id}")).StatusCode);
        Assert.AreEqual(HttpStatusCode.UnsupportedMediaType, (await visitor.SendAsync(HttpMethod.Post, drop, Body(shop.Item("a.log")), "text/plain")).StatusCode);
        foreach (HttpMethod method in new[] { HttpMethod.Trace, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options, HttpMethod.Head })
            Assert.AreEqual(HttpStatusCode.MethodNotAllowed, (await visitor.SendAsync(method, drop)).StatusCode, method.Method);
        Assert.IsNotNull(shop.Find(shop.Item("a.log").Id));
    }

    [TestMethod]
    public async Task EveryAnswer_IsInNoFrame_NoCache_AndSaysNothingOfTheServer()
    {
        using Shop shop = new();
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.LetIn(served);
        using Visitor stranger = Visitor.Stranger(served);

        foreach (HttpResponseMessage answer in new[] { await visitor.GetAsync(served.Session.Path), await visitor.GetAsync($"{served.Session.Path}api/overview"), await visitor.GetAsync("/nothing"), await stranger.GetAsync("/x") })
        {
            Assert.AreEqual("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
            Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.AreEqual("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.AreEqual("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.IsTrue(answer.Headers.CacheControl!.NoStore);
            Assert.IsFalse(answer.Headers.Contains("Server"));
            Assert.IsFalse(answer.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [TestMethod]
    public async Task TheServer_ListensOnThisMachineOnly()
    {
        using Shop shop = new();
        await using Served served = await Served.StartAsync(shop);

        IPEndPoint[] listeners = [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(l => l.Port == new Uri(served.Address).Port)];

        CollectionAssert.AreEqual(new[] { IPAddress.Loopback }, listeners.Select(l => l.Address).ToArray());
    }

    [TestMethod]
    public async Task ARequestTooLarge_IsRefused()
    {
        using Shop shop = new();
        shop.Add(shop.Item("a.log"));
        await using Served served = await Served.StartAsync(shop);
        using Visitor visitor = Visitor.LetIn(served);

        HttpResponseMessage answer = await visitor.DoAsync("drop", $$"""{ "ids": ["{{shop.Item("a.log").Id}}"], "more": "{{new string('x', 300_000)}}" }""");

        Assert.AreEqual(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.IsNotNull(shop.Find(shop.Item("a.log").Id));
    }

    private static string Body(PendingMove item) => $$"""{ "ids": ["{{item.Id}}"] }""";
}
