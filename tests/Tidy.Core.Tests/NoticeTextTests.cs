using Tidy.Core.Holders;
using Tidy.Core.Moving;
using Tidy.Core.Notices;
using Tidy.Core.Queue;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class NoticeTextTests
{
    private static Notice Of(NoticeScene scene, params PendingMove[] items) => new NoticeSender("build-7", scene.Clock).OfItems("shop", items);

    [TestMethod]
    public void Items_AreToldWithWhy_WhoHeldThem_AndWhatToType()
    {
        using NoticeScene scene = new();
        PendingMove locked = scene.Ended("logs/app.log") with { Holders = [new Holder(4711, "node", null)] };
        Notice notice = Of(scene, locked, scene.Ended("a.txt", PendingStatus.NeedsManual, FailureReason.DestExists) with { AttemptCount = 1 });
        Assert.AreEqual("shop: 1 file was given up, 1 needs a person", notice.Title);
        Assert.AreEqual($"""
            In shop on build-7, 1 file was given up, 1 needs a person. They stay where they are until somebody decides.

            logs/app.log
              given up after 10 attempts since 2026-11-22 01:13 UTC: it was in use each time
              at the last attempt held by node (pid 4711)
              was to go to archive/logs/app.log
              dotnet tidy retry {locked.Id}

            a.txt
              needs a person after 1 attempt since 2026-11-22 01:13 UTC: another file has the name that it should get
              was to go to archive/a.txt
              dotnet tidy retry {notice.Items[1].Id}

            To decide, in the folder of shop:
              dotnet tidy queue report     who holds them now, and what to do first
              dotnet tidy retry ID         try one again
              dotnet tidy queue drop ID    forget one; its file stays

            Each file is told once for each cause. Who is told: dotnet tidy notify status

            """.ReplaceLineEndings("\n"), notice.Text);
    }

    [TestMethod]
    [DataRow(1, 0, "shop: 1 file was given up")]
    [DataRow(2, 0, "shop: 2 files were given up")]
    [DataRow(0, 1, "shop: 1 file needs a person")]
    [DataRow(0, 3, "shop: 3 files need a person")]
    [DataRow(2, 3, "shop: 2 files were given up, 3 need a person")]
    public void TheTitle_Counts(int abandoned, int manual, string expected)
    {
        using NoticeScene scene = new();
        PendingMove[] items = [.. Enumerable.Repeat(scene.Ended("a"), abandoned), .. Enumerable.Repeat(scene.Ended("b", PendingStatus.NeedsManual), manual)];
        Assert.AreEqual(expected, Of(scene, items).Title);
    }

    [TestMethod]
    public void NoName_CanForgeALine_OrAHeadOfAMail()
    {
        using NoticeScene scene = new();
        const string Evil = "x\r\nBcc: all@example.org\u2028\u0085\u001B[2J";
        PendingMove item = scene.Ended("x.log") with { Source = Workspaces.WorkspacePath.Parse(Evil), Id = Evil, Holders = [new Holder(1, Evil, null)] };
        Notice notice = new NoticeSender(Evil, scene.Clock).OfItems(Evil, [item]);
        foreach (string text in (string[])[notice.Title, notice.Text, notice.Brief, notice.Machine, notice.Workspace!])
        {
            Assert.IsFalse(text.Any(c => c is '\r' or '\u2028' or '\u0085' or '\u001B'), text);
            Assert.DoesNotContain("\nBcc", text);
        }

        Assert.DoesNotContain("\n", notice.Title);
        using var mail = Channels.NoticeMail.Of(notice, new Channels.MailSettings { From = "a@b.c", To = ["d@e.f"] });
        Assert.HasCount(1, mail.To);
        Assert.IsEmpty(mail.Bcc);
    }

    [TestMethod]
    public void NoFullPath_IsTold()
    {
        using NoticeScene scene = new();
        scene.Queue.Add(scene.Ended("a.log") with { LastError = $"refused: {scene.Queue.Root.FullPath}/a.log", ManualReason = scene.Queue.Root.FullPath });
        scene.Deliver();
        Notice notice = scene.Mail.Sent.Single();
        string parent = Path.GetDirectoryName(scene.Queue.Root.FullPath)!;
        Assert.DoesNotContain($"{parent}/", notice.Text + notice.Brief + notice.Title);
        Assert.DoesNotContain($"{parent}/", System.Text.Encoding.UTF8.GetString(Channels.NoticeJson.Bytes(notice)));
    }
}
