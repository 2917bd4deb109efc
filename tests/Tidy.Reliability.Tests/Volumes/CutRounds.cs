using Tidy.Core.Tests;

namespace Tidy.Reliability.Tests.Volumes;

/// <summary>Power cut after power cut on one disk, each with a workspace of its own.</summary>
internal sealed class CutRounds(string suite, string fileSystem, TestContext context)
{
    private const int TimesInAFullSweep = 2;

    /// <param name="moments">What can be seen on the way of the tool, with and without a neighbour's flush.</param>
    /// <param name="most">So many of them unless all are asked for.</param>
    public void Each(Func<string, Moment>[] moments, int most, Action<Disk, string, Cut> round)
    {
        Cut[] cuts = [.. moments.SelectMany(m => new[] { new Cut(fileSystem, m, Neighbour: false), new Cut(fileSystem, m, Neighbour: true) })];
        IReadOnlyList<Cut> chosen = Chance.Sample($"power cut {suite} {fileSystem}", cuts, most);
        int times = Chance.Everything ? TimesInAFullSweep : 1;
        using Disk disk = Disk.Make(fileSystem);
        string folder = Path.Combine(disk.At, "workspace");
        foreach (Cut cut in chosen.SelectMany(c => Enumerable.Repeat(c, times)))
        {
            round(disk, folder, cut);
            Directory.Delete(folder, recursive: true);
        }

        Figures.Report(context, $"power cut: {suite}, {fileSystem}", $"{chosen.Count * times} cuts",
            "0 files lost or doubled, 0 items of the queue lost, 0 temporary files left");
    }
}
