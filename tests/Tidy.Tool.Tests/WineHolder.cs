using System.Diagnostics;

namespace Tidy.Tool.Tests;

/// <summary>A Windows process that holds a file or folder until it is released or killed.</summary>
internal sealed class WineHolder : IDisposable
{
    private readonly Process process;

    private WineHolder(Process process) => this.process = process;

    /// <summary>Returns once the file is held.</summary>
    public static WineHolder Start(Process process)
    {
        string? line = process.StandardOutput.ReadLine();
        if (line?.StartsWith("holding ", StringComparison.Ordinal) != true)
            throw new InvalidOperationException($"The holder did not start: {process.StandardError.ReadToEnd()}");
        return new WineHolder(process);
    }

    /// <summary>Lets go, and returns what the holder has to say at the end.</summary>
    public string Release()
    {
        if (process.HasExited)
            return "";
        process.StandardInput.Close();
        string last = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return last;
    }

    /// <summary>Dies without any clean-up.</summary>
    /// <param name="hard">From outside Windows, like a power cut for this one process; else by TerminateProcess.</param>
    public void Kill(bool hard)
    {
        if (hard)
            process.Kill();
        else
            process.StandardInput.WriteLine("die");
        process.WaitForExit();
    }

    /// <summary>Ends another Windows process, by its number there, with TerminateProcess: without any clean-up.</summary>
    public void KillOther(int processId)
    {
        process.StandardInput.WriteLine($"kill {processId}");
        process.WaitForExit();
        Assert.AreEqual(0, process.ExitCode, process.StandardError.ReadToEnd());
    }

    public void Dispose()
    {
        Release();
        process.Dispose();
    }
}
