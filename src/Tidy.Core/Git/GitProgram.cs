using System.ComponentModel;
using System.Diagnostics;

namespace Tidy.Core.Git;

/// <summary>Starts git once, without a shell, and takes what it says.</summary>
/// <param name="name">Name of the program on the PATH, or its absolute path.</param>
internal sealed class GitProgram(string name, TimeSpan timeout)
{
    /// <summary>
    /// What a hook or an outer git leaves in the environment (git rev-parse --local-env-vars) would point it at another repository
    /// or index, and the pathspec switches would change what the arguments mean.
    /// </summary>
    private static readonly string[] Foreign =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_IMPLICIT_WORK_TREE",
        "GIT_CONFIG", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT", "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS",
    ];

    /// <summary>Its standard output, or why there is none.</summary>
    public (byte[]? Output, string? Problem) Run(IEnumerable<string> arguments)
    {
        if (ProgramPath.Find(name) is not { } path)
            return (null, "git is not installed, or not on the PATH");
        try
        {
            using Process process = Process.Start(StartInfo(path, arguments))!;
            return Collect(process);
        }
        catch (Win32Exception e)
        {
            return (null, $"git could not be started: {e.Message}");
        }
    }

    private static ProcessStartInfo StartInfo(string path, IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(path, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        foreach (string variable in Foreign)
            info.Environment.Remove(variable);
        // Reading must not take index.lock away from whoever commits at the moment (git(1)).
        info.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        info.Environment["LC_ALL"] = "C";
        return info;
    }

    /// <summary>Both pipes are emptied at once: git would stop at a full one.</summary>
    private (byte[]? Output, string? Problem) Collect(Process process)
    {
        process.StandardInput.Close();
        using var output = new MemoryStream();
        Task copied = process.StandardOutput.BaseStream.CopyToAsync(output);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!Task.WaitAll([copied, errors], timeout) || !process.WaitForExit(timeout))
        {
            process.Kill(entireProcessTree: true);
            return (null, $"git did not answer within {timeout.TotalSeconds:0.#} s");
        }

        return process.ExitCode == 0 ? (output.ToArray(), null) : (null, Complaint(errors.Result, process.ExitCode));
    }

    /// <summary>The line that matters; git adds advice below it.</summary>
    private static string Complaint(string errors, int exitCode)
    {
        string[] lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string? said = Array.Find(lines, line => line.StartsWith("fatal: ", StringComparison.Ordinal)) ?? lines.FirstOrDefault();
        return said is null ? $"git failed with exit code {exitCode}" : $"git failed with exit code {exitCode}: {said}";
    }
}
