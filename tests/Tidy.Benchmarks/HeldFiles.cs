using System.Diagnostics;

namespace Tidy.Benchmarks;

/// <summary>A child process that has every log file of a folder open until it is disposed.</summary>
internal sealed class HeldFiles : IDisposable
{
    /// <summary>Child mode that holds until its input ends.</summary>
    public const string Mode = "hold";

    private readonly Process holder;

    public HeldFiles(Programs programs, string folder)
    {
        holder = Process.Start(new ProcessStartInfo(programs.Floor, [Mode, folder]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        if (holder.StandardOutput.ReadLine() != "holding")
            throw new InvalidOperationException("The files could not be held; does 'ulimit -Hn' allow that many open files?");
    }

    /// <summary>The run time has raised the number of files that may be open to the hard limit.</summary>
    public static int Hold(string folder)
    {
        List<FileStream> held = [.. Directory.EnumerateFiles(folder, "*.log").Select(path => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0))];
        Console.WriteLine("holding");
        Console.ReadLine();
        held.ForEach(file => file.Dispose());
        return 0;
    }

    public void Dispose()
    {
        holder.StandardInput.Close();
        holder.WaitForExit();
        holder.Dispose();
    }
}
