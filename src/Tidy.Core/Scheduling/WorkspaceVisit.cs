using System.Text.Json;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Scheduling;

/// <summary>
/// One workspace, tidied by a process of its own: one that hangs, or fails in a way nobody thought of, costs only itself. It is the run that a
/// build starts by itself: files younger than <c>build.minAge</c> stay, and it never says that builds may apply from now on.
/// </summary>
internal sealed class WorkspaceVisit(ToolCommand tool, ISystemCommands commands)
{
    private const int LongestMessage = 500;

    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(30);

    public WorkspaceRun Run(string path, TimeSpan limit, CancellationToken cancel)
    {
        if (Obstacle(path) is { } obstacle)
            return obstacle;
        CommandAnswer answer = commands.Run(Command(path, limit), cancel);
        if (answer.ExitCode is not { } exit)
            return new WorkspaceRun(path, cancel.IsCancellationRequested ? WorkspaceRunState.Failed : WorkspaceRunState.TimedOut, Message: Short(answer.Complaint));
        return OfAnswer(path, exit, answer);
    }

    /// <summary>Why there can be no run now, or null.</summary>
    public static WorkspaceRun? Obstacle(string path)
    {
        if (!Directory.Exists(path))
            return Absent(path);
        return File.Exists(Path.Combine(path, WorkspaceRoot.ConfigFileName))
            ? null
            : new WorkspaceRun(path, WorkspaceRunState.Broken, Message: "There is no tidy.json any more. 'dotnet tidy init' writes one.");
    }

    private static WorkspaceRun Absent(string path)
    {
        bool isAway = Path.GetDirectoryName(path) is not { } parent || !Directory.Exists(parent);
        return isAway
            ? new WorkspaceRun(path, WorkspaceRunState.Away, Message: "Neither it nor the folder around it is there now: perhaps a drive that is not connected.")
            : new WorkspaceRun(path, WorkspaceRunState.Missing, Message: "The folder is gone.");
    }

    private SystemCommand Command(string path, TimeSpan limit)
    {
        string[] words = ["apply", "--workspace", path, "--automatic", "--allow-pending", "--format", "json", "--lock-timeout", $"{LockTimeout.TotalSeconds}s"];
        return new SystemCommand(tool.Program, [.. tool.Arguments, .. words])
        {
            TimeLimit = limit,
            // Of a program that cannot ask anybody.
            Environment = new Dictionary<string, string>(tool.Environment, StringComparer.Ordinal) { ["GIT_TERMINAL_PROMPT"] = "0" },
        };
    }

    private static WorkspaceRun OfAnswer(string path, int exit, CommandAnswer answer)
    {
        WorkspaceRunState state = (ExitCode)exit switch
        {
            ExitCode.Done or ExitCode.Pending => WorkspaceRunState.Done,
            ExitCode.Usage => WorkspaceRunState.Broken,
            ExitCode.Busy => WorkspaceRunState.Busy,
            _ => WorkspaceRunState.Failed,
        };
        try
        {
            using JsonDocument report = JsonDocument.Parse(answer.Output);
            return OfReport(new WorkspaceRun(path, state, exit), report.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new WorkspaceRun(path, WorkspaceRunState.Failed, exit, Short(answer.Complaint));
        }
    }

    private static WorkspaceRun OfReport(WorkspaceRun run, JsonElement report) => run with
    {
        Moved = report.GetProperty("entries").EnumerateArray().Count(e => e.GetProperty("status").GetString() is "moved" or "removed"),
        Pending = report.GetProperty("queue").GetProperty("pending").GetInt32(),
        Message = run.State == WorkspaceRunState.Done ? null : Short(FirstError(report) ?? $"Its run ended with {run.ExitCode}."),
    };

    private static string? FirstError(JsonElement report) => report.GetProperty("findings").EnumerateArray()
        .Where(f => f.GetProperty("level").GetString() == "error")
        .Select(f => $"{f.GetProperty("code").GetString()}: {f.GetProperty("message").GetString()}")
        .FirstOrDefault();

    private static string Short(string text) => text.Length > LongestMessage ? text[..LongestMessage] : text;
}
