using System.Diagnostics;
using Tidy.Core.Tests;
using Tidy.Tool.Demo;

namespace Tidy.Tool.Tests;

/// <summary>
/// A person's machine as the guides assume it: a home folder with the repository <c>shop</c> in a certain state, bash, and a
/// <c>dotnet</c> that knows the built tool and nothing else, and schedulers that are played.
/// </summary>
internal sealed class GuideScene : IDisposable
{
    private const string Presets = """{ "extends": ["dotnet", "agents"] }""";

    private readonly TemporaryWorkspace home = new();
    private readonly Process? holder;

    /// <param name="state"><c>messy</c>: the demo's files, and no configuration; <c>configured</c>: with one; <c>tidy</c>: nothing stray;
    /// <c>held</c>: configured, and a program has <c>import_run.log</c> open; <c>queued</c>: besides, all else was moved.</param>
    public GuideScene(string state)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Inconclusive("bash, and 'tail' as the program that holds a file");
        WriteDotNet();
        StandInSchedulers.WriteTo(home.At("bin"));
        Make(state);
        if (state is "held" or "queued")
            holder = Hold("import_run.log");
        if (state == "queued")
            Bash("dotnet tidy apply").AssertExit(3);
    }

    public string Root => home.At("shop");

    public ToolAnswer Bash(string script)
    {
        ProcessStartInfo start = ToolProcess.ReadByATest(new("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
        {
            WorkingDirectory = Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        start.Environment["PATH"] = $"{home.At("bin")}:{start.Environment["PATH"]}";
        start.Environment["HOME"] = home.FullPath;
        foreach (string name in (string[])["XDG_DATA_HOME", "XDG_CONFIG_HOME", "TIDY_SETTINGS"])
            start.Environment.Remove(name);
        start.Environment["RUNNER_TEMP"] = home.At("runner");
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (string who in (string[])["GIT_AUTHOR", "GIT_COMMITTER"])
        {
            start.Environment[$"{who}_NAME"] = "Ann";
            start.Environment[$"{who}_EMAIL"] = "ann@example.com";
        }

        start.Environment.Remove("CI");
        using ToolProcess bash = ToolProcess.Start(start);
        return bash.End();
    }

    /// <summary>With the machine's own words in place of this one's.</summary>
    public string Plain(string output) => output.Replace(home.FullPath, "/home/ann", StringComparison.Ordinal);

    public void Dispose()
    {
        if (holder is not null)
        {
            holder.Kill();
            holder.WaitForExit();
            holder.Dispose();
        }

        home.Dispose();
    }

    private void Make(string state)
    {
        Directory.CreateDirectory(home.At("runner"));
        bool isMessy = state != "tidy";
        List<string> tracked = [];
        foreach (DemoFile file in DemoFile.All())
        {
            bool isStray = file.AgeInDays < 40 && !file.Path.Contains('/', StringComparison.Ordinal) && file.Path != "README.md";
            if (isStray && !isMessy)
                continue;
            home.Write($"shop/{file.Path}", file.Content());
            File.SetLastWriteTimeUtc(home.At($"shop/{file.Path}"), DateTime.UtcNow.AddDays(-file.AgeInDays));
            if (!isStray)
                tracked.Add(file.Path);
        }

        if (state is "configured" or "held" or "queued" or "tidy")
        {
            home.Write("shop/tidy.json", Presets);
            tracked.Add("tidy.json");
        }

        File.WriteAllText(Path.Combine(Root, ".gitignore"), "bin/\nobj/\n");
        GitRepository.InitAndAdd(Root, [.. tracked]);
        GitRepository.Git(Root, "commit", "-q", "-m", "shop");
    }

    private Process Hold(string name)
    {
        Process tail = Process.Start(new ProcessStartInfo("tail", ["-f", Path.Combine(Root, name)]) { RedirectStandardOutput = true })!;
        tail.StandardOutput.Read(); // it has the file open once it prints
        return tail;
    }

    private void WriteDotNet()
    {
        string path = home.Write("bin/dotnet", $"""
            #!/bin/sh
            case "$1" in
              tidy) shift ;;
              run) while [ "$1" != -- ]; do shift; done; shift ;;
              *) echo "this dotnet knows no '$*'" >&2; exit 99 ;;
            esac
            exec "{ToolProcess.Host}" exec "{ToolProcess.Dll}" "$@"
            """);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
