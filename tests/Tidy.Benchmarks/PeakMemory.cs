using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Tidy.Benchmarks;

/// <summary>
/// The most memory that a program ever had resident. The system tells it of children that have ended, the largest of all; so the
/// program is started by a process of its own that starts nothing else.
/// </summary>
internal static partial class PeakMemory
{
    /// <summary>Child mode that runs a command and prints its peak in KiB.</summary>
    public const string Mode = "peak-memory";

    private const int Children = -1; // RUSAGE_CHILDREN

    /// <returns>MiB.</returns>
    public static double Of(Programs programs, string program, params string[] arguments) =>
        double.Parse(Programs.Output(programs.Floor, [Mode, program, .. arguments]), CultureInfo.InvariantCulture) / 1024;

    public static int Measure(string[] command)
    {
        using Process process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Console.WriteLine(PeakOfChildren());
        return process.ExitCode;
    }

    /// <summary><c>struct rusage</c> (getrusage(2)): two times of two longs, then ru_maxrss in KiB.</summary>
    private static unsafe long PeakOfChildren()
    {
        const int Longs = 18, MaxResident = 4;
        long* usage = stackalloc long[Longs];
        return getrusage(Children, usage) == 0 ? usage[MaxResident] : throw new InvalidOperationException("getrusage failed");
    }

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial int getrusage(int who, long* usage);
}
