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
        string tool = typeof(DemoHolder).Assembly.GetName().Name!;
        string? self = Environment.ProcessPath;
        bool isTool = string.Equals(Path.GetFileNameWithoutExtension(self), tool, StringComparison.OrdinalIgnoreCase);
        // Started as `dotnet dotnet-tidy.dll` this program is dotnet, and under a test runner it is neither.
        bool isHost = string.Equals(Path.GetFileNameWithoutExtension(self), "dotnet", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(isTool || isHost ? self! : "dotnet")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        if (!isTool)
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, tool + ".dll"));
        start.ArgumentList.Add("demo-hold");
        start.ArgumentList.Add(file);
        return start;
    }
}
