using System.Diagnostics;

namespace Tidy.Core.Tests;

/// <summary>Real git repositories, and other programs, for tests; git is part of what the suite needs.</summary>
public static class Programs
{
    public static void GitInitAndAdd(string folder, params string[] files)
    {
        Git(folder, "init", "-q");
        if (files.Length > 0)
            Git(folder, ["add", "--", .. files]);
    }

    public static void Git(string folder, params string[] arguments) =>
        Start("git", ["-C", folder, "-c", "user.name=test", "-c", "user.email=test@example.invalid", .. arguments]);

    /// <summary>For what .NET has no call for, such as a name that is no text. Returns what it printed.</summary>
    public static string Shell(string script) => Start("sh", ["-c", script]);

    private static string Start(string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using Process child = Process.Start(start)!;
        Task<string> error = child.StandardError.ReadToEndAsync();
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        Assert.AreEqual(0, child.ExitCode, error.Result);
        return output;
    }
}
