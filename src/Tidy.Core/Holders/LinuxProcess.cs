using System.Globalization;
using System.Runtime.Versioning;
using Tidy.Core.Platform;

namespace Tidy.Core.Holders;

/// <summary>One process as /proc/PID/stat tells of it.</summary>
/// <param name="State">R, S, D ...; Z and X have ended and hold nothing.</param>
/// <param name="StartTicks">Clock ticks between boot and its start.</param>
[SupportedOSPlatform("linux")]
internal readonly record struct LinuxProcess(int ProcessId, char State, int ParentId, long StartTicks)
{
    private const int LongestShortName = 15; // TASK_COMM_LEN - 1: longer names are cut
    private static readonly long TicksPerSecond = LinuxNative.sysconf(LinuxNative.ClockTicksPerSecond);
    private static readonly DateTimeOffset? BootedAt = ReadBootTime();

    public bool HasEnded => State is 'Z' or 'X';

    public DateTimeOffset? StartedAt => BootedAt is { } boot && TicksPerSecond > 0 ? boot.AddSeconds((double)StartTicks / TicksPerSecond) : null;

    /// <summary>Null when there is no such process.</summary>
    public static LinuxProcess? Read(int processId) =>
        LinuxProcFile.ReadText($"/proc/{processId}/stat") is { } stat ? Parse(processId, stat) : null;

    /// <summary>
    /// proc_pid_stat(5). The second field is the name in brackets and may itself hold blanks and brackets, so the fields are counted
    /// from the last bracket on: state is the third of all, parent the fourth, start time the twenty-second.
    /// </summary>
    internal static LinuxProcess? Parse(int processId, ReadOnlySpan<char> stat)
    {
        const int StateField = 0, ParentField = 1, StartField = 19;
        ReadOnlySpan<char> rest = stat[(stat.LastIndexOf(')') + 1)..].Trim();
        Span<Range> fields = stackalloc Range[StartField + 2];
        if (rest.Split(fields, ' ') < fields.Length)
            return null;
        return int.TryParse(rest[fields[ParentField]], CultureInfo.InvariantCulture, out int parent)
            && long.TryParse(rest[fields[StartField]], CultureInfo.InvariantCulture, out long start)
            ? new LinuxProcess(processId, rest[fields[StateField]][0], parent, start)
            : null;
    }

    public Holder ToHolder() => new(ProcessId, ReadName(), StartedAt);

    private string ReadName()
    {
        string name = LinuxProcFile.ReadText($"/proc/{ProcessId}/comm")?.TrimEnd('\n') ?? "?";
        if (name == "dotnet")
            return LinuxProcFile.ReadText($"/proc/{ProcessId}/cmdline") is { } line ? DotNetProgram.NameOf(line.Split('\0')) ?? name : name;
        if (name.Length < LongestShortName || LinuxProcFile.ReadLink($"/proc/{ProcessId}/exe") is not { } program)
            return name;
        const string Removed = " (deleted)";
        string file = Path.GetFileName(program.EndsWith(Removed, StringComparison.Ordinal) ? program[..^Removed.Length] : program);
        // A thread or script may have named itself: the program's name stands only for what was cut from it.
        return file.StartsWith(name, StringComparison.Ordinal) ? file : name;
    }

    private static DateTimeOffset? ReadBootTime()
    {
        const string Label = "\nbtime ";
        string text = LinuxProcFile.ReadText("/proc/stat") ?? "";
        int start = text.IndexOf(Label, StringComparison.Ordinal);
        if (start < 0)
            return null;
        ReadOnlySpan<char> seconds = text.AsSpan(start + Label.Length);
        int end = seconds.IndexOf('\n');
        return long.TryParse(end < 0 ? seconds : seconds[..end], out long value) ? DateTimeOffset.FromUnixTimeSeconds(value) : null;
    }
}
