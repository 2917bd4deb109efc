namespace Tidy.Core.Tests;

/// <summary>A program that writes down each call of it and then is the git of this machine. A shell script.</summary>
public sealed class GitStandIn : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tidy-git-");

    /// <param name="first">Lines of shell that run before git does, with its arguments in <c>$*</c>.</param>
    public GitStandIn(string first = ":")
    {
        // By another process: a child that a test beside this one starts could inherit the file open for writing, and then nobody can run it.
        string script = $"#!/bin/sh\nprintf '%s\\n' \"$*\" >> '{Log}'\n{first}\nexec git \"$@\"\n";
        Programs.Run("sh", "-c", "printf '%s' \"$1\" > \"$0\" && chmod 700 \"$0\"", Path, script);
    }

    public string Path => System.IO.Path.Combine(folder.FullName, "git");

    /// <summary>The commands so far, such as <c>ls-files</c>, and forgets them.</summary>
    public string Take()
    {
        if (!File.Exists(Log))
            return "";
        string[] lines = File.ReadAllLines(Log);
        File.Delete(Log);
        return string.Join(", ", lines.Select(line => line.Split(' ').First(word => word is "ls-files" or "update-index")));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Log => System.IO.Path.Combine(folder.FullName, "calls");
}
