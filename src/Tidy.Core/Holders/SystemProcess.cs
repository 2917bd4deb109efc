using System.ComponentModel;
using System.Diagnostics;

namespace Tidy.Core.Holders;

/// <summary>Name and start time of a process where the run time's own look-up is good enough (Windows).</summary>
internal static class SystemProcess
{
    /// <summary>Null when it has ended. Without the right to look closer the start time is left out.</summary>
    public static Holder? Describe(int processId)
    {
        try
        {
            using Process process = Process.GetProcessById(processId);
            return new Holder(processId, process.ProcessName, StartOf(process));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static DateTimeOffset? StartOf(Process process)
    {
        try
        {
            return new DateTimeOffset(process.StartTime.ToUniversalTime());
        }
        catch (Exception e) when (e is Win32Exception or NotSupportedException)
        {
            return null;
        }
    }
}
