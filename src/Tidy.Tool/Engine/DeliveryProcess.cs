using System.ComponentModel;
using System.Diagnostics;
using Tidy.Core.Workspaces;

namespace Tidy.Tool.Engine;

/// <summary>The process that delivers when a run has ended: the tool itself, with the hidden command <c>deliver</c>. Nobody waits for it.</summary>
internal static class DeliveryProcess
{
    /// <summary>Best effort: what is not delivered now is found again by the next run.</summary>
    /// <remarks>
    /// It must not have this process's output: whoever reads that, such as a build, would wait for its end too. On Unix it gets pipes of its own, which end
    /// with this process; on Windows only a start through the shell passes no handles on.
    /// </remarks>
    public static void Start(WorkspaceRoot root)
    {
        ProcessStartInfo start = SelfStart.Info("deliver", "--workspace", root.FullPath);
        start.WorkingDirectory = AppContext.BaseDirectory;
        start.UseShellExecute = OperatingSystem.IsWindows();
        start.WindowStyle = ProcessWindowStyle.Hidden;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = !start.UseShellExecute;
        try
        {
            using Process? process = Process.Start(start);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            // No more processes, no memory: the run that has ended was the important one.
        }
    }
}
