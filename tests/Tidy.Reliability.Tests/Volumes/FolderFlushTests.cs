using Tidy.Core.Platform;
using Tidy.Core.Tests;

namespace Tidy.Reliability.Tests.Volumes;

/// <summary>The one call that all else rests on: when it says that names are durable, they are, also when the power goes in its middle.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class FolderFlushTests(TestContext context)
{
    [TestMethod]
    [DataRow("ext4")]
    [DataRow("xfs")]
    public void ANameThatWasSaidToBeDurable_SurvivesThePowerCut(string fileSystem)
    {
        int rounds = Chance.Everything ? 100 : 15;
        int promised = 0;
        using Disk disk = Disk.Make(fileSystem);
        for (int round = 0; round < rounds; round++)
        {
            string folder = Directory.CreateDirectory(Path.Combine(disk.At, $"{round}")).FullName;
            disk.Sync();
            List<string> durable = MakeNamesUntilTheCut(disk, folder);

            Assert.AreEqual("", string.Join(", ", durable.Where(n => !File.Exists(n))), $"{fileSystem}, round {round}: of {durable.Count} names");
            promised += durable.Count;
        }

        Figures.Report(context, $"power cut while a folder is flushed, {fileSystem}", $"{rounds} cuts", $"0 of {promised} names lost that were said to be durable");
    }

    /// <returns>Those of which the flush had said so.</returns>
    private static List<string> MakeNamesUntilTheCut(Disk disk, string folder)
    {
        List<string> durable = [];
        Task writer = Task.Run(() =>
        {
            while (TryMake(Path.Combine(folder, $"{durable.Count}")) && OsFiles.Current.FlushDirectory(folder).IsOk)
                durable.Add(Path.Combine(folder, $"{durable.Count}"));
        });
        while (durable.Count < 20 && !writer.IsCompleted)
        {
        }

        disk.CutPower();
        writer.Wait();
        disk.Restart();
        return durable;
    }

    private static bool TryMake(string path)
    {
        try
        {
            File.WriteAllBytes(path, []);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
