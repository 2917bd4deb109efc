using System.Diagnostics;
using Tidy.Tool.Engine;

namespace Tidy.Tool.Demo;

/// <summary>Another process with a file open: the tool itself, started again with the hidden command <c>demo-hold</c>.</summary>
internal sealed class DemoHolder : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Process process;

    private DemoHolder(Process process) => this.process = process;

    public int ProcessId => process.Id;

    /// <summary>Returns when the file is held.</summary>
    public static DemoHolder Hold(string file, CancellationToken cancellation)
    {
        var holder = new DemoHolder(Process.Start(StartInfo(file)) ?? throw new InvalidOperationException("The second process did not start."));
        try
        {
            string? answer = holder.process.StandardOutput.ReadLineAsync(cancellation).AsTask().WaitAsync(Patience, cancellation).GetAwaiter().GetResult();
            return answer == "held" ? holder : throw new InvalidOperationException($"The second process did not hold the file: {holder.process.StandardError.ReadToEnd()}");
        }
        catch
        {
            holder.Dispose();
            throw;
        }
    }

    /// <summary>Lets go: the other process ends when its stdin does.</summary>
    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static ProcessStartInfo StartInfo(string file)
    {
        ProcessStartInfo start = SelfStart.Info("demo-hold", file);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        return start;
    }
}
