using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>What the kernel saw: the rules ask for content, mentions and git only where a name may be clutter.</summary>
[TestClass]
public sealed class CleanRootTests
{
    private static readonly string[] Clean =
    [
        "README.md", "LICENSE", "CHANGELOG.md", "App.sln", "global.json", "Directory.Build.props", ".editorconfig", ".gitignore", "build.sh", "build.ps1", "appsettings.json",
        "Program.cs", "App.csproj", "package.json", "requirements.txt", "docs/README.md", "src/Program.cs", ".github/workflows/ci.yml", ".git/HEAD", "icon.png",
    ];

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void APlanOfACleanRoot_OpensNoFileOfIt_AndStartsNoProcess()
    {
        string[] calls = CallsOfAPlan(Clean);

        Assert.AreEqual("", string.Join('\n', Opened(calls).Where(path => path is not ("/tidy.json" or "/.autonomous_runs/tidy_pending_moves.json"))));
        Assert.HasCount(1, calls.Where(IsStart), "only the tool itself is started");
    }

    /// <summary>So the test above sees what it looks for.</summary>
    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void APlanWithACandidate_OpensWhatMayMentionIt_AndAsksGit()
    {
        string[] calls = CallsOfAPlan([.. Clean, "fix_imports.py"]);

        CollectionAssert.IsSubsetOf(new[] { "/fix_imports.py", "/README.md", "/.github/workflows/ci.yml" }, Opened(calls));
        Assert.IsGreaterThan(1, calls.Count(IsStart));
    }

    private static string[] CallsOfAPlan(string[] files)
    {
        using LiveWorkspace live = new("""{ "extends": ["dotnet", "agents", "node", "python", "data", "windows-debris", "strict"] }""");
        using TemporaryWorkspace log = new();
        foreach (string file in files)
            File.SetLastWriteTimeUtc(live.Write(file), DateTime.UtcNow.AddDays(-2));
        Programs.Run("strace", "-f", "-e", "trace=openat,execve", "-o", log.At("calls"), ToolProcess.Host, "exec", ToolProcess.Dll, "plan", "--workspace", live.FullPath);
        return [.. File.ReadLines(log.At("calls")).Where(l => !l.Contains("ENOENT", StringComparison.Ordinal)).Select(l => l.Replace(live.FullPath, "<root>", StringComparison.Ordinal))];
    }

    private static bool IsStart(string call) => call.Contains("execve(", StringComparison.Ordinal);

    /// <summary>Files, not folders, relative to the workspace with a <c>/</c> in front.</summary>
    private static string[] Opened(string[] calls) =>
        [.. calls.Where(l => l.Contains("openat(AT_FDCWD, \"<root>", StringComparison.Ordinal) && !l.Contains("O_DIRECTORY", StringComparison.Ordinal)).Select(l => l.Split('"')[1]["<root>".Length..])];
}
