using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Tidy.Build.Calls;
using Tidy.Core;

namespace Tidy.Build.Relay;

/// <summary>Tells the build what the tool tells: warnings with code and file for what a person should see, messages for the rest.</summary>
internal sealed class EventRelay(TaskLoggingHelper log, RelaySettings settings)
{
    private readonly BuildLog build = new(log, settings);
    private readonly RunCounts counts = new(settings.Call);

    /// <summary>The run came to its end, whatever its exit code.</summary>
    public bool IsComplete { get; private set; }

    public void Take(ToolEvent one)
    {
        switch (one.Name)
        {
            case "started":
                Started(one);
                break;
            case "entry":
                Entry(one);
                break;
            case "finding":
                Finding(one);
                break;
            case "summary":
                IsComplete = true;
                if (counts.Summary() is { } summary)
                    log.LogMessage(MessageImportance.High, "{0}", summary);
                break;
        }
    }

    private void Started(ToolEvent started)
    {
        counts.HasStarted = true;
        if (started["tool_version"] is { } version && version != TaskVersion.Text)
            build.Message(MessageImportance.High, Codes.VersionSkew, $"The task is Tidy.Build {TaskVersion.Text}, but the tool '{settings.Call.ToolPath}' is dotnet-tidy {version}.");
    }

    private void Entry(ToolEvent entry)
    {
        string path = entry["src"]!;
        string to = entry["dest"] is { } destination && destination != path ? $" to '{destination}'" : "";
        counts.Count(entry["status"], entry["code"], entry["action"]);
        string? why = entry["message"] ?? entry["rule"] ?? entry["phase"];
        switch (entry["status"], entry["code"])
        {
            case ("planned", Codes.Stray) when Verb(entry) is { } verb:
                build.Warn(Codes.Stray, path, $"Has to be {verb} ({why}).");
                break;
            case ("planned", Codes.Stray):
                build.Warn(Codes.Stray, path, $"Out of place: it belongs in '{entry["dest"]}' ({why}).");
                break;
            case ("moved" or "removed", var code):
                MessageImportance importance = code == Codes.MovedFromQueue ? MessageImportance.High : MessageImportance.Normal;
                build.Message(importance, code, $"'{path}' {Verb(entry) ?? entry["status"]}{to}: {why}.");
                break;
            case ("queued", Codes.MoveFailed) or ("failed" or "stale", _):
                build.Warn(entry["code"] ?? Codes.MoveFailed, path, $"Not {Verb(entry) ?? "moved"}{to}: {entry["message"]}.");
                break;
            case ("queued", { } code):
                build.WarnLocked(code, path, $"Not moved{to} yet: {entry["message"]}.", entry["attempt"]);
                break;
            case (_, { } code):
                build.Message(MessageImportance.Normal, code, $"'{path}': {entry["message"]}.");
                break;
        }
    }

    /// <summary>What is done to the path, in a word; null for a move.</summary>
    private static string? Verb(ToolEvent entry) => entry["action"] switch
    {
        "remove_empty_dir" => "removed as an empty folder",
        "create_dir" => "made as a folder",
        "write_index" or "create_file" => "written",
        "compress" => "compressed",
        _ => null,
    };

    private void Finding(ToolEvent finding)
    {
        string code = finding["code"]!;
        string message = finding["message"]!;
        bool isProblem = finding["level"] != "note";
        if (!counts.HasStarted && code is Codes.Usage or Codes.BadConfig or Codes.PathRefused)
            build.Error(code, finding);
        else if (code is Codes.Abandoned or Codes.InUseQueued or Codes.NeedsPerson)
            build.WarnLocked(code, finding["path"], message, attempt: null);
        else if (isProblem && code != Codes.WorkspaceBusy && (settings.Call.Mode == TidyMode.Verify || !IsAboutTidiness(code)))
            build.Warn(code, finding["path"], message);
        else
            build.Message(code is Codes.WorkspaceBusy or Codes.MovedFromQueue ? MessageImportance.Normal : MessageImportance.Low, code, message);
    }

    /// <summary>What is wrong with the workspace, as opposed to Tidy, its state or its configuration; only <c>verify</c> warns of it.</summary>
    private static bool IsAboutTidiness(string code) => code.StartsWith("TIDY2", StringComparison.Ordinal);
}
