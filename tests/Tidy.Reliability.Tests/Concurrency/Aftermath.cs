using System.Text.Json;
using Tidy.Core.Workspaces;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Concurrency;

/// <summary>What must hold of Tidy's own state when nobody is at work any more, whatever happened before.</summary>
internal static class Aftermath
{
    public static void AssertSound(LiveWorkspace live)
    {
        string state = live.At(WorkspacePath.StateFolder);
        string[] left = [.. Directory.EnumerateFiles(live.FullPath, "*", SearchOption.AllDirectories).Where(IsTemporary)];
        Assert.IsEmpty(left, "left behind: " + string.Join(", ", left));
        if (File.Exists(live.Queue))
            JsonDocument.Parse(File.ReadAllText(live.Queue)).Dispose();
        if (!Directory.Exists(Path.Combine(state, "runs")))
            return;
        foreach (string run in Directory.GetDirectories(Path.Combine(state, "runs")))
        {
            Assert.IsFalse(run.EndsWith(".open", StringComparison.Ordinal), $"a run is still open: {run}");
            string last = File.ReadLines(Path.Combine(run, "journal.jsonl")).Last();
            StringAssert.Contains(last, "\"t\":\"end\"", $"a journal was not closed: {run}");
        }
    }

    private static bool IsTemporary(string path) =>
        Path.GetExtension(path) is ".part" or ".aside" || path.EndsWith(".owner.json", StringComparison.Ordinal) || (path.Contains(WorkspacePath.StateFolder) && path.EndsWith(".tmp", StringComparison.Ordinal));
}
