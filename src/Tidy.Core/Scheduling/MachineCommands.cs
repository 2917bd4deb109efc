using System.ComponentModel;
using System.Diagnostics;
using Tidy.Core.Git;

namespace Tidy.Core.Scheduling;

/// <summary>The programs of this machine.</summary>
public sealed class MachineCommands : ISystemCommands
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Of the output, once the program has ended: what it started may hold the pipes open for ever.</summary>
    private static readonly TimeSpan ForTheRest = TimeSpan.FromSeconds(2);

    public bool Has(string program) => ProgramPath.Find(program) is not null;

    public CommandAnswer Run(SystemCommand command, CancellationToken cancel = default)
    {
        if (ProgramPath.Find(command.Program) is not { } path)
            return new CommandAnswer(null, [], $"'{command.Program}' is not there, or not on the PATH");
        try
        {
            using Process process = Process.Start(StartInfo(path, command))!;
            return Collect(process, command, cancel);
        }
        catch (Win32Exception e)
        {
            return new CommandAnswer(null, [], $"'{path}' could not be started: {e.Message}");
        }
    }

    private static ProcessStartInfo StartInfo(string path, SystemCommand command)
    {
        var info = new ProcessStartInfo(path, command.Arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        foreach ((string name, string value) in command.Environment)
            info.Environment[name] = value;
        return info;
    }

    /// <summary>All pipes are served at once: a program stops at a full one.</summary>
    private static CommandAnswer Collect(Process process, SystemCommand command, CancellationToken cancel)
    {
        _ = WriteAsync(process.StandardInput, command.Input);
        PipeReading output = PipeReading.Of(process.StandardOutput.BaseStream), error = PipeReading.Of(process.StandardError.BaseStream);
        Task ended = process.WaitForExitAsync(CancellationToken.None);
        if (HasEnded(ended, command.TimeLimit, cancel) || (cancel.IsCancellationRequested && ended.Wait(Grace, CancellationToken.None)))
        {
            Task.WhenAll(output.Ended, error.Ended).Wait(ForTheRest, CancellationToken.None);
            return new CommandAnswer(process.ExitCode, output.ToArray(), CommandAnswer.TextOf(error.ToArray()));
        }

        process.Kill(entireProcessTree: true);
        return new CommandAnswer(null, [], cancel.IsCancellationRequested ? "it was cancelled" : $"it took longer than {command.TimeLimit.TotalSeconds:0} s and was ended");
    }

    private static bool HasEnded(Task ended, TimeSpan limit, CancellationToken cancel)
    {
        try
        {
            return ended.Wait(limit, cancel);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task WriteAsync(StreamWriter pipe, byte[] input)
    {
        try
        {
            await pipe.BaseStream.WriteAsync(input).ConfigureAwait(false);
            pipe.Close();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It ended before it had read all, and says why itself.
        }
    }
}
