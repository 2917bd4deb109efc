using System.ComponentModel;
using System.Diagnostics;
using Tidy.Core.Delivery;
using Tidy.Core.Git;
using Tidy.Core.Notices;
using Tidy.Core.Reports;

namespace Tidy.Core.Channels;

/// <summary>A program of the user: the notice comes on its stdin as JSON, and exit code 0 means that it was taken.</summary>
internal sealed class CommandChannel(CommandSettings settings, Secrets secrets, string folder) : IChannel
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private const int OutputLength = 300;

    public string Name => "command";

    public string Target => Path.GetFileName(settings.Program);

    public void Send(Notice notice, CancellationToken cancel)
    {
        string path = ProgramPath.Find(settings.Program) ?? throw new DeliveryException($"the program '{Target}' is not there, or not on the PATH");
        try
        {
            using Process process = Process.Start(StartInfo(path))!;
            Collect(process, NoticeJson.Bytes(notice), cancel);
        }
        catch (Win32Exception e)
        {
            throw new DeliveryException($"the program '{Target}' could not be started: {e.Message}", e);
        }
    }

    private ProcessStartInfo StartInfo(string path)
    {
        ProcessStartInfo start = new(path, settings.Arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        foreach (string variable in Secrets.Variables)
            start.Environment.Remove(variable);
        return start;
    }

    /// <summary>All pipes are served at once: the program would stop at a full one.</summary>
    private void Collect(Process process, byte[] input, CancellationToken cancel)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Timeout);
        Task written = WriteAsync(process.StandardInput, input, limit.Token);
        Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token), errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            Task.WhenAll(written, output, errors, process.WaitForExitAsync(limit.Token)).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            cancel.ThrowIfCancellationRequested();
            throw new DeliveryException($"the program '{Target}' did not end within {Timeout.TotalSeconds:0} s, and was ended", e);
        }

        if (process.ExitCode != 0)
            throw new DeliveryException($"the program '{Target}' ended with {process.ExitCode}{TailOf(errors.Result.Trim().Length > 0 ? errors.Result : output.Result)}");
    }

    private static async Task WriteAsync(StreamWriter pipe, byte[] input, CancellationToken cancel)
    {
        try
        {
            await pipe.BaseStream.WriteAsync(input, cancel).ConfigureAwait(false);
            pipe.Close();
        }
        catch (IOException)
        {
            // It did not want to read, which is its right.
        }
    }

    /// <summary>Its last words.</summary>
    private string TailOf(string output)
    {
        string said = VisibleText.Of(secrets.Hide(output.Trim()));
        return said.Length == 0 ? "" : $": {(said.Length > OutputLength ? string.Concat("…", said.AsSpan(said.Length - OutputLength)) : said)}";
    }
}
