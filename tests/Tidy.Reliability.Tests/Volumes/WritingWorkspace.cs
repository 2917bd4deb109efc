using Tidy.Core.Queue;
using Tidy.Core.Tests;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Volumes;

/// <summary>
/// A workspace that takes room for everything that a run may write (journal, packed files, an index, a file that was missing, the queue and its
/// history), a page or two each, and of which nothing frees room before that.
/// </summary>
internal static class WritingWorkspace
{
    public static readonly string[] Apply = ["apply", "--repair"];

    private const int Some = 4;

    private static readonly string Config =
        $$"""
        {
          "version": 1, "inUse": "off",
          "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" } ],
          "archive": { "index": true, "retention": { "olderThan": "100d", "action": "compress" } },
          "required": [ { "path": "READ.me", "template": "{{Payload.Text("made").ReplaceLineEndings("\\n")}}" } ]
        }
        """;

    private static readonly Lazy<Undisturbed> Known = new(RunUndisturbed);

    public static Undisturbed Reference => Known.Value;

    public static void Make(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "tidy.json"), Config);
        for (int i = 0; i < Some; i++)
        {
            Payload.Write(Path.Combine(folder, $"file-{i}.log"), $"file-{i}.log");
            Payload.Write(Path.Combine(folder, $"old-{i}.log"), $"old-{i}.log");
            Payload.Write(Path.Combine(folder, $"waiting-{i}.dat"), $"waiting-{i}.dat");
            File.SetLastWriteTimeUtc(Path.Combine(folder, $"old-{i}.log"), DateTime.UtcNow.Date.AddDays(-200));
        }

        Queued.Put(folder, PendingStatus.Pending, [.. Enumerable.Range(0, Some).Select(i => ($"waiting-{i}.dat", $"archive/waited/waiting-{i}.dat"))]);
    }

    private static Undisturbed RunUndisturbed()
    {
        using TemporaryWorkspace workspace = new();
        Make(workspace.FullPath);
        WorkspaceState before = WorkspaceState.In(workspace.FullPath);
        ToolProcess.Run(workspace.FullPath, Apply).AssertExit(0);
        WorkspaceState tidy = WorkspaceState.In(workspace.FullPath);
        ToolProcess.Run(workspace.FullPath, "undo").AssertExit(0);
        return new Undisturbed(before, tidy, WorkspaceState.In(workspace.FullPath));
    }
}
