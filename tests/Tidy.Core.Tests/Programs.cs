using System.ComponentModel;
using System.Diagnostics;

namespace Tidy.Core.Tests;

/// <summary>Runs programs that tests need; without one the test is inconclusive, in CI it fails.</summary>
public static class Programs
{
    /// <summary>For what .NET has no call for, such as a name that is no text. Returns what it printed.</summary>
    public static string Shell(string script) => Run("sh", "-c", script);

    /// <summary>Runs a program to its end, which must be a good one. Returns what it printed.</summary>
    public static string Run(string program, params string[] arguments)
    {
        try
        {
            ProcessStartInfo start = new(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
            using Process child = Process.Start(start)!;
            Task<string> error = child.StandardError.ReadToEndAsync();
            string output = child.StandardOutput.ReadToEnd();
            child.WaitForExit();
            Assert.AreEqual(0, child.ExitCode, error.Result);
            return output;
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            throw new AssertInconclusiveException($"{program} is not installed on this machine.");
        }
    }
}
