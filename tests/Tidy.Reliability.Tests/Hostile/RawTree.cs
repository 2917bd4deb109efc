using System.Diagnostics;
using System.Text;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>What is below a folder, name by name and byte by byte: also what .NET cannot name or reach.</summary>
internal static class RawTree
{
    /// <summary>A line for each entry: kind, mode, target and name; sizes and hashes of files. Without Tidy's own state.</summary>
    public static string Of(string folder)
    {
        const string Entries = "find . -mindepth 1 -path './.autonomous_runs/tidy*' -prune -o -path ./.autonomous_runs -o -path ./.autonomous_runs/.gitignore -o -printf '%y %m %l %P\\0'";
        const string Hashes = "find . -path './.autonomous_runs/tidy*' -prune -o -path ./.autonomous_runs/.gitignore -o -type f -size -2048k -exec sha256sum -z {} +; find . -type f -size +2047k -printf '%s %p\\0'";
        string[] lines = Shell(folder, $"{Entries}; {Hashes}").Split('\0');
        Array.Sort(lines, StringComparer.Ordinal);
        return Uri.EscapeDataString(string.Join('\n', lines)).Replace("%0A", "\n", StringComparison.Ordinal).Replace("%20", " ", StringComparison.Ordinal);
    }

    /// <summary>Also what is deeper than a path may be long.</summary>
    public static void Delete(string folder) => Shell("/", $"chmod -R u+rwX '{folder}' 2>/dev/null; rm -rf '{folder}'");

    /// <summary>The output, a character a byte.</summary>
    private static string Shell(string folder, string script)
    {
        ProcessStartInfo start = new("sh", ["-c", script]) { WorkingDirectory = folder, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.Latin1 };
        using Process shell = Process.Start(start)!;
        string output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return output;
    }
}
