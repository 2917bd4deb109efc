using System.Diagnostics;
using System.Text.Json.Nodes;
using Tidy.Core;

namespace Tidy.Tool.Tests;

/// <summary>A real workspace in which the Windows build of the tool runs; the test itself sees it from the Linux side.</summary>
internal sealed class WineWorkspace : IDisposable
{
    public const string QueueFile = ".autonomous_runs/tidy_pending_moves.json";

    private readonly WineMachine machine;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tidy-wine-workspace-");

    public WineWorkspace(WineMachine machine, string conflict = "rename", string to = "archive/logs/")
    {
        this.machine = machine;
        Write("tidy.json", new JsonObject
        {
            ["version"] = 1,
            ["rules"] = new JsonArray(new JsonObject { ["id"] = "logs", ["match"] = new JsonArray("*.log", "old/"), ["to"] = to, ["conflict"] = conflict }),
        }.ToJsonString());
    }

    public string FullPath => folder.FullName;

    public string At(string relative) => Path.Combine(folder.FullName, relative);

    public bool Exists(string relative) => Path.Exists(At(relative));

    public void Write(string relative, string content = "content")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(relative))!);
        File.WriteAllText(At(relative), content);
    }

    public string Read(string relative) => File.ReadAllText(At(relative));

    /// <summary>Names in a folder; the names that tell one file from another, so exact ones.</summary>
    public IReadOnlyList<string> NamesIn(string relative) => [.. new DirectoryInfo(At(relative)).GetFileSystemInfos().Select(f => f.Name).Order(StringComparer.Ordinal)];

    /// <summary>The only pending move, as the queue file has it.</summary>
    public JsonNode OnlyPending() => JsonNode.Parse(Read(QueueFile))!["items"]!.AsArray().Single()!;

    /// <summary>Changes the queue file as another program would.</summary>
    public void EditQueue(Action<JsonArray> change)
    {
        JsonNode queue = JsonNode.Parse(Read(QueueFile))!;
        change(queue["items"]!.AsArray());
        Write(QueueFile, queue.ToJsonString());
    }

    public WineAnswer Json(params string[] words) => Tidy([.. words, "--format", "json"]);

    public WineAnswer Tidy(params string[] words)
    {
        WineAnswer answer = Run(words);
        // Seen once, on a busy machine: Wine ended with 1 and without a word, which the tool never does. Why is not known.
        return answer is { Exit: ExitCode.Findings, Out: "", Error: "" } ? Run(words) : answer;
    }

    /// <summary>A run that the test does not wait for.</summary>
    public Process Start(params string[] words) => machine.Start(machine.Tool, folder.FullName, words);

    /// <summary>Holds a file or folder of the workspace; modes: see <c>Hold</c> in the holder program.</summary>
    public WineHolder Hold(string mode, string relative) =>
        WineHolder.Start(machine.Start(machine.Holder, Path.GetTempPath(), [mode, WineMachine.WindowsPath(At(relative))]));

    public void Dispose() => folder.Delete(recursive: true);

    private WineAnswer Run(string[] words)
    {
        using Process tool = machine.Start(machine.Tool, folder.FullName, words);
        tool.StandardInput.Close();
        Task<string> output = tool.StandardOutput.ReadToEndAsync();
        Task<string> error = tool.StandardError.ReadToEndAsync();
        if (!tool.WaitForExit(WineMachine.Patience))
        {
            tool.Kill();
            throw new AssertFailedException($"dotnet tidy {string.Join(' ', words)} did not end");
        }

        return new WineAnswer((ExitCode)tool.ExitCode, output.Result, error.Result);
    }
}
