using System.Text;

namespace Tidy.Core.Scheduling;

/// <summary>The texts of the units, by systemd.service(5), systemd.timer(5), systemd.exec(5).</summary>
internal static class SystemdUnits
{
    public const string Service = "tidy-build.service";
    public const string Timer = "tidy-build.timer";

    /// <summary>
    /// The start at log-on is one of the service itself, not <c>OnStartupSec=</c> of the timer: that would also start it the moment it is
    /// installed. After the session's target, so that logging on does not wait for it.
    /// </summary>
    public static string ServiceText(WantedSchedule wanted)
    {
        var text = new StringBuilder("# Written by 'dotnet tidy schedule install'; changes are lost with the next one.\n[Unit]\n");
        text.Append("Description=Tidy.Build in the registered workspaces\n");
        if (wanted.AtLogon)
            text.Append("After=default.target\n");
        text.Append("\n[Service]\nType=oneshot\n");
        foreach ((string name, string value) in wanted.Tool.Environment)
            text.Append($"Environment={Quoted($"{name}={value}")}\n");
        text.Append($"ExecStart={string.Join(' ', Words(wanted.Tool))}\n");
        text.Append("TimeoutStartSec=30min\nNice=10\nIOSchedulingClass=idle\n");
        if (wanted.AtLogon)
            text.Append("\n[Install]\nWantedBy=default.target\n");
        return text.ToString();
    }

    /// <summary>Persistent: a time at which the machine was off is made up for at its next start.</summary>
    public static string TimerText(WantedSchedule wanted) => $"""
        # Written by 'dotnet tidy schedule install'; changes are lost with the next one.
        [Unit]
        Description=Tidy.Build daily at {wanted.At}

        [Timer]
        OnCalendar=*-*-* {wanted.At}:00
        Persistent=true

        [Install]
        WantedBy=timers.target

        """;

    /// <summary>
    /// The colon before the program: a dollar sign in a path means itself. systemd starts no program whose own path has quotation marks or backslashes,
    /// so a shell does.
    /// </summary>
    private static IEnumerable<string> Words(ToolCommand tool)
    {
        IReadOnlyList<string> words = tool.RunBy(SystemdScheduler.SystemdName);
        bool isPlain = !words[0].Any("\"'\\".Contains);
        IEnumerable<string> quoted = words.Select(Quoted);
        return isPlain ? quoted.Skip(1).Prepend(Quoted($":{words[0]}")) : quoted.Prepend(""":/bin/sh -c "exec \"$@\"" sh""");
    }

    private static string Quoted(string word) => $"\"{word
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("%", "%%", StringComparison.Ordinal)}\"";
}
