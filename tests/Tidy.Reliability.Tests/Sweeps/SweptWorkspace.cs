using System.IO.Compression;
using System.Text.Json;
using Tidy.Core;
using Tidy.Core.Holders;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Tests;
using Tidy.Core.Workspaces;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Sweeps;

/// <summary>A workspace in which the command of a scene is about to run, and what must be true whatever interrupts it.</summary>
internal sealed class SweptWorkspace : IDisposable
{
    private readonly Scene scene;
    private readonly LiveWorkspace live = new();
    private readonly Mount? volume;
    private readonly FileHolder? holder;
    private readonly Dictionary<string, int> payload;
    private readonly string[] queued;

    public SweptWorkspace(Scene scene, SceneFiles files)
    {
        this.scene = scene;
        if (scene.AcrossVolumes)
        {
            Directory.CreateDirectory(live.At("archive"));
            volume = Mount.Tmpfs(live.At("archive"), "8m");
        }

        files.CopyTo(live.FullPath);
        if (scene.IsNew)
            File.Delete(live.At("tidy.json"));
        if (scene.WithHolder)
            holder = FileHolder.Start("read", live.At(SceneFiles.Held));
        payload = Payload();
        foreach (string[] command in scene.Before)
            Assert.IsTrue(live.Tidy(command).Exit is 0 or 3);
        queued = [.. Queue().Where(i => i.Action == "move").Select(i => i.Source)]; // a hold on another action ends when its folder changes
        if (scene.InterruptedBefore is { } interrupted)
            Assert.AreEqual(TracedTool.Killed, TracedTool.Kill(FullPath, new SystemCall("renameat2", 12, "in the middle"), interrupted).Exit);
        if (scene.QueueIsDamaged)
            File.WriteAllText(live.Queue, File.ReadAllText(live.Queue)[..^100]);
    }

    /// <summary>The scene's command for this workspace.</summary>
    public string[] Command => [.. scene.Command.Select(word => word == Scene.LastRun ? LastRun() : word)];

    public string FullPath => live.FullPath;

    /// <summary>What the queue has of each file, and what the workspace looks like; what Tidy writes itself counts by its name only.</summary>
    public string[] Tree => [.. TreeSnapshot.OfTree(FullPath).Select(l => IsWritten(l) ? l.Split("  ")[0] : l)];

    public string[] QueueLines => [.. Queue().Select(i => $"{i.Action} {i.Source} {i.Status}")];

    public ToolAnswer Tidy(params string[] args) => live.Tidy(args);

    /// <summary>
    /// One more run, and then every file is there once with its content, and every queued file is accounted for. The run is the engine's in this
    /// process, which is warm: a sweep has thousands.
    /// </summary>
    /// <param name="at">For messages.</param>
    /// <param name="probeIsDenied">Nobody could be asked who has <c>held.log</c> open, for want of rights: only the move could tell, and Linux lets it.</param>
    public void AssertRecovers(string at, bool probeIsDenied = false)
    {
        RunResult next = Run(RunCommand.Apply);
        string said = string.Join('\n', next.Findings.Select(f => $"{f.Level} {f.Path}: {f.Message}").Concat(next.Entries.Select(e => $"{e.Status} {e.Entry.Action} {e.Entry.Source} {e.Message}")));
        Assert.IsTrue(next.Exit is ExitCode.Done or ExitCode.Pending, $"{at}: exit {next.Exit}\n{said}");
        Assert.DoesNotContain(f => f.Level == FindingLevel.Error, next.Findings, $"{at}: {said}");
        AssertNothingLost(at, said, probeIsDenied);
        if (next.Findings.Any(f => f.Message.Contains("it was on hold, and its source changed", StringComparison.Ordinal)))
            Run(RunCommand.Apply); // what was on hold is planned again by the run after the one that let it go
        Assert.AreEqual("", WorkLeft(), $"{at}: the run after it has work left; it was\n{said}");
    }

    public void Dispose()
    {
        holder?.Dispose();
        volume?.Dispose();
        live.Dispose();
    }

    private string WorkLeft() => string.Join(
        ", ",
        Run(RunCommand.Plan).Entries.Where(e => e.Status == EntryStatus.Planned && e.Entry.Pending is null).Select(e => $"{e.Entry.Action} {e.Entry.Source}"));

