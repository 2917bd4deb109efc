using System.Diagnostics;

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
        string host = Environment.ProcessPath ?? throw new InvalidOperationException("The system does not tell which program this is.");
        var start = new ProcessStartInfo(host) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // Run as `dotnet dotnet-tidy.dll`, the program is dotnet and the tool its first argument.
        if (Path.GetFileNameWithoutExtension(host).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "dotnet-tidy.dll"));
        start.ArgumentList.Add("demo-hold");
        start.ArgumentList.Add(file);
        return start;
    }
}
