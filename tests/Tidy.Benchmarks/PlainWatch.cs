using System.Runtime.Versioning;
using Tidy.Core.Platform;
using Tidy.Core.Watching;

namespace Tidy.Benchmarks;

/// <summary>The least that a program can do to move files when they are released: wait for a close, probe, rename.</summary>
[SupportedOSPlatform("linux")]
internal static class PlainWatch
{
    /// <summary>Child mode that ends when every log file of a folder has moved.</summary>
    public const string Mode = "floor-watch";

    public static string DestinationIn(string folder) => Path.Combine(folder, "archive", "diagnostics", "logs");

    public static int Run(string folder)
    {
        using Inotify inotify = Inotify.TryOpen() ?? throw new InvalidOperationException("The system gives no inotify instance.");
        Directory.CreateDirectory(DestinationIn(folder));
        Dictionary<int, string> waiting = Directory.EnumerateFiles(folder, "*.log").ToDictionary(path => inotify.Add(path, Inotify.CloseWrite | Inotify.CloseNoWrite));
        Console.WriteLine("watching");
        while (waiting.Count > 0)
        {
            inotify.Sleep(-1);
            inotify.Read((watch, _, _) => MoveIfFree(waiting, watch, folder));
        }

        return 0;
    }

    private static void MoveIfFree(Dictionary<int, string> waiting, int watch, string folder)
    {
        if (!waiting.TryGetValue(watch, out string? path) || OsFiles.Current.ProbeUse(path, InUsePolicy.Any) != FileUse.Free)
            return;
        waiting.Remove(watch);
        if (!OsFiles.Current.RenameNoReplace(path, Path.Combine(DestinationIn(folder), Path.GetFileName(path))).IsOk)
            throw new IOException($"'{path}' could not be moved.");
    }
}
