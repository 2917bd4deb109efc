using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;
using Tidy.Core.Watching;

namespace Tidy.Benchmarks;

/// <summary>A child process that has every log file of a folder open and closes them one by one, when it is told so.</summary>
[SupportedOSPlatform("linux")]
internal sealed class ReleasedFiles : IDisposable
{
    /// <summary>Child mode: for each name it reads it closes that file, and answers with the time just before.</summary>
    public const string Mode = "hold-each";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process holder;

    public ReleasedFiles(Programs programs, string folder)
    {
        holder = Process.Start(new ProcessStartInfo(programs.Floor, [Mode, folder]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        if (holder.StandardOutput.ReadLine() != "holding")
            throw new InvalidOperationException("The files could not be held; does 'ulimit -Hn' allow that many open files?");
    }

    /// <summary>Handles, not streams: .NET puts a lock on those, and a close of a locked file is two calls.</summary>
    public static int Hold(string folder)
    {
        Dictionary<string, SafeFileHandle> held = Directory.EnumerateFiles(folder, "*.log").ToDictionary(path => Path.GetFileName(path)!, path => File.OpenHandle(path, share: FileShare.ReadWrite));
        Console.WriteLine("holding");
        while (Console.ReadLine() is { } name)
        {
            long before = Stopwatch.GetTimestamp();
            held[name].Dispose();
            Console.WriteLine(before.ToString(CultureInfo.InvariantCulture));
        }

        return 0;
    }

    /// <summary>Releases one file and waits until it has arrived. Both processes read the same clock (CLOCK_MONOTONIC).</summary>
    /// <returns>Milliseconds.</returns>
    public double Release(string name, string destination)
    {
        using Inotify arrivals = Inotify.TryOpen() ?? throw new InvalidOperationException("The system gives no inotify instance.");
        arrivals.Add(destination, Inotify.MovedTo);
        holder.StandardInput.WriteLine(name);
        holder.StandardInput.Flush();
        long start = long.Parse(holder.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture), arrived = 0;
        for (long asked = Stopwatch.GetTimestamp(); arrived == 0;)
        {
            arrivals.Sleep(1000);
            arrivals.Read((_, _, entry) => arrived = entry.SequenceEqual(System.Text.Encoding.UTF8.GetBytes(name)) ? Stopwatch.GetTimestamp() : arrived);
            if (Stopwatch.GetElapsedTime(asked) > Patience)
                throw new InvalidOperationException($"'{name}' was released and did not move.");
        }

        return Stopwatch.GetElapsedTime(start, arrived).TotalMilliseconds;
    }

    public void Dispose()
    {
        holder.StandardInput.Close();
        holder.WaitForExit();
        holder.Dispose();
    }
}
