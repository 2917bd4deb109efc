using System.Text.Json;
using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>A run talks to nobody; a process of its own delivers, and what it cannot deliver is kept.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class NotifyProcessTests
{
    [TestMethod]
    public void TheWebhook_IsTheOneOfThePage()
    {
        using HookServer server = new();
        using NotifyScene scene = new();
        scene.TellByWebhook(server.Address.Port);
        scene.LeaveEndedItems();
        scene.Tidy("notify", "send").AssertExit(0);
        Golden.AreEqual("notice-webhook.json", NotifyScene.Plain(System.Text.Encoding.UTF8.GetString(server.Calls.Single().Body)));
    }

    [TestMethod]
    public void AWebhook_GetsTheNotice_OncePerCause()
    {
        using HookServer server = new();
        using NotifyScene scene = new();
        scene.TellByWebhook(server.Address.Port);
        scene.Hold("build.log");
        scene.Tidy("apply").AssertExit(3);
        scene.WaitForDelivery("last_success");
        for (int run = 0; run < 3; run++)
            scene.Tidy("apply").AssertExit(0);
        scene.Tidy("notify", "send").AssertExit(0);
        Assert.HasCount(1, server.Calls);

        scene.Tidy("retry", "--all").AssertExit(3);
        NotifyScene.WaitUntil(() => server.Calls.Count == 2, "it was tried again and given up anew");
    }

    [TestMethod]
    public void AWatch_TellsOfWhatItsRunsGiveUp()
    {
        using HookServer server = new();
        using NotifyScene scene = new();
        scene.TellByWebhook(server.Address.Port);
        using ToolProcess watch = scene.Start("watch");
        scene.Hold("build.log");
        NotifyScene.WaitUntil(() => server.Calls.Count == 1, "nobody was told");
        watch.Interrupt();
        watch.End().AssertExit(0);
    }

    [TestMethod]
    public void ATemplateOfThePage_MakesTheFormatOfAChat()
    {
        using HookServer server = new();
        using NotifyScene scene = new();
        string page = Guides.Blocks(Guides.Read("notifications.md"), "jsonc").First(b => b.Contains("plain_text", StringComparison.Ordinal));
        scene.Settings(JsonDocument.Parse(page, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }).RootElement.GetProperty("notify").GetRawText());
        scene.Variables["TIDY_WEBHOOK_URL"] = server.Address.AbsoluteUri;
        scene.LeaveEndedItems();
        scene.Tidy("notify", "send").AssertExit(0);
        Golden.AreEqual("notice-slack.json", NotifyScene.Plain(System.Text.Encoding.UTF8.GetString(server.Calls.Single().Body)) + "\n");
    }

    [TestMethod]
    public void ThePage_ShowsWhatWasReceived()
    {
        string page = Guides.Read("notifications.md");
        foreach (string name in (string[])["notice-mail.txt", "notice-webhook.json", "notice-slack.json"])
            StringAssert.Contains(page, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", name)), name);
    }

    /// <summary>The server takes the connection and says nothing; until it lets go, nobody who waited for it could have ended.</summary>
    [TestMethod]
    public void ADeadServer_DelaysNoRun_AndItsProcessShowsNoSecret()
    {
        using NotifyScene scene = new();
        using BlackHole hole = new();
        scene.TellByWebhook(hole.Port);
        scene.Variables["TIDY_WEBHOOK_TOKEN"] = "t0ken-t0ken";
        scene.Hold("build.log");
        ToolAnswer run = scene.Tidy("apply"); // with its output read to the end, as a build reads it
        run.AssertExit(3);
        hole.WaitForGuest();
        int process = JsonDocument.Parse(scene.ReadState("deliver.lock.owner.json")).RootElement.GetProperty("pid").GetInt32();
        string command = File.ReadAllText($"/proc/{process}/cmdline");
        StringAssert.Contains(command, "\0deliver\0");
        Assert.DoesNotContain("t0ken", command + run + scene.EverythingWritten());
        scene.Tidy("apply").AssertExit(0); // and no other process waits for it
        hole.Dispose();
        scene.WaitForDelivery("problem");
    }

    [TestMethod]
    public void AProcessThatIsKilled_LosesNothing()
    {
        using HookServer server = new();
        using NotifyScene scene = new();
        using (BlackHole hole = new())
        {
            scene.TellByWebhook(hole.Port);
            scene.Hold("build.log");
            scene.Tidy("apply").AssertExit(3);
            hole.WaitForGuest();
            int id = JsonDocument.Parse(scene.ReadState("deliver.lock.owner.json")).RootElement.GetProperty("pid").GetInt32();
            using var process = System.Diagnostics.Process.GetProcessById(id);
            process.Kill();
            process.WaitForExit();
        }

        scene.TellByWebhook(server.Address.Port);
        scene.Tidy("apply").AssertExit(0); // nothing new happened; the next run tells all the same
        NotifyScene.WaitUntil(() => server.Calls.Count == 1, "the next run did not tell");
        scene.WaitForDelivery("last_success");
    }

    [TestMethod]
    public void AServerThatIsAway_IsReportedOnce_LeftInPeace_AndToldWhenItIsBack()
    {
        using NotifyScene scene = new();
        int port;
        using (HookServer server = new())
            port = server.Address.Port;
        scene.TellByWebhook(port);
        scene.Hold("build.log");
        Assert.DoesNotContain("TIDY3010", scene.Tidy("apply", "--format", "json").Codes);
        scene.WaitForDelivery("problem");
        ToolAnswer second = scene.Tidy("apply", "--format", "json");
        Assert.Contains("TIDY3010", second.Codes);
        second.AssertExit(0);
        Assert.DoesNotContain("TIDY3010", scene.Tidy("apply", "--format", "json").Codes);
        Assert.IsFalse(File.Exists(scene.State("deliver.lock.owner.json")), "nobody tries while it is left in peace");
        scene.Tidy("notify", "send").AssertExit(1);
        StringAssert.Contains(scene.Tidy("notify").Out, "(2 times)");

        using HookServer back = new();
        scene.TellByWebhook(back.Address.Port);
        scene.Tidy("notify", "send").AssertExit(0);
        Assert.HasCount(1, back.Calls);
        scene.Tidy("notify", "status").AssertExit(0);
    }

    [TestMethod]
    public void WithoutSettings_NothingIsStarted_AndNobodyIsTold()
    {
        using NotifyScene scene = new();
        scene.Hold("build.log");
        scene.Tidy("apply").AssertExit(3);
        Assert.IsFalse(File.Exists(scene.State("deliver.lock")));
        ToolAnswer status = scene.Tidy("notify");
        status.AssertExit(0);
        StringAssert.Contains(status.Out, "Nobody is told.");
        ToolAnswer send = scene.Tidy("notify", "send", "--format", "json");
        send.AssertExit(2);
        StringAssert.Contains(send.Out, "TIDY3012");
    }

    [TestMethod]
    public void InCi_NoProcessIsLeftBehind_AndAStepOfTheJobDelivers()
    {
        using HookServer server = new();
        using NotifyScene scene = new();
        scene.TellByWebhook(server.Address.Port);
        scene.Variables["CI"] = "true";
        scene.Hold("build.log");
        scene.Tidy("apply").AssertExit(3);
        Assert.IsFalse(File.Exists(scene.State("deliver.lock")));
        ToolAnswer send = scene.Tidy("notify", "send", "--format", "json");
        send.AssertExit(0);
        Assert.AreEqual("delivered", send.Json.GetProperty("channels")[0].GetProperty("result").GetString());
        Assert.HasCount(1, server.Calls);
    }

    [TestMethod]
    public void SettingsThatAreWrong_FailNoRun_AndTheNextOneSaysWhere()
    {
        using NotifyScene scene = new();
        scene.Settings("""{ "mial": {} }""");
        scene.Hold("build.log");
        scene.Tidy("apply").AssertExit(3);
        scene.WaitForDelivery("problem");
        ToolAnswer next = scene.Tidy("apply");
        next.AssertExit(0);
        StringAssert.Contains(next.Out, "settings.json(1,15): unknown key 'mial'");
        scene.Tidy("notify", "status").AssertExit(2);
    }

    [TestMethod]
    public void ManyProcessesAtOnce_TellOnce()
    {
        using HookServer server = new();
        using NotifyScene scene = new();
        scene.TellByWebhook(server.Address.Port);
        scene.Hold("build.log");
        scene.Variables["CI"] = "true";
        scene.Tidy("apply").AssertExit(3);
        ToolProcess[] all = [.. Enumerable.Range(0, 6).Select(i => i % 2 == 0 ? scene.Start("deliver") : scene.Start("notify", "send"))];
        foreach (ToolProcess one in all)
        {
            using (one)
                one.End().AssertExit(0);
        }

        Assert.HasCount(1, server.Calls);
    }

    [TestMethod]
    public void ACommand_GetsTheNotice_AndNoSecret()
    {
        using NotifyScene scene = new();
        string file = Path.Combine(scene.Root, "archive-env");
        scene.Settings($$"""{ "command": ["sh", "-c", "env > '{{file}}'; cat >> '{{file}}'"] }""");
        scene.Variables["TIDY_SMTP_PASSWORD"] = scene.Variables["TIDY_WEBHOOK_TOKEN"] = scene.Variables["TIDY_WEBHOOK_URL"] = "t0ken-t0ken";
        scene.Hold("build.log");
        scene.Tidy("apply").AssertExit(3);
        scene.WaitForDelivery("last_success");
        string got = File.ReadAllText(file);
        StringAssert.Contains(got, "\"source\": \"build.log\"");
        StringAssert.Contains(got, $"PWD={Path.GetDirectoryName(scene.SettingsPath)}", "not in the workspace, which may have programs of its own");
        Assert.DoesNotContain("t0ken", got);
    }

    [TestMethod]
    public void ARunThatReportsThroughAPipe_IsNotKeptOpenByTheDelivery()
    {
        using NotifyScene scene = new();
        using BlackHole hole = new();
        scene.TellByWebhook(hole.Port);
        scene.Hold("build.log");
        using (ToolProcess run = scene.Start("apply", "--format", "jsonl"))
            Assert.AreEqual(3, run.End().Exit, "its output ended, while the process that delivers goes on");
        hole.WaitForGuest();
    }

    /// <summary>A scheduler ends what a run leaves behind, so the schedule delivers by itself before it ends.</summary>
    [TestMethod]
    public void TheSchedule_TellsOfAllWorkspaces_AndSendsTheSummaryOnce()
    {
        using NotifyScene scene = new();
        using HookServer server = new();
        scene.TellByWebhook(server.Address.Port);
        scene.Register();
        scene.LeaveEndedItems();
        Directory.CreateDirectory(Path.Combine(scene.Root, "archive/logs"));
        foreach (string file in (string[])["größe.log", "archive/logs/größe.log"]) // which of the two stays is a person's decision
            File.WriteAllText(Path.Combine(scene.Root, file), file);
        for (int run = 0; run < 2; run++)
            Assert.AreEqual("", scene.Tidy("schedule", "run").Error);
        string[] kinds = [.. server.Calls.Select(c => JsonDocument.Parse(c.Body).RootElement.GetProperty("kind").GetString()!)];
        CollectionAssert.AreEquivalent(new[] { "items", "summary" }, kinds);
    }

    [TestMethod]
    public void TheSchedule_WithAServerThatIsAway_ServesItsWorkspaces_AndSaysSo()
    {
        using NotifyScene scene = new();
        scene.Settings("""{ "webhook": { "url": "http://127.0.0.1:1/" } }""");
        scene.Register();
        scene.LeaveEndedItems();
        string free = Path.Combine(scene.Root, "free.log");
        File.WriteAllText(free, "free");
        File.SetLastWriteTimeUtc(free, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)); // the schedule leaves young files alone
        ToolAnswer run = scene.Tidy("schedule", "run");
        StringAssert.Contains(run.Error, "TIDY3010");
        Assert.IsTrue(File.Exists(Path.Combine(scene.Root, "archive/logs/free.log")));
    }

    /// <summary>What sends loads only where something is sent.</summary>
    [TestMethod]
    public void ARunThatTellsNobody_LoadsNothingForIt()
    {
        using NotifyScene scene = new();
        string trace = Path.Combine(scene.Root, "..", "trace");
        File.WriteAllText(Path.Combine(scene.Root, "free.log"), "free");
        Programs.Run("strace", "-f", "-qq", "-e", "trace=openat", "-o", trace, "env", $"HOME={Path.GetDirectoryName(scene.Root)}", "XDG_DATA_HOME=/nonexistent", ToolProcess.Host, "exec", ToolProcess.Dll, "apply", "--workspace", scene.Root);
        Assert.IsTrue(File.Exists(Path.Combine(scene.Root, "archive/logs/free.log")));
        string opened = File.ReadAllText(trace);
        StringAssert.Contains(opened, "Tidy.Core.dll");
        foreach (string library in (string[])["System.Net.Mail", "System.Net.Http", "System.Text.RegularExpressions", "System.Security.Cryptography"])
            Assert.DoesNotContain($"/{library}.dll", opened);
    }
}
