using System.Diagnostics;

namespace Tidy.Core.Tests;

/// <summary>Real git repositories for tests; git is part of what the suite needs.</summary>
public static class GitRepository
{
    public static void InitAndAdd(string folder, params string[] files)
    {
        Run(folder, "init", "-q");
        if (files.Length > 0)
            Run(folder, ["add", "--", .. files]);
    }

    public static void Run(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("git", ["-C", folder, "-c", "user.name=test", "-c", "user.email=test@example.invalid", .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using Process git = Process.Start(start)!;
        string error = git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.AreEqual(0, git.ExitCode, error);
    }
}
