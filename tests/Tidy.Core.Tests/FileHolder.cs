using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tidy.Core.Tests;

/// <summary>A child process (<c>tests/Tidy.FileHolder</c>) that holds a file in a given way until it is released or killed.</summary>
public sealed class FileHolder : IDisposable
{
    private readonly Process process;

    private FileHolder(Process process, int processId)
    {
        this.process = process;
        ProcessId = processId;
    }

    /// <summary>The process that has the file: the child, or for the mode <c>run</c> the program that it started.</summary>
    public int ProcessId { get; }

    /// <summary>Returns once the file is held. Modes: see <c>Hold</c> in the holder program.</summary>
    public static FileHolder Start(string mode, string path, params string[] arguments)
    {
        string name = OperatingSystem.IsWindows() ? "Tidy.FileHolder.exe" : "Tidy.FileHolder";
        ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, "holder", name), [mode, path, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The run time of this process, wherever it is installed.
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        // A run time that is killed leaves its debugger pipes in the temporary folder; one without diagnostics makes none.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        Process process = Process.Start(start)!;
        string? line = process.StandardOutput.ReadLine();
        if (line?.StartsWith("holding ", StringComparison.Ordinal) != true)
            throw new InvalidOperationException($"The holder did not start ({mode} {path}): {process.StandardError.ReadToEnd()}");
        return new FileHolder(process, int.Parse(line.AsSpan("holding ".Length)));
    }

    /// <summary>Gives its locks back and keeps the file open.</summary>
    public void Unlock()
    {
        process.StandardInput.WriteLine("unlock");
        process.StandardInput.Flush();
    }

    /// <summary>Lets go of the file and waits for the end of the child.</summary>
    public void Release() => End(() => process.StandardInput.Close());

    /// <summary>The child dies without any clean-up, as on SIGKILL.</summary>
    public void Kill() => End(() => process.Kill());

    public void Dispose()
    {
        Release();
        process.Dispose();
    }

    private void End(Action how)
    {
        if (process.HasExited)
            return;
        how();
        process.WaitForExit();
    }
}
