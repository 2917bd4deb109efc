using System.Diagnostics;

namespace Tidy.Package.Tests;

/// <summary>A program that has been started and has not been seen to end.</summary>
internal sealed class RunningCommand : IDisposable
{
    /// <summary>The slowest are the pack and a build, on a busy machine; one that hangs must fail its test and not stop the suite.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    public RunningCommand(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        process.StandardInput.Close();
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>What Ctrl+C does: the signal that a program may answer by ending in its own way.</summary>
    public void Interrupt() => new Command("kill", ".").Run("-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)).WithExit(0);

    public Answer End() => End(Patience);

    /// <summary>Fails the test, and kills the program, when it does not end in time.</summary>
    public Answer End(TimeSpan patience)
    {
        if (!process.WaitForExit(patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)}' did not end within {patience}.");
        }

        return new Answer(process.ExitCode, output.Result, error.Result);
    }

    public void Dispose() => process.Dispose();
}
