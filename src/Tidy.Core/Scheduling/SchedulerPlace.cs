using System.Runtime.InteropServices;
using Tidy.Core.Platform;
using Tidy.Core.Settings;

namespace Tidy.Core.Scheduling;

/// <summary>Whose schedulers, and where their files lie. Tests give temporary folders.</summary>
public sealed partial record SchedulerPlace
{
    public required OsFamily Family { get; init; }

    /// <summary>What Tidy keeps for this person.</summary>
    public required UserFolder Folder { get; init; }

    public required string Home { get; init; }

    /// <summary><c>$XDG_CONFIG_HOME</c>.</summary>
    public required string ConfigFolder { get; init; }

    /// <summary>The bare name, which systemd's linger files have.</summary>
    public required string UserName { get; init; }

    /// <summary>As Windows writes it: <c>PC\ann</c>.</summary>
    public required string Account { get; init; }

    /// <summary>By number, of Unix.</summary>
    public uint UserId { get; init; }

    public string ProcFolder { get; init; } = "/proc";

    public string LingerFolder { get; init; } = "/var/lib/systemd/linger";

    /// <summary><c>C:\Windows\System32</c>.</summary>
    public string SystemFolder { get; init; } = "";

    /// <exception cref="TidyException">The system names no folder for this user.</exception>
    public static SchedulerPlace OfThisUser()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string? config = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME");
        return new SchedulerPlace
        {
            Family = OsFiles.Current.Family,
            Folder = UserFolder.OfThisUser(),
            Home = home,
            ConfigFolder = config is not null && Path.IsPathFullyQualified(config) ? config : Path.Combine(home, ".config"),
            UserName = Environment.UserName,
            Account = $@"{Environment.UserDomainName}\{Environment.UserName}",
            UserId = OperatingSystem.IsWindows() ? 0 : getuid(),
            SystemFolder = Environment.SystemDirectory,
        };
    }

    [LibraryImport("libc")]
    private static partial uint getuid();
}
