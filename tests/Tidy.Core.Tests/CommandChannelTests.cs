using System.Text.Json.Nodes;
using Tidy.Core.Channels;
using Tidy.Core.Delivery;
using Tidy.Core.Notices;

namespace Tidy.Core.Tests;

/// <summary>With real programs: shell scripts.</summary>
[TestClass]
public sealed class CommandChannelTests
{
    private static void Send(NoticeScene scene, string script, params string[] arguments)
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("the programs are shell scripts");
        CommandSettings settings = new("sh", ["-c", script, "sh", .. arguments]);
        Secrets secrets = new(name => name == Secrets.TokenVariable ? "t0ken-t0ken" : null);
        Notice notice = new NoticeSender("build-7", scene.Clock).OfItems("shop", [scene.Ended("a.log")]);
        new CommandChannel(settings, secrets, scene.Queue.Root.FullPath).Send(notice, CancellationToken.None);
    }

    private static string Refused(NoticeScene scene, string script) => Assert.ThrowsExactly<DeliveryException>(() => Send(scene, script)).Message;

    [TestMethod]
    public void AProgram_GetsTheNoticeOnItsStdin_AndItsArgumentsWithoutAShell()
    {
        using NoticeScene scene = new();
        string file = scene.Queue.Workspace.At("got.json"), words = scene.Queue.Workspace.At("words");
        Send(scene, $"cat > '{file}'; printf '%s' \"$1\" > '{words}'", "$(touch evil) ; \"x");
        JsonNode json = JsonNode.Parse(File.ReadAllText(file))!;
        Assert.AreEqual(("items", "shop", "a.log"), (json["kind"]!.GetValue<string>(), json["workspace"]!.GetValue<string>(), json["items"]![0]!["source"]!.GetValue<string>()));
        Assert.AreEqual("$(touch evil) ; \"x", File.ReadAllText(words));
    }

    [TestMethod]
    public void AProgramThatFails_IsReportedWithItsLastWords_WithoutSecrets()
    {
        using NoticeScene scene = new();
        Assert.AreEqual("the program 'sh' ended with 3: nobody is at t0 ***", Refused(scene, "echo 'nobody is at t0 t0ken-t0ken' >&2; exit 3"));
    }

    [TestMethod]
    public void AProgramThatSaysMuch_IsCutToItsEnd()
    {
        using NoticeScene scene = new();
        string said = Refused(scene, "i=0; while [ $i -lt 20000 ]; do echo line $i; i=$((i+1)); done; exit 1");
        StringAssert.EndsWith(said, "line 19999");
        Assert.IsLessThan(400, said.Length);
    }

    [TestMethod]
    public void AProgramThatDoesNotRead_MaySucceed()
    {
        using NoticeScene scene = new();
        Send(scene, "exec 0<&-; exit 0");
    }

    [TestMethod]
    public void AProgramThatIsNotThere_IsNamed()
    {
        using NoticeScene scene = new();
        CommandChannel channel = new(new CommandSettings("no-such-program-1", []), new Secrets(static _ => null), scene.Queue.Root.FullPath);
        DeliveryException refused = Assert.ThrowsExactly<DeliveryException>(() => channel.Send(new NoticeSender("m", scene.Clock).OfTest("w"), CancellationToken.None));
        StringAssert.Contains(refused.Message, "no-such-program-1");
    }

    [TestMethod]
    public void AProgramThatDoesNotEnd_IsEndedWithTheDelivery()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("the programs are shell scripts");
        using NoticeScene scene = new();
        using CancellationTokenSource cancel = new();
        string started = scene.Queue.Workspace.At("started");
        CommandChannel channel = new(new CommandSettings("sh", ["-c", $"echo $$ > '{started}.part'; mv '{started}.part' '{started}'; exec sleep 600"]), new Secrets(static _ => null), scene.Queue.Root.FullPath);
        Task sending = Task.Run(() => channel.Send(new NoticeSender("m", scene.Clock).OfTest("w"), cancel.Token));
        Assert.IsTrue(SpinWait.SpinUntil(() => File.Exists(started), TimeSpan.FromSeconds(60)));
        cancel.Cancel();
        Assert.ThrowsAsync<OperationCanceledException>(() => sending).GetAwaiter().GetResult();
        string id = File.ReadAllText(started).Trim();
        Assert.IsTrue(SpinWait.SpinUntil(() => !Directory.Exists($"/proc/{id}") || File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal), TimeSpan.FromSeconds(60)));
    }
}
