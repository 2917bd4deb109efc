using System.Diagnostics;

namespace Tidy.FileHolder;

/// <summary>A program that runs as our child until disposal. It should read its input, so that it also ends when we are killed.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process process;

    private RunningProgram(Process process) => this.process = process;

    public int ProcessId => process.Id;

    public static RunningProgram Start(string path, string[] arguments)
    {
        // Output goes nowhere we have to read; our own standard output belongs to the test.
        ProcessStartInfo start = new(path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return new RunningProgram(Process.Start(start)!);
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
