namespace Tidy.Tool.Tests;

/// <summary>
/// A <c>crontab</c> and a <c>systemctl</c> that keep what they are told in a person's home: tests that run the tool must not come near the
/// schedulers of whoever runs the tests.
/// </summary>
internal static class StandInSchedulers
{
    /// <summary>Set: no systemd answers.</summary>
    public const string NoSystemd = "TIDY_TEST_NO_SYSTEMD";

    private const string Crontab = """
        #!/bin/sh
        case "$1" in
          -l) cat "$HOME/.crontab" 2>/dev/null || { echo 'no crontab for ann' >&2; exit 1; } ;;
          -r) rm "$HOME/.crontab" ;;
          -) cat >"$HOME/.crontab" ;;
          *) exit 64 ;;
        esac
        """;

    private const string Systemctl = """
        #!/bin/sh
        [ -z "$TIDY_TEST_NO_SYSTEMD" ] || { echo 'Failed to connect to bus' >&2; exit 1; }
        [ "$1" = --user ] || exit 64
        units="$HOME/.config/systemd/user"
        case "$3" in *.timer) wants="$units/timers.target.wants" ;; *) wants="$units/default.target.wants" ;; esac
        case "$2" in
          list-timers | daemon-reload | start | status) ;;
          enable) mkdir -p "$wants" && ln -sf "$units/$3" "$wants/$3" ;;
          restart) : >"$HOME/.active-$3" ;;
          stop) rm -f "$HOME/.active-$3" ;;
          is-enabled) [ -e "$wants/$3" ] ;;
          is-active) [ -e "$HOME/.active-$3" ] ;;
          *) exit 64 ;;
        esac
        """;

    /// <summary>Into a folder that comes first in the PATH.</summary>
    public static void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach ((string name, string script) in new[] { ("crontab", Crontab), ("systemctl", Systemctl) })
        {
            string path = Path.Combine(folder, name);
            File.WriteAllText(path, script.ReplaceLineEndings("\n"));
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
