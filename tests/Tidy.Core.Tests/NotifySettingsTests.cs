using Tidy.Core.Channels;
using Tidy.Core.Notices;
using Tidy.Core.Queue;
using Tidy.Core.Settings;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class NotifySettingsTests
{
    private const string Mail = """ "host": "mail.example.org", "from": "build@example.org", "to": ["ann@example.org"] """;

    private static NoticeSettings Read(string notify) => UserSettings.Parse($$"""{ "notify": {{notify}} }""", "settings.json").Notify!;

    private static TidyException Refused(string notify) => Assert.ThrowsExactly<TidyException>(() => Read(notify), notify);

    [TestMethod]
    public void Notify_WithAllKeys_IsReadAsWritten()
    {
        NoticeSettings notify = Read($$"""
            { "on": ["needs_manual"], "summary": "off", "summaryDay": "friday",
              "mail": { {{Mail}}, "port": 25, "tls": "none" },
              "webhook": { "url": "https://hooks.example.org/tidy", "auth": "signature", "template": { "text": "{{"{{title}}"}}" } },
              "command": ["notify-send", "Tidy"] }
            """);
        CollectionAssert.AreEqual(new[] { PendingStatus.NeedsManual }, notify.On.ToArray());
        Assert.AreEqual((SummaryRhythm.Off, DayOfWeek.Friday), (notify.Summary, notify.SummaryDay));
        Assert.AreEqual(("mail.example.org", 25, MailEncryption.None), (notify.Mail!.Host, notify.Mail.Port, notify.Mail.Encryption));
        Assert.AreEqual(("https://hooks.example.org/tidy", WebhookProof.Signature), ($"{notify.Webhook!.Address}", notify.Webhook.Proof));
        Assert.AreEqual("notify-send", notify.Command!.Program);
    }

    [TestMethod]
    public void Notify_WithMailOnly_HasTheDefaults()
    {
        NoticeSettings notify = Read($$"""{ "mail": { {{Mail}} } }""");
        Assert.AreEqual((587, MailEncryption.StartTls, null), (notify.Mail!.Port, notify.Mail.Encryption, notify.Mail.User));
        CollectionAssert.AreEqual(new[] { PendingStatus.Abandoned, PendingStatus.NeedsManual }, notify.On.ToArray());
        Assert.AreEqual((SummaryRhythm.Weekly, DayOfWeek.Monday), (notify.Summary, notify.SummaryDay));
    }

    [TestMethod]
    [DataRow("""{ "mail": { "password": "x" } }""")]
    [DataRow("""{ "mail": { "smtp_password": "x" } }""")]
    [DataRow("""{ "webhook": { "token": "x" } }""")]
    [DataRow("""{ "webhook": { "apiKey": "x" } }""")]
    [DataRow("""{ "webhook": { "api-key": "x" } }""")]
    [DataRow("""{ "webhook": { "Authorization": "x" } }""")]
    [DataRow("""{ "secret": "x" }""")]
    [DataRow("""{ "webhook": { "url": "https://hooks.slack.com/services/T0/B0/abcdefgh" } }""")]
    [DataRow("""{ "webhook": { "url": "https://discord.com/api/webhooks/1/abcdefgh" } }""")]
    [DataRow("""{ "webhook": { "url": "https://prod-1.westeurope.logic.azure.com/workflows/1" } }""")]
    [DataRow("""{ "webhook": { "url": "https://hooks.example.org/?key=abcdefgh" } }""")]
    public void ASecretInTheFile_IsRefused_WithTheWayToDoIt(string notify)
    {
        TidyException refused = Refused(notify);
        Assert.AreEqual((Codes.SecretInSettings, ExitCode.Usage), (refused.Code, refused.Exit));
        StringAssert.Contains(refused.Message, "environment variable");
        Assert.DoesNotContain("abcdefgh", refused.Message);
    }

    [TestMethod]
    [DataRow("""{ "mail": { "host": "h" } }""", "needs 'host', 'from'")]
    [DataRow("""{ "mail": { "host": "mail.example.org:587", "from": "a@b.c", "to": ["a@b.c"] } }""", "no name of a server")]
    [DataRow("""{ "mail": { "host": "h", "from": "a@b.c\r\nBcc: x@y.z", "to": ["a@b.c"] } }""", "no mail address")]
    [DataRow("""{ "mail": { "host": "h", "from": "a@b.c", "to": ["a@b.c, x@y.z"] } }""", "no mail address")]
    [DataRow("""{ "mail": { "host": "h", "from": "a@b.c", "to": ["Ann <a@b.c>"] } }""", "no mail address")]
    [DataRow("""{ "mail": { "host": "h", "from": "a@b.c", "to": [] } }""", "at least one address")]
    [DataRow("""{ "mail": { "port": 70000 } }""", "65535")]
    [DataRow("""{ "mail": { "tls": "implicit" } }""", "port 465")]
    [DataRow("""{ "mail": { "tls": "none", "host": "h.example.org", "user": "u", "from": "a@b.c", "to": ["a@b.c"] } }""", "in the clear")]
    [DataRow("""{ "webhook": { "url": "http://hooks.example.org/" } }""", "must be https")]
    [DataRow("""{ "webhook": { "url": "ftp://hooks.example.org/" } }""", "must be https")]
    [DataRow("""{ "webhook": { "url": "https://u:p@hooks.example.org/" } }""", "name or a password")]
    [DataRow("""{ "webhook": { "url": "hooks.example.org" } }""", "no address")]
    [DataRow("""{ "webhook": { "template": "x" } }""", "should be an object")]
    [DataRow("""{ "webhook": { "template": { "a": [ { "b": "{{titel}}" } ] } } }""", "{{titel}}")]
    [DataRow("""{ "command": [] }""", "names no program")]
    [DataRow("""{ "command": ["bin/tell"] }""", "absolute path")]
    [DataRow("""{ "on": ["held"] }""", "abandoned, needs_manual")]
    [DataRow("""{ "summary": "daily" }""", "off, weekly")]
    [DataRow("""{ "mial": {} }""", "did you mean 'mail'")]
    public void AMistake_IsNamed(string notify, string expected) => StringAssert.Contains(Refused(notify).Message, expected);

    [TestMethod]
    public void ALogOnWithoutEncryption_IsFine_OnlyOnThisMachine()
    {
        foreach (string host in (string[])["localhost", "127.0.0.1", "::1"])
            Assert.AreEqual("u", Read($$"""{ "mail": { "host": "{{host}}", "tls": "none", "user": "u", "from": "a@b.c", "to": ["a@b.c"] } }""").Mail!.User);
    }

    [TestMethod]
    public void Hide_OfWhatAServerRepeats_LeavesNoSecret()
    {
        Secrets secrets = new(name => name switch { Secrets.PasswordVariable => "pass-word", Secrets.TokenVariable => "to-ken-1", _ => null });
        Assert.AreEqual("535 wrong: *** and Bearer ***", secrets.Hide("535 wrong: PASS-word and Bearer to-ken-1"));
    }
}