    private RunResult Run(RunCommand command)
    {
        RunRequest request = new() { Command = command, Root = WorkspaceRoot.At(FullPath), Config = SceneFiles.Config, Repair = true };
        return new TidyRun(request, new RunServices { Files = OsFiles.Current, Processes = Processes.Current, Clock = TimeProvider.System }).Execute();
    }

    private void AssertNothingLost(string at, string said, bool probeIsDenied)
    {
        Dictionary<string, int> now = Payload();
        foreach ((string content, int count) in payload)
        {
            int there = now.GetValueOrDefault(content);
            Assert.IsTrue(there >= 1 && there <= count, $"{at}: '{content}' is there {there} times instead of {count}\n{said}\n{string.Join('\n', Tree)}");
        }

        Assert.AreEqual(payload.Count, now.Count, $"{at}: content that never was: {string.Join(", ", now.Keys.Except(payload.Keys))}");
        string leftovers = string.Join(", ", Directory.EnumerateFiles(FullPath, "*", SearchOption.AllDirectories).Where(IsLeftover));
        Assert.AreEqual("", leftovers, at);
        Assert.IsEmpty(Directory.GetDirectories(live.At(".autonomous_runs/tidy/runs"), "*.open"), at);
        AssertQueueIsComplete(at, said, probeIsDenied);
    }

    /// <summary>Of what was queued before, each is in the queue still, or its file has moved; or a person asked the queue to forget it.</summary>
    private void AssertQueueIsComplete(string at, string said, bool probeIsDenied)
    {
        string[] items = [.. Queue().Where(i => i.Action == "move").Select(i => i.Source)];
        CollectionAssert.AllItemsAreUnique(items, at);
        string[] gone = [.. queued.Except(items).Where(s => !scene.OnlyQueue && live.Exists(s))];
        Assert.IsEmpty(gone, $"{at}: not in the queue any more, and not moved: {string.Join(", ", gone)}\n{said}");
        if (scene.WithHolder && !probeIsDenied)
            CollectionAssert.Contains(items, SceneFiles.Held, $"{at}: in use, and nobody will try again\n{said}");
    }

    private string LastRun() => live.Json("history").Json.GetProperty("runs")[0].GetProperty("run_id").GetString()!;

    /// <summary>How often each content is there, compressed or not.</summary>
    private Dictionary<string, int> Payload() =>
        Directory.EnumerateFiles(FullPath, "*", SearchOption.AllDirectories)
            .Where(f => !IsState(f) && !IsWritten(Path.GetRelativePath(FullPath, f)))
            .Select(Content)
            .CountBy(c => c)
            .ToDictionary();

    private List<(string Source, string Action, string Status)> Queue()
    {
        if (!File.Exists(live.Queue))
            return [];
        JsonElement items = JsonDocument.Parse(File.ReadAllBytes(live.Queue)).RootElement.GetProperty("items");
        return [.. items.EnumerateArray().Select(i => (i.GetProperty("src").GetString()!, i.GetProperty("action").GetString()!, i.GetProperty("status").GetString()!)).Order()];
    }

    private bool IsState(string file) => Path.GetRelativePath(FullPath, file).StartsWith(".autonomous_runs/tidy", StringComparison.Ordinal);

    private static bool IsWritten(string path) =>
        path.StartsWith("archive/ARCHIVE_INDEX", StringComparison.Ordinal) || path.Contains(".gitignore", StringComparison.Ordinal) || path.StartsWith("docs/HISTORY.md", StringComparison.Ordinal)
        || path.StartsWith("tidy.json", StringComparison.Ordinal) || path.StartsWith(".config/tidy.schema.json", StringComparison.Ordinal);

    private static bool IsLeftover(string file) => Path.GetExtension(file) is ".part" or ".tmp" || Path.GetFileName(file).StartsWith(".tidy-", StringComparison.Ordinal);

    private static string Content(string file)
    {
        using Stream raw = File.OpenRead(file);
        using StreamReader reader = new(Path.GetExtension(file) == ".gz" ? new GZipStream(raw, CompressionMode.Decompress) : raw);
        return reader.ReadToEnd().TrimEnd('\n');
    }
}
