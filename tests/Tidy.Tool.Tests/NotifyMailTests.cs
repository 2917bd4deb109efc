namespace Tidy.Tool.Tests;

/// <summary>Mail from the real tool to a real mail server.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class NotifyMailTests
{
    [TestMethod]
    public void ARunThatGivesUp_TellsByMail_Encrypted_LoggedOn_AndOnce()
    {
        using SmtpServer server = new();
        using NotifyScene scene = new();
        scene.TellByMail(server, "ann@example.org", "bob@example.org");
        scene.Hold("build.log");
        scene.Tidy("apply").AssertExit(3);
        scene.WaitForDelivery("last_success");
        CollectionAssert.AreEqual(
            new[] { "log-on LOGIN tls=True right=True", "to ann@example.org tls=True user=tidy", "to bob@example.org tls=True user=tidy" }, server.Log);
        StringAssert.Contains(server.Mail.Single(), "\nbuild.log\n  given up after 1 attempt since ");

        scene.Tidy("apply").AssertExit(0);
        ToolAnswer again = scene.Tidy("notify", "send");
        again.AssertExit(0);
        StringAssert.Contains(again.Out, "nothing to deliver");
        Assert.HasCount(1, server.Mail);
    }

    [TestMethod]
    public void TheMail_IsTheOneOfThePage()
    {
        using SmtpServer server = new();
        using NotifyScene scene = new();
        scene.TellByMail(server, "ann@example.org", "bob@example.org");
        scene.LeaveEndedItems();
        scene.Tidy("notify", "send").AssertExit(0);
        Golden.AreEqual("notice-mail.txt", NotifyScene.Plain(server.Mail.Single()));
        Assert.IsTrue(server.Raw.Single().All(char.IsAscii), "any server takes it");
    }

    [TestMethod]
    [DataRow("a\r\nBcc: all@example.org\r\n\r\nforged.log")]
    [DataRow("\u202Efdp.log")]
    [DataRow("=?utf-8?B?Zm9yZ2Vk?=.log")]
    [DataRow("größe 😀 \"quoted\" <b>.log")]
    [DataRow("..\n.\n.log")]
    public void AName_WhateverItIs_IsText(string name)
    {
        using SmtpServer server = new();
        using NotifyScene scene = new();
        scene.TellByMail(server);
        scene.Hold(name);
        scene.Tidy("apply").AssertExit(3);
        scene.WaitForDelivery("last_success");
        Assert.AreEqual(1, server.Log.Count(l => l.StartsWith("to ", StringComparison.Ordinal)), string.Join('\n', server.Log));
        string mail = server.Mail.Single();
        StringAssert.Contains(mail, $"\n{Rendering.SafeText.Visible(name)}\n  given up after 1 attempt since ");
        StringAssert.Contains(mail, "\nSubject: shop: 1 file was given up\n");
        Assert.DoesNotContain("\nBcc:", mail);
    }

    [TestMethod]
    public void AServerThatIsNotTrusted_GetsNoPassword_AndIsReportedOnce()
    {
        using SmtpServer server = new();
        using NotifyScene scene = new();
        scene.TellByMail(server);
        scene.Variables["SSL_CERT_FILE"] = "";
        scene.Hold("build.log");
        scene.Tidy("apply").AssertExit(3);
        scene.WaitForDelivery("problem");
        Assert.IsEmpty(server.Log);

        ToolAnswer next = scene.Tidy("apply", "--format", "json");
        Assert.AreEqual(1, next.Codes.Count(c => c == "TIDY3010"), next.ToString());
        ToolAnswer afterThat = scene.Tidy("apply", "--format", "json");
        Assert.DoesNotContain("TIDY3010", afterThat.Codes);
        ToolAnswer status = scene.Tidy("notify");
        status.AssertExit(1);
        StringAssert.Contains(status.Out, "certificate");
        StringAssert.Contains(status.Out, "1 item waits to be told");
    }

    [TestMethod]
    public void AWrongPassword_IsReported_AndNowhereToBeSeen()
    {
        const string Wrong = "wr0ng-pass-w0rd";
        using SmtpServer server = new();
        using NotifyScene scene = new();
        scene.TellByMail(server);
        scene.Variables["TIDY_SMTP_PASSWORD"] = Wrong;
        scene.Hold("build.log");
        scene.Tidy("apply").AssertExit(3);
        scene.WaitForDelivery("problem");
        ToolAnswer send = scene.Tidy("notify", "send", "--verbose");
        send.AssertExit(1);
        ToolAnswer status = scene.Tidy("notify", "status", "--format", "json");
        foreach (string text in (string[])[send.ToString(), status.ToString(), scene.Tidy("apply").ToString(), scene.EverythingWritten()])
        {
            Assert.DoesNotContain(Wrong, text);
            Assert.DoesNotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Wrong)), text);
        }

        Assert.IsEmpty(server.Mail);
        scene.Variables["TIDY_SMTP_PASSWORD"] = SmtpServer.Password;
        scene.Tidy("notify", "send").AssertExit(0);
        Assert.HasCount(1, server.Mail);
    }

    [TestMethod]
    public void AReceiverThatIsGone_DoesNotKeepTheOthersFromBeingToldOnce()
    {
        using SmtpServer server = new("bob@example.org");
        using NotifyScene scene = new();
        scene.TellByMail(server, "ann@example.org", "bob@example.org");
        scene.Hold("build.log");
        scene.Tidy("apply").AssertExit(3);
        scene.WaitForDelivery("bob@example.org");
        Assert.HasCount(1, server.Mail);
        scene.Tidy("notify", "send").AssertExit(0);
        Assert.HasCount(1, server.Mail);
    }

    [TestMethod]
    public void TestAndSummary_Arrive()
    {
        using SmtpServer server = new();
        using NotifyScene scene = new();
        scene.TellByMail(server);
        scene.Tidy("notify", "test").AssertExit(0);
        scene.Tidy("notify", "summary", "--send").AssertExit(0);
        StringAssert.Contains(server.Mail[0], "Subject: shop: a test of notices");
        StringAssert.Contains(server.Mail[1], "  in the queue: 0 pending, 0 given up, 0 in need of a person");
        ToolAnswer shown = scene.Tidy("notify", "summary", "--format", "json");
        StringAssert.Contains(shown.Json.GetProperty("text").GetString(), "\nshop\n");
    }

    [TestMethod]
    public void APlainRelayOfThisMachine_NeedsNoLogOn()
    {
        using SmtpServer server = new(); // it insists on encryption, so it must refuse
        using NotifyScene scene = new();
        scene.Settings($$"""{ "mail": { "host": "127.0.0.1", "port": {{server.Port}}, "tls": "none", "from": "a@example.org", "to": ["b@example.org"] } }""");
        ToolAnswer test = scene.Tidy("notify", "test");
        test.AssertExit(1);
        StringAssert.Contains(test.Out, "STARTTLS");
        Assert.IsEmpty(server.Mail);
    }
}
