using System.Text.Json;
using Tidy.Core.Tests;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Volumes;

/// <summary>The room ends somewhere on the way of the real tool, wherever that is; with room again, one more run does the rest.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class FullDiskTests(TestContext context)
{
    [TestMethod]
    public void ADiskWithoutAnyRoom_MovesNothing_AndTheNextRunDoesIt()
    {
        using TemporaryWorkspace top = new();
        using Mount volume = Mount.Tmpfs(top.FullPath, "4m");
        string folder = Path.Combine(volume.At, "workspace");
        WritingWorkspace.Make(folder);
        IReadOnlyList<string> before = TreeSnapshot.OfFiles(folder);
        using (FreeRoom.OfPages(volume.At, 0))
        {
            ToolAnswer answer = ToolProcess.Run(folder, WritingWorkspace.Apply);

            answer.AssertExit(4);
            StringAssert.Contains(answer.Error, "TIDY1004");
            StringAssert.Contains(answer.Error, "No space left on device");
            StringAssert.Contains(answer.Error, "nothing more was moved");
            Assert.AreEqual(string.Join("\n", before), string.Join("\n", TreeSnapshot.OfFiles(folder)));
        }

        ToolProcess.Run(folder, WritingWorkspace.Apply).AssertExit(0);
        new Aftermath(folder, WritingWorkspace.Reference.Before.Names, "with room again").AssertIs(WritingWorkspace.Reference.Tidy, _ => false);
    }

    [TestMethod]
    public void ADiskThatIsFullSoonerOrLater_LosesNothing_AndTheNextRunDoesTheRest()
    {
        using TemporaryWorkspace top = new();
        using Mount volume = Mount.Tmpfs(top.FullPath, "4m");
        Sweep("tmpfs", "pages", volume.At, enough: 12, most: 4, pages => FreeRoom.OfPages(volume.At, pages));
    }

    [TestMethod]
    public void ADiskWithoutRoomForMoreFiles_LosesNothing_AndTheNextRunDoesTheRest()
    {
        using TemporaryWorkspace top = new();
        using Mount volume = Mount.Tmpfs(top.FullPath, "4m,nr_inodes=200");
        Sweep("tmpfs", "inodes", volume.At, enough: 18, most: 4, inodes => FreeRoom.OfFiles(volume.At, inodes));
    }

    /// <summary>There a folder takes room as well.</summary>
    [TestMethod]
    public void AnExt4ThatIsFullSoonerOrLater_LosesNothing_AndTheNextRunDoesTheRest()
    {
        using Disk disk = Disk.Make("ext4");
        Sweep("ext4", "blocks", disk.At, enough: 12, most: 3, blocks => FreeRoom.OfPages(disk.At, blocks));
    }

    [TestMethod]
    public void AnotherVolumeThatIsFullOnTheWay_GetsNoHalfFile_AndTheRestWhenItHasRoom()
    {
        IReadOnlyList<int> points = Chance.Sample("full volume", [.. Enumerable.Range(0, 20).Select(n => n * 3)], most: 4);
        int full = 0;
        foreach (int pages in points)
        {
            using TemporaryWorkspace workspace = new();
            using Mount volume = Mount.Tmpfs(Directory.CreateDirectory(workspace.At("big")).FullName, "4m");
            SplitWorkspace.Make(workspace.FullPath, () => { });
            ToolAnswer answer;
            using (FreeRoom.OfPages(volume.At, pages))
            {
                answer = ToolProcess.Run(workspace.FullPath, SplitWorkspace.Apply);
                AssertIsWholeWhileFull(workspace.FullPath, SplitWorkspace.Names, $"{pages} pages {answer}");
                full += AssertSaysWhy(workspace.FullPath, answer);
            }

            Aftermath aftermath = new(workspace.FullPath, SplitWorkspace.Names, $"{pages} pages {Chance.Repeat} {answer}");
            aftermath.AssertNextRunsFinish(SplitWorkspace.Apply);
            aftermath.AssertIs(SplitWorkspace.Tidy, _ => false);
        }

        Figures.Report(context, "full disk: a copy to another volume, tmpfs", $"{points.Count} amounts of free pages",
            $"{full} moves refused as `disk_full`, 0 files lost or half, 0 temporary files left");
    }

    /// <param name="enough">With so much room nothing fails any more.</param>
    private void Sweep(string fileSystem, string unit, string at, int enough, int most, Func<int, FreeRoom> leave)
    {
        IReadOnlyList<int> points = Chance.Sample($"full {fileSystem} {unit}", [.. Enumerable.Range(0, enough)], most);
        string folder = Path.Combine(at, "workspace");
        int full = 0;
        foreach (int point in points)
        {
            WritingWorkspace.Make(folder);
            ToolAnswer answer;
            using (leave(point))
                answer = ToolProcess.Run(folder, WritingWorkspace.Apply);
            string story = $"{fileSystem} with {point} free {unit} {Chance.Repeat} {answer}";
            full += IsSaid(answer) ? 1 : 0;
            AssertIsWholeWhileFull(folder, WritingWorkspace.Reference.Before.Names, story);
            Aftermath aftermath = new(folder, WritingWorkspace.Reference.Before.Names, story);
            aftermath.AssertNextRunsFinish(WritingWorkspace.Apply);
            aftermath.AssertIs(WritingWorkspace.Reference.Tidy, _ => false);
            Directory.Delete(folder, recursive: true);
        }

        Figures.Report(context, $"full disk: {fileSystem}, {unit}", $"{points.Count} amounts of free {unit}",
            $"{full} runs found it full; 0 files lost or half, 0 items of the queue lost, 0 temporary files left");
    }

    private static bool IsSaid(ToolAnswer answer) =>
        $"{answer}".Contains("No space left", StringComparison.Ordinal) || $"{answer}".Contains("disk_full", StringComparison.Ordinal);

    /// <summary>Whole files only, no temporary one among them, and a message that is one.</summary>
    private static void AssertIsWholeWhileFull(string folder, IReadOnlyList<string> wasThere, string story)
    {
        WorkspaceState now = new Aftermath(folder, wasThere, story).AssertNothingIsLost();
        Assert.AreEqual("", string.Join("\n", now.Names.Except(wasThere).Where(n => n is not "made")), $"half a file: {story}");
        Assert.AreEqual("", Programs.Shell($"find '{folder}' -name '*.part'"), story);
        Assert.DoesNotContain("Unexpected:", story);
    }

    /// <returns>How many moves the full volume refused: they are queued, with their reason, and where they were.</returns>
    private static int AssertSaysWhy(string folder, ToolAnswer answer)
    {
        JsonElement[] refused = [.. answer.Entries.Where(e => e.GetProperty("status").GetString() == "queued")];
        foreach (JsonElement entry in refused)
        {
            Assert.AreEqual("disk_full", entry.GetProperty("reason").GetString(), answer.ToString());
            Assert.IsTrue(File.Exists(Path.Combine(folder, entry.GetProperty("src").GetString()!)), answer.ToString());
        }

        return refused.Length;
    }
}
