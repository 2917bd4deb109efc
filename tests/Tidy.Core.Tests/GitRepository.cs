using System.Diagnostics;

namespace Tidy.Core.Tests;

/// <summary>Makes real repositories with the git of this machine.</summary>
internal static class GitRepository
{
    /// <summary>Runs git in a folder and returns its output; without a git the test is inconclusive, in CI it fails.</summary>
    public static string Git(string folder, params string[] arguments)
    {
        var info = new ProcessStartInfo("git", ["-C", folder, "-c", "user.name=t", "-c", "user.email=t@t", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(info)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.AreEqual(0, process.ExitCode, errors.Result);
            return output.Trim();
        }
        catch (System.ComponentModel.Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            throw new AssertInconclusiveException("git is not installed on this machine.");
        }
    }

    public static void Commit(string folder, string message = "m")
    {
        Git(folder, "add", "-A");
        Git(folder, "commit", "-q", "--allow-empty", "-m", message);
    }
}
