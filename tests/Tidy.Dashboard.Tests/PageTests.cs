using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tidy.Pages.Page;

namespace Tidy.Dashboard.Tests;

/// <summary>The page as text: it is whole, it loads nothing, and nothing in the data becomes a part of it.</summary>
[TestClass]
public sealed partial class PageTests
{
    [TestMethod]
    public void EveryPlaceholder_IsFilled()
    {
        using Shop shop = new();
        foreach (string html in new[] { OverviewPage.Report(shop.Overview()).Html, OverviewPage.Dashboard("k").Html })
            Assert.DoesNotContain("<!--", html);
    }

    [TestMethod]
    public void ThePolicy_HasTheHashesOfTheOneScriptAndTheOneStyle()
    {
        using Shop shop = new();
        foreach (OverviewPage page in new[] { OverviewPage.Report(shop.Overview()), OverviewPage.Dashboard("k") })
        {
            string policy = PolicyTag().Match(page.Html).Groups[1].Value;
            Assert.AreEqual(page.Policy, policy);
            Assert.Contains($"script-src {HashOf(ScriptTag().Match(page.Html).Groups[1].Value)};", policy);
            Assert.Contains($"style-src {HashOf(StyleTag().Match(page.Html).Groups[1].Value)};", policy);
            Assert.StartsWith("default-src 'none';", policy);
            Assert.DoesNotContain("unsafe", policy);
        }
    }

    [TestMethod]
    public void OnlyTheDashboard_MayFetch_AndOnlyFromItsServer()
    {
        using Shop shop = new();
        Assert.Contains("connect-src 'none';", OverviewPage.Report(shop.Overview()).Policy);
        Assert.Contains("connect-src 'self';", OverviewPage.Dashboard("k").Policy);
    }

    [TestMethod]
    public void Nothing_IsLoadedFromAnywhere()
    {
        using Shop shop = new();
        foreach (string html in new[] { OverviewPage.Report(shop.Overview()).Html, OverviewPage.Dashboard("k").Html })
        {
            string[] addresses = [.. Address().Matches(html).Select(m => m.Value).Distinct()];
            CollectionAssert.AreEqual(new[] { "http://www.w3.org/2000/svg" }, addresses, "the name of SVG, which nobody fetches");
            Assert.DoesNotMatchRegex(@"@import|url\(|\bsrc\s*=|innerHTML|outerHTML|insertAdjacent|document\.write|\beval\(|new Function", html);
        }
    }

    [TestMethod]
    public void NamesFullOfMarkup_StayData()
    {
        using Shop shop = new();
        string[] names = ["</script><script>alert(1)</script>.log", "<!--<script>.log", "]]>.log", "<!--script-->.log", "\"><img onerror=x>.log"];
        shop.Add(names.Select(n => shop.Item(n)));

        string html = OverviewPage.Report(shop.Overview()).Html;

        Assert.HasCount(2, Regex.Matches(html, "</script"), "of the data, and of the script");
        string json = DataTag().Match(html).Groups[1].Value;
        CollectionAssert.AreEquivalent(names, JsonDocument.Parse(json).RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("src").GetString()).ToArray());
    }

    [TestMethod]
    public void TitleAndText_HaveNoPlaceOfThisMachine()
    {
        using Shop shop = DemoShop.Make();

        string html = OverviewPage.Report(shop.Overview()).Html;

        Assert.AreEqual("Tidy report", Regex.Match(html, "<title>(.*)</title>").Groups[1].Value);
        Assert.AreEqual("Tidy dashboard", Regex.Match(OverviewPage.Dashboard("k").Html, "<title>(.*)</title>").Groups[1].Value);
        Assert.DoesNotContain(shop.Root.FullPath, html);
        Assert.DoesNotContain(Environment.UserName + "/", html);
    }

    private static string HashOf(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    [GeneratedRegex("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex PolicyTag();

    [GeneratedRegex("<script>(.*)</script>", RegexOptions.Singleline)]
    private static partial Regex ScriptTag();

    [GeneratedRegex("<style>(.*)</style>", RegexOptions.Singleline)]
    private static partial Regex StyleTag();

    [GeneratedRegex("<script type=\"application/json\" id=\"overview\">(.*?)</script>")]
    private static partial Regex DataTag();

    [GeneratedRegex("(https?:)?//[a-z0-9][^\"'` ]*")]
    private static partial Regex Address();
}
