using System.Net;
using Tidy.Core.Channels;
using Tidy.Core.Delivery;
using Tidy.Core.Notices;

namespace Tidy.Core.Tests;

/// <summary>Against a real web server on this machine.</summary>
[TestClass]
public sealed class WebhookChannelTests
{
    private const string Token = "t0ken-t0ken";

    private static Notice NoticeOf(NoticeScene scene) => new NoticeSender("build-7", scene.Clock).OfItems("shop", [scene.Ended("a.log")]);

    private static WebhookChannel Channel(NoticeScene scene, Uri address, WebhookProof proof = WebhookProof.Bearer) =>
        new(new WebhookSettings { Address = address, Proof = proof }, new Secrets(name => name == Secrets.TokenVariable ? Token : null), scene.Clock);

    private static DeliveryException Refused(NoticeScene scene, HookServer server) =>
        Assert.ThrowsExactly<DeliveryException>(() => Channel(scene, server.Address).Send(NoticeOf(scene), CancellationToken.None));

    [TestMethod]
    public void ANotice_IsPosted_WithTheTokenAndAnId()
    {
        using NoticeScene scene = new();
        using HookServer server = new();
        Channel(scene, server.Address).Send(NoticeOf(scene), CancellationToken.None);
        HookCall call = server.Calls.Single();
        Assert.AreEqual(("POST", $"Bearer {Token}", "application/json; charset=utf-8"), (call.Method, call.Headers["Authorization"], call.Headers["Content-Type"]));
        Assert.AreEqual((NoticeOf(scene).Id, $"{scene.Clock.Now.ToUnixTimeSeconds()}"), (call.Headers["webhook-id"], call.Headers["webhook-timestamp"]));
        CollectionAssert.AreEqual(NoticeJson.Bytes(NoticeOf(scene)), call.Body);
    }

    [TestMethod]
    public void ASignedNotice_DoesNotCarryTheToken()
    {
        using NoticeScene scene = new();
        using HookServer server = new();
        Channel(scene, server.Address, WebhookProof.Signature).Send(NoticeOf(scene), CancellationToken.None);
        HookCall call = server.Calls.Single();
        Assert.AreEqual(WebhookSignature.Of(Token, call.Headers["webhook-id"]!, scene.Clock.Now.ToUnixTimeSeconds(), call.Body), call.Headers["webhook-signature"]);
        Assert.DoesNotContain(Token, string.Concat(call.Headers.AllKeys.Select(key => call.Headers[key])));
    }

    [TestMethod]
    [DataRow(400, true)]
    [DataRow(401, true)]
    [DataRow(404, true)]
    [DataRow(408, false)]
    [DataRow(429, false)]
    [DataRow(500, false)]
    [DataRow(503, false)]
    public void ARefusal_IsForGoodOrForNow_ByItsNumber(int status, bool isLasting)
    {
        using NoticeScene scene = new();
        using HookServer server = new() { Status = status, Answer = $"no: {Token}\r\n\u001b[2J" };
        DeliveryException refused = Refused(scene, server);
        Assert.AreEqual(isLasting, refused.IsLasting);
        Assert.AreEqual($"http://127.0.0.1:{server.Address.Port} answers {status}: no: ***\\r\\n\\u001B[2J", refused.Message);
    }

    [TestMethod]
    [DataRow("120", 120)]
    [DataRow("999999999", 86_400)]
    [DataRow("Sun, 22 Nov 2026 01:14:14 GMT", 59)]
    public void AnOverloadedServer_SaysWhenToComeBack(string header, int seconds)
    {
        using NoticeScene scene = new();
        using HookServer server = new() { Status = 429, RetryAfter = header };
        Assert.AreEqual(seconds, (int)Refused(scene, server).RetryAfter!.Value.TotalSeconds);
    }

    [TestMethod]
    public void ARedirect_IsNotFollowed()
    {
        using NoticeScene scene = new();
        using HookServer other = new();
        using HookServer server = new() { Status = 307, Location = other.Address };
        StringAssert.Contains(Refused(scene, server).Message, "leads elsewhere");
        Assert.IsEmpty(other.Calls);
    }

    [TestMethod]
    public void ALongAnswer_IsCut()
    {
        using NoticeScene scene = new();
        using HookServer server = new() { Status = 400, Answer = new string('x', 100_000) };
        Assert.IsLessThan(300, Refused(scene, server).Message.Length);
    }

    [TestMethod]
    public void ADeadServer_IsNamedWithoutThePathOfTheAddress()
    {
        using NoticeScene scene = new();
        Uri dead;
        using (HookServer server = new())
            dead = new Uri(server.Address, "/secret/path");
        DeliveryException refused = Assert.ThrowsExactly<DeliveryException>(() => Channel(scene, dead).Send(NoticeOf(scene), CancellationToken.None));
        StringAssert.StartsWith(refused.Message, $"http://127.0.0.1:{dead.Port} cannot be reached");
        Assert.IsFalse(refused.IsLasting);
        Assert.DoesNotContain("secret", refused.Message);
    }

    [TestMethod]
    public void ACancelledDelivery_EndsAtOnce_WhileTheServerSaysNothing()
    {
        using NoticeScene scene = new();
        using BlackHole hole = new();
        using CancellationTokenSource cancel = new();
        Task sending = Task.Run(() => Channel(scene, new Uri($"http://127.0.0.1:{hole.Port}/")).Send(NoticeOf(scene), cancel.Token));
        hole.WaitForGuest();
        cancel.Cancel();
        Assert.ThrowsAsync<OperationCanceledException>(() => sending).GetAwaiter().GetResult();
    }

    [TestMethod]
    public void ACancelledMail_EndsAtOnce_WhileTheServerSaysNothing()
    {
        using NoticeScene scene = new();
        using BlackHole hole = new();
        using CancellationTokenSource cancel = new();
        MailSettings settings = new() { Host = "127.0.0.1", Port = hole.Port, From = "a@b.c", To = ["d@e.f"] };
        Task sending = Task.Run(() => new MailChannel(settings, new Secrets(static _ => null)).Send(NoticeOf(scene), cancel.Token));
        hole.WaitForGuest();
        cancel.Cancel();
        Assert.ThrowsAsync<OperationCanceledException>(() => sending).GetAwaiter().GetResult();
    }

    [TestMethod]
    public void AMailWithoutItsPassword_IsNotTried_AndSaysWhatIsMissing()
    {
        using NoticeScene scene = new();
        MailChannel channel = new(new MailSettings { Host = "localhost", Port = 1, User = "tidy", From = "a@b.c", To = ["d@e.f"] }, new Secrets(static _ => null));
        StringAssert.Contains(Assert.ThrowsExactly<DeliveryException>(() => channel.Send(NoticeOf(scene), CancellationToken.None)).Message, Secrets.PasswordVariable);
    }

    [TestMethod]
    public void AnAddressOfTheEnvironment_IsCheckedLikeOneOfTheFile()
    {
        using NoticeScene scene = new();
        foreach (string? address in (string?[])[null, "http://hooks.example.org/x", "nonsense"])
        {
            WebhookChannel channel = new(new WebhookSettings(), new Secrets(name => name == Secrets.AddressVariable ? address : null), scene.Clock);
            StringAssert.Contains(Assert.ThrowsExactly<DeliveryException>(() => channel.Send(NoticeOf(scene), CancellationToken.None)).Message, Secrets.AddressVariable);
        }
    }
}
