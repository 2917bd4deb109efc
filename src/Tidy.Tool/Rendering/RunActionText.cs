using Tidy.Core.Journal;

namespace Tidy.Tool.Rendering;

/// <summary>An action of a past run in words. Paths are as they are; printing makes them safe.</summary>
internal static class RunActionText
{
    public static string Of(RunAction action) => action.Status switch
    {
        RunActionStatus.Done => Done(action),
        RunActionStatus.NotDone => $"not done{Why(action)}: {Intended(action)}",
        _ => $"not tried: {Intended(action)}",
    };

    /// <summary><c>locked</c>, <c>permission, 13</c>; empty where the journal does not say.</summary>
    public static string ReasonOf(RunAction action)
    {
        string reason = action.Reason ?? "";
        return action.Code is { } code ? $"{reason}, {code}".TrimStart(',', ' ') : reason;
    }

    private static string Done(RunAction action)
    {
        string source = action.Source;
        return action.Action switch
        {
            "move" => Intended(action),
            "remove_duplicate" => action.Destination is { } same ? $"removed the duplicate {source} (the same content is at {same})" : $"removed the duplicate {source}",
            "restore_duplicate" => action.Destination is { } back ? $"restored {back} from {source}" : $"restored {source}",
            "remove_empty_dir" => $"removed the empty folder {source}",
            "create_dir" => $"made the folder {action.Destination ?? source}",
            "create_file" => $"made the file {action.Destination ?? source}",
            "write_index" => $"wrote the index {action.Destination ?? source}",
            "compress" => action.Destination is { } to ? $"compressed {source} -> {to}" : $"compressed {source}",
            _ => Intended(action),
        };
    }

    /// <summary>A move needs no verb; another word, were it one that this version does not know, says what it is.</summary>
    private static string Intended(RunAction action)
    {
        string paths = action.Destination is { } to ? $"{action.Source} -> {to}" : action.Source;
        return action.Action == "move" ? paths : $"{action.Action.Replace('_', ' ')} {paths}";
    }

    private static string Why(RunAction action) => ReasonOf(action) is { Length: > 0 } reason ? $" ({reason})" : "";
}
