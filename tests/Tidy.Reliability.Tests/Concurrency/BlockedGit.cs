using System.Diagnostics;
using System.Globalization;
using Tidy.Core.Tests;

namespace Tidy.Reliability.Tests.Concurrency;

/// <summary>
/// A <c>git</c> that answers only when the test says so. Until then the tool that asked it stands still, with its locks held and with a
/// child of its own.
/// </summary>
internal sealed class BlockedGit : IDisposable
{
    private readonly TemporaryWorkspace folder = new();
    private bool hasAnswered;

    public BlockedGit()
    {
        string git = Programs.Shell("command -v git").Trim();
        string script = folder.Write(
            "git",
            $"""
            #!/bin/sh
            echo $$ > "$0.pid.new" && mv "$0.pid.new" "$0.pid"
            read -r answer < "$0.gate"
            exec '{git}' "$@"

            """);
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Programs.Run("mkfifo", script + ".gate");
    }

    /// <summary>Somebody asked it, and waits.</summary>
    public bool IsAsked => File.Exists(folder.At("git.pid"));

    public bool IsRunning => Directory.Exists($"/proc/{ProcessId}");

    public int ProcessId => int.Parse(File.ReadAllText(folder.At("git.pid")), CultureInfo.InvariantCulture);

    /// <summary>Gives it to a program in place of the git of this machine.</summary>
    public ProcessStartInfo For(ProcessStartInfo start)
    {
        start.Environment["PATH"] = $"{folder.FullPath}:{start.Environment["PATH"]}";
        return start;
    }

    public void Answer()
    {
        hasAnswered = true;
        Programs.Shell($"echo answer > '{folder.At("git.gate")}'");
    }

    public void Dispose()
    {
        if (IsAsked && !hasAnswered && IsRunning)
        {
            using Process blocked = Process.GetProcessById(ProcessId);
            blocked.Kill();
        }

        folder.Dispose();
    }
}
