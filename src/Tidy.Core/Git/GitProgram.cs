using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Git;

/// <summary>Starts git once, without a shell, and takes what it says.</summary>
/// <param name="name">Name of the program on the PATH, or its absolute path.</param>
internal sealed class GitProgram(string name, TimeSpan timeout)
{
    /// <summary>Of each question; a git that takes longer waits for something.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Windows takes at most 32,767 characters; beyond a good part of that all files are asked for.</summary>
    public const int MaxArguments = 16_000;

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

    /// <summary>How every call begins. A repository's configuration can name a program as its file system monitor; Tidy must not run it.</summary>
    public static string[] At(WorkspaceRoot root) => ["-c", "core.fsmonitor=false", "-C", root.FullPath];

    /// <summary>Names and what the index has of them, which <see cref="Lines"/> reads.</summary>
    public static string[] Names(WorkspaceRoot root) => [.. At(root), "ls-files", "-z", "-v", "--stage"];

    /// <summary>What it printed with <c>-z</c>, taken apart.</summary>
    public static IEnumerable<string> Lines(byte[]? output)
    {
        for (int start = 0, end; output is not null && (end = Array.IndexOf(output, (byte)0, start)) >= 0; start = end + 1)
            yield return Encoding.UTF8.GetString(output, start, end - start);
    }

    /// <summary>Its standard output, or why there is none.</summary>
    /// <param name="input">What it reads.</param>
    public (byte[]? Output, string? Problem) Run(IEnumerable<string> arguments, byte[]? input = null)
    {
        if (ProgramPath.Find(name) is not { } path)
            return (null, "git is not installed, or not on the PATH");
        try
        {
            using Process process = Process.Start(StartInfo(path, arguments))!;
            return Collect(process, input ?? []);
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

    /// <summary>All pipes are served at once: git would stop at a full one.</summary>
    private (byte[]? Output, string? Problem) Collect(Process process, byte[] input)
    {
        Task written = WriteAsync(process.StandardInput, input);
        using var output = new MemoryStream();
        Task copied = process.StandardOutput.BaseStream.CopyToAsync(output);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!Task.WaitAll([written, copied, errors], timeout) || !process.WaitForExit(timeout))
        {
            process.Kill(entireProcessTree: true);
            return (null, $"git did not answer within {timeout.TotalSeconds:0.#} s");
        }

        return process.ExitCode == 0 ? (output.ToArray(), null) : (null, Complaint(errors.Result, process.ExitCode));
    }

    private static async Task WriteAsync(StreamWriter pipe, byte[] input)
    {
        try
        {
            await pipe.BaseStream.WriteAsync(input).ConfigureAwait(false);
            pipe.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all, and says why itself.
        }
    }

    /// <summary>The line that matters; git adds advice below it.</summary>
    private static string Complaint(string errors, int exitCode)
    {
        string[] lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string? said = Array.Find(lines, line => line.StartsWith("fatal: ", StringComparison.Ordinal)) ?? lines.FirstOrDefault();
        return said is null ? $"git failed with exit code {exitCode}" : $"git failed with exit code {exitCode}: {said}";
    }
}
