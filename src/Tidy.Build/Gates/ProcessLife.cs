using System.Diagnostics;

namespace Tidy.Build.Gates;

/// <summary>Whether a process of which id and start time were noted still runs.</summary>
internal static class ProcessLife
{
    /// <summary>Start times are known to a hundredth of a second at worst; two looks at one may differ by that.</summary>
    private static readonly TimeSpan Noise = TimeSpan.FromSeconds(2);

    /// <param name="startedTicks">UTC <see cref="DateTime.Ticks"/>; 0 when it is not known.</param>
    public static bool HasEnded(int processId, long startedTicks)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            // The system uses a process id again.
            return startedTicks != 0 && Math.Abs(process.StartTime.ToUniversalTime().Ticks - startedTicks) > Noise.Ticks;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return true;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or NotSupportedException)
        {
            return false; // It runs, and does not let us look.
        }
    }
}
