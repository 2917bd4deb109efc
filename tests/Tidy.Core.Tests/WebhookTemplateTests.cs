using System.Text.Json;
using System.Text.Json.Nodes;
using Tidy.Core.Channels;
using Tidy.Core.Moving;
using Tidy.Core.Notices;
using Tidy.Core.Queue;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class WebhookTemplateTests
{
    private static readonly string[] Names =
        ["a\r\nBcc: x@y.log", "quote\".log", "back\\slash.log", "{{title}}.log", "\u202Egol.exe", "😀.log", "<!channel> @everyone.log", "\u0007bell.log", "}}\",\"admin\":true,\"x\":\"{{"];

    private static WebhookTemplate Template(string json) => new(JsonDocument.Parse(json).RootElement);

    private static Notice NoticeOf(NoticeScene scene, params IEnumerable<string> names) =>
        new NoticeSender("build-7", scene.Clock).OfItems("shop", [.. names.Select(n => scene.Ended("x.log") with { Source = Workspaces.WorkspacePath.Parse(n.Replace("\\", "_", StringComparison.Ordinal)) })]);

    private static JsonNode Fill(string template, Notice notice) => JsonNode.Parse(Template(template).Fill(notice))!;

    [TestMethod]
    public void Fill_ReplacesPlaceholdersInTexts_AndOnlyThere()
    {
        using NoticeScene scene = new();
        JsonNode filled = Fill("""{ "{{title}}": [1, true, null, { "text": "{{machine}}: {{ title }}!" }] }""", NoticeOf(scene, "a.log"));
        Assert.AreEqual("""{"{{title}}":[1,true,null,{"text":"build-7: shop: 1 file was given up!"}]}""", filled.ToJsonString());
    }

    [TestMethod]
    public void Fill_OfATextThatIsOnePlaceholder_GivesItsValue()
    {
        using NoticeScene scene = new();
        JsonNode filled = Fill("""{ "n": "{{abandoned}}", "m": "n={{abandoned}}", "items": "{{items}}" }""", NoticeOf(scene, "a.log", "b.log"));
        Assert.AreEqual((2, "n=2"), (filled["n"]!.GetValue<int>(), filled["m"]!.GetValue<string>()));
        CollectionAssert.AreEqual(new[] { "a.log", "b.log" }, filled["items"]!.AsArray().Select(i => i!["source"]!.GetValue<string>()).ToArray());
    }

    [TestMethod]
    public void Fill_WithAnyName_KeepsTheShapeOfTheTemplate()
    {
        using NoticeScene scene = new();
        foreach (string name in Names)
        {
            JsonNode filled = Fill("""{ "text": "{{brief}}", "all": "{{text}}", "items": "{{items}}", "in": "x {{items}} y" }""", NoticeOf(scene, name));
            CollectionAssert.AreEqual(new[] { "text", "all", "items", "in" }, filled.AsObject().Select(p => p.Key).ToArray(), name);
            Assert.IsFalse(filled["text"]!.GetValue<string>().Any(c => char.IsControl(c) && c != '\n'), name);
        }
    }

    [TestMethod]
    public void Fill_DoesNotLookAtWhatItPutIn()
    {
        using NoticeScene scene = new();
        string text = Fill("""{ "text": "{{brief}}" }""", NoticeOf(scene, "{{title}}.log"))["text"]!.GetValue<string>();
        StringAssert.StartsWith(text, "{{title}}.log: ");
    }

    [TestMethod]
    public void TheBrief_OfManyLongNames_FitsIntoAChat()
    {
        using NoticeScene scene = new();
        Notice notice = NoticeOf(scene, Enumerable.Range(0, 500).Select(i => $"{i}{new string('x', 240)}"));
        Assert.IsLessThan(1500, notice.Brief.Length);
        Assert.IsLessThan(20_000, notice.Text.Length);
        StringAssert.Contains(notice.Text, "And 480 more: dotnet tidy queue list");
    }

    [TestMethod]
    public void TheWholeNotice_NamesAHundredItems_AndCountsTheRest()
    {
        using NoticeScene scene = new();
        JsonNode json = JsonNode.Parse(NoticeJson.Bytes(NoticeOf(scene, Enumerable.Range(0, 130).Select(i => $"{i}.log"))))!;
        Assert.AreEqual((100, 30), (json["items"]!.AsArray().Count, json["items_left_out"]!.GetValue<int>()));
    }

    /// <summary>The example of the specification: github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md and its libraries' tests.</summary>
    [TestMethod]
    public void Signature_OfTheKnownExample_IsTheKnownOne() => Assert.AreEqual(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"u8));
}
