using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>A real workspace and the real tool in it, for the length of one test.</summary>
internal sealed class LiveWorkspace : IDisposable
{
    public const string LogsToArchive =
        """
        { "version": 1, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" }, { "id": "db", "match": ["*.db"], "to": "archive/db/" } ] }
        """;

    private readonly TemporaryWorkspace workspace = new();

    public LiveWorkspace(string config = LogsToArchive) => Write("tidy.json", config);

    public string FullPath => workspace.FullPath;

    public string Queue => At(".autonomous_runs/tidy_pending_moves.json");

    /// <summary>The 587 files of the reference system's repository, under the built-in presets.</summary>
    public static LiveWorkspace Real()
    {
        LiveWorkspace live = new("""{ "version": 1, "extends": ["dotnet", "agents"] }""");
        RealWorkspace.Make(live.FullPath);
        return live;
    }

    public string At(string relative) => workspace.At(relative);

    public string Write(string relative, string content = "content") => workspace.Write(relative, content);

    public bool Exists(string relative) => Path.Exists(At(relative));

    public ToolAnswer Tidy(params string[] args) => ToolProcess.Run(FullPath, args);

    public ToolAnswer Json(params string[] args) => Tidy([.. args, "--format", "json"]);

    /// <summary>Names, bytes, times and modes of everything, Tidy's own state and the root folder included.</summary>
    public List<string> Everything() => [$". {Directory.GetLastWriteTimeUtc(FullPath):O}", .. TreeSnapshot.Of(FullPath)];

    /// <summary>The same without Tidy's own state and without the times of folders.</summary>
    public List<string> Files() => [.. TreeSnapshot.OfFiles(FullPath)];

    public List<string> Contents() => [.. RealWorkspace.Contents(FullPath)];

    public void Dispose() => workspace.Dispose();
}
