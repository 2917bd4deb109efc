using Tidy.Core.Git;

namespace Tidy.Core.Scheduling;

/// <summary>
/// What a person's environment says that a scheduler's does not, and that the tool would miss: where the run time is, where git is, where the
/// person's own settings are. Never a secret: registrations can be read by others.
/// </summary>
internal static class RunEnvironment
{
    /// <summary>Where a program that starts the tool looks for the run time by itself.</summary>
    private static readonly string[] KnownRuntimes = ["/usr/share/dotnet", "/usr/lib/dotnet", "/usr/lib64/dotnet", "/usr/local/share/dotnet"];

    /// <summary>The PATH of cron, of launchd, and a part of systemd's.</summary>
    private static readonly string[] KnownPrograms = ["/usr/bin", "/bin"];

    private static readonly string[] Kept = ["XDG_DATA_HOME", "TIDY_SETTINGS"];

    /// <summary>Empty on Windows: a task there starts with the environment of its user.</summary>
    /// <param name="variable">Reads one of the environment.</param>
    /// <param name="runtimeFolder">Of the run time in use: <c>ROOT/shared/Microsoft.NETCore.App/VERSION</c>.</param>
    public static IReadOnlyDictionary<string, string> Of(Func<string, string?> variable, string runtimeFolder)
    {
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (OperatingSystem.IsWindows())
            return kept;
        foreach (string name in Kept)
        {
            if (variable(name) is { Length: > 0 } value)
                kept[name] = value;
        }

        string root = Path.GetFullPath(Path.Combine(runtimeFolder, "..", "..", ".."));
        if (!KnownRuntimes.Contains(root, StringComparer.Ordinal) && Directory.Exists(Path.Combine(root, "shared")))
            kept["DOTNET_ROOT"] = root;
        if (ProgramPath.Find("git") is { } git && Path.GetDirectoryName(git) is { } folder && !KnownPrograms.Contains(folder, StringComparer.Ordinal))
            kept["PATH"] = $"{folder}:/usr/local/bin:/usr/bin:/bin";
        return kept;
    }
}
