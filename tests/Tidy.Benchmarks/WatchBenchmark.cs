using System.Diagnostics;
using System.Runtime.Versioning;

namespace Tidy.Benchmarks;

/// <summary>From the release of a held file to its move: the close in the one process, the arrival of the name seen by a third.</summary>
internal sealed class WatchBenchmark : IBenchmark
{
    private const int FilesARound = 50, ManyOthers = 5000;
    private const double Target = 100;

    /// <summary>A run reads the whole queue, and asks every file in it.</summary>
    private const double ManyTarget = 300;

    /// <summary>The probe each second is the second way to find a released file.</summary>
    private const double WorstTarget = 1100;

    public string Name => "watch";

    public IEnumerable<Comparison> Run(Scratch scratch, Programs programs, int rounds)
    {
        if (!OperatingSystem.IsLinux())
            yield break;
        Samples floor = new(), few = new(), many = new();
        for (int i = 0; i < rounds; i++)
        {
            Measure(scratch, programs, 0, floor, StartPlain);
            Measure(scratch, programs, 0, few, StartTidy);
            Measure(scratch, programs, ManyOthers, many, StartTidy);
        }

        foreach (Comparison row in (IEnumerable<Comparison>)[.. Rows("50 files waiting", floor, few, Target), .. Rows("5,000 more waiting", floor, many, ManyTarget)])
            yield return row;
    }

    private static IEnumerable<Comparison> Rows(string where, Samples floor, Samples tidy, double target) =>
    [
        new($"Release of a held file to its move, {where}, p50", Samples.Of(floor.Percentile(0.5)), Samples.Of(tidy.Percentile(0.5)), null) { MaxValue = target },
        new($"The same, p95 of {tidy.Count}", Samples.Of(floor.Percentile(0.95)), Samples.Of(tidy.Percentile(0.95)), null) { MaxValue = target },
        new("The same, the longest", Samples.Of(floor.Worst), Samples.Of(tidy.Worst), null) { MaxValue = WorstTarget },
    ];

    [SupportedOSPlatform("linux")]
    private static void Measure(Scratch scratch, Programs programs, int others, Samples samples, Func<Programs, string, Process> start)
    {
        string workspace = scratch.NewWorkspace(FilesARound + others);
        using (ReleasedFiles held = new(programs, workspace))
        using (Process watch = start(programs, workspace))
        {
            for (int i = 0; i < FilesARound; i++)
            {
                Thread.Sleep(Random.Shared.Next(150)); // some come while the watch is busy with the one before, most do not
                samples.Add(held.Release($"build-{i:00000}.log", PlainWatch.DestinationIn(workspace)));
            }

            if (!watch.HasExited)
                Programs.Output("kill", watch.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            watch.WaitForExit();
        }

        Scratch.Remove(workspace);
    }

    [SupportedOSPlatform("linux")]
    private static Process StartPlain(Programs programs, string workspace) => Start(programs.Floor, "watching", PlainWatch.Mode, workspace);

    /// <summary>With the files in the queue and its first run behind it, as a watch is nearly all of its life.</summary>
    [SupportedOSPlatform("linux")]
    private static Process StartTidy(Programs programs, string workspace)
    {
        Directory.CreateDirectory(PlainWatch.DestinationIn(workspace));
        Programs.Output(programs.Tool, "apply", "--workspace", workspace, "--quiet");
        return Start(programs.Tool, "nothing to do", "watch", "--workspace", workspace, "--verbose");
    }

    /// <summary>Comes back when the program says that it is ready.</summary>
    private static Process Start(string program, string ready, params string[] arguments)
    {
        Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (!line.Contains(ready, StringComparison.Ordinal))
                continue;
            _ = process.StandardOutput.ReadToEndAsync(); // else it would stop when the pipe is full
            return process;
        }

        throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended before it was ready.");
    }
}
