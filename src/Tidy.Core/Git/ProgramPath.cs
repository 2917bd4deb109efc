namespace Tidy.Core.Git;

/// <summary>
/// Finds a program on the PATH only. Both CreateProcess and .NET on Unix look into the current folder first, where a stray file named
/// <c>git</c> would be run.
/// </summary>
internal static class ProgramPath
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The absolute path of the program, or null when there is none.</summary>
    public static string? Find(string name)
    {
        if (Path.IsPathFullyQualified(name))
            return IsProgram(name) ? name : null;
        string file = OperatingSystem.IsWindows() && !Path.HasExtension(name) ? $"{name}.exe" : name;
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            // A relative entry means the current folder again.
            string candidate = Path.Combine(folder.Trim('"'), file);
            if (Path.IsPathFullyQualified(candidate) && IsProgram(candidate))
                return candidate;
        }

        return null;
    }

    private static bool IsProgram(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != UnixFileMode.None);
}
