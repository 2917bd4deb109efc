using System.Diagnostics;
using System.Globalization;
using Tidy.Core.Tests;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Sweeps;

/// <summary>The tool under strace, which shows its system calls, kills it at one of them, or lets one fail.</summary>
/// <remarks>Without <c>--seccomp-bpf</c>: with it, strace 6.1 says nothing and injects no signal.</remarks>
internal static class TracedTool
{
    /// <summary>Exit code of a process that SIGKILL ended.</summary>
    public const int Killed = 137;

    /// <summary>Runs the command to its end and tells its calls about files in <paramref name="folder"/>.</summary>
    public static (ToolAnswer Answer, IReadOnlyList<SystemCall> Calls) Watch(string folder, IEnumerable<string> names, params string[] command)
    {
        using TemporaryWorkspace log = new();
        ToolAnswer answer = Run(folder, ["-y", "-e", $"trace={string.Join(',', names)}", "-o", log.At("calls")], command);
        return (answer, SystemCall.In(File.ReadLines(log.At("calls")), folder, withReads: names.Contains("fsync")));
    }

    /// <summary>The process gets SIGKILL instead of the call.</summary>
    public static ToolAnswer Kill(string folder, SystemCall at, params string[] command) => Inject(folder, at, "signal=KILL", command);

    /// <summary>The call does nothing and fails.</summary>
    /// <param name="error">Its name, such as <c>ENOSPC</c>.</param>
    public static ToolAnswer Fail(string folder, SystemCall at, string error, params string[] command) => Inject(folder, at, $"error={error}", command);

    /// <summary>Every call of this name that is about one file fails, wherever the run makes it.</summary>
    public static ToolAnswer FailAbout(string folder, string path, string name, string error, params string[] command) =>
        Run(folder, ["-P", path, "-e", $"trace={name}", "-e", $"inject={name}:error={error}", "-o", "/dev/null"], command);

    private static ToolAnswer Inject(string folder, SystemCall at, string what, string[] command)
    {
        string when = at.Number.ToString(CultureInfo.InvariantCulture);
        return Run(folder, ["-e", $"trace={at.Name}", "-e", $"inject={at.Name}:{what}:when={when}", "-o", "/dev/null"], command);
    }

    private static ToolAnswer Run(string folder, string[] options, string[] command)
    {
        ProcessStartInfo start = ToolProcess.StartInfo(folder, command);
        start.FileName = "strace";
        string[] tool = [.. start.ArgumentList];
        start.ArgumentList.Clear();
        foreach (string argument in (string[])["-f", "-qq", .. options, ToolProcess.Host, .. tool])
            start.ArgumentList.Add(argument);
        using ToolProcess process = ToolProcess.Start(start);
        return process.End();
    }
}
