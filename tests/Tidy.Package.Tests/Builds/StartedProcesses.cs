using System.Diagnostics;

namespace Tidy.Package.Tests.Builds;

/// <summary>The processes that a test started and that still run; they are known by its folder in the environment they were given.</summary>
internal sealed class StartedProcesses(string folder) : IDisposable
{
    public int[] Ids
    {
        get
        {
            if (!OperatingSystem.IsLinux())
                throw new AssertInconclusiveException("Only Linux shows the environment of a process.");
            return [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(IsStarted).Select(n => int.Parse(n!))];
        }
    }

    /// <summary>Ends those that still run.</summary>
    public void Dispose()
    {
        foreach (int id in Ids)
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            process.WaitForExit();
        }
    }

    private bool IsStarted(string? name)
    {
        try
        {
            return int.TryParse(name, out int id) && id != Environment.ProcessId && File.ReadAllText($"/proc/{id}/environ").Contains(folder, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // It has ended, or is somebody else's.
        }
    }
}
