using Tidy.Core;
using Tidy.Core.Moving;
using Tidy.Core.Queue;
using Tidy.Core.Reports;

namespace Tidy.Tool.Rendering;

/// <summary>A suggestion as a sentence: what to do, to whom, and with which command. Names are as they are; printing makes them safe.</summary>
internal static class SuggestionText
{
    /// <summary>More items than these are not named one by one in a command.</summary>
    private const int IdsNamed = 3;

    public static string Of(Suggestion suggestion) => suggestion.Kind switch
    {
        SuggestionKind.CloseHolder => Close(suggestion),
        SuggestionKind.FindHolder =>
            $"find out who holds {Files(suggestion)}: 'dotnet tidy locks FILE' as administrator names processes of others; restarting the machine ends them",
        SuggestionKind.Retry => $"run 'dotnet tidy retry': {WhyNow(suggestion)}",
        SuggestionKind.GrantRights => Grant(suggestion),
        SuggestionKind.ChooseFile => Choose(suggestion),
        SuggestionKind.RemoveCause => RemoveCause(suggestion),
        SuggestionKind.RetryOrDrop => RetryOrDrop(suggestion),
        _ => Release(suggestion),
    };

    private static string Close(Suggestion suggestion)
    {
        if (suggestion.Holder is not { } holder)
            return "";
        string who = $"'{holder.Name}' (pid {holder.ProcessId})";
        return Remedies.For([holder]) is [var remedy, ..]
            ? $"try {remedy}: {who} holds {Files(suggestion)}"
            : $"close {who} that holds {Files(suggestion)}";
    }

    private static string WhyNow(Suggestion suggestion) => suggestion.Obstacle switch
    {
        ObstacleKind.Free => $"nobody holds {Files(suggestion)} any more",
        ObstacleKind.Gone => $"{Files(suggestion)} {Verb(suggestion, "is gone, and leaves", "are gone, and leave")} the queue",
        _ => $"what was in the way of {Files(suggestion)} has changed",
    };

    /// <summary>A rename changes two folders; Windows asks for the right to delete the file besides.</summary>
    private static string Grant(Suggestion suggestion)
    {
        PendingMove first = First(suggestion);
        string from = Folder(first.Source.Parent?.Value);
        string to = Folder(first.Destination.Parent?.Value);
        string folders = from == to ? from : $"{from} and {to}";
        return $"grant the right to write in {folders} (on Windows also to delete the file): {Files(suggestion)} could not be moved for lack of rights";
    }

    private static string Choose(Suggestion suggestion)
    {
        string more = suggestion.Items.Count == 1 ? "" : $" (and {Measures.Count(suggestion.Items.Count - 1, "more pair", "more pairs")} in that folder)";
        return $"rename or remove one of the two: {First(suggestion).Source} or {First(suggestion).Destination}{more}";
    }

    private static string RemoveCause(Suggestion suggestion)
    {
        PendingMove first = First(suggestion);
        string to = Folder(first.Destination.Parent?.Value);
        return first.Reason switch
        {
            FailureReason.DiskFull => $"free space on the disk of {to}: {Files(suggestion)} {Verb(suggestion, "does", "do")} not fit",
            FailureReason.ReadOnlyFs => $"make the file system of {Folder(first.Source.Parent?.Value)} and {to} writable for {Files(suggestion)}",
            FailureReason.PathTooLong => $"give {Files(suggestion)} a shorter name or destination: the path is too long",
            _ => $"remove what is in the way of {Files(suggestion)}{(first.LastError is { } error ? $": {SafeText.Shortened(error, 200)}" : "")}",
        };
    }

    private static string RetryOrDrop(Suggestion suggestion)
    {
        bool isAbandoned = First(suggestion).Status == PendingStatus.Abandoned;
        string what = $"{Files(suggestion)} {(isAbandoned ? Verb(suggestion, "was given up", "were given up") : Verb(suggestion, "needs a person", "need a person"))}";
        if (suggestion.Items.Count > IdsNamed)
        {
            string status = WireNames.Of(First(suggestion).Status);
            return $"{what}: 'dotnet tidy retry --all' tries all again, 'dotnet tidy queue clear --status {status} --yes' forgets these";
        }

        return $"{what}: 'dotnet tidy retry {Ids(suggestion)}' tries again, 'dotnet tidy queue drop {Ids(suggestion)}' forgets {Verb(suggestion, "it", "them")}";
    }

    private static string Release(Suggestion suggestion)
    {
        string what = $"{Files(suggestion)} {Verb(suggestion, "is", "are")} on hold";
        return suggestion.Items.Count > IdsNamed
            ? $"{what}: 'dotnet tidy queue list --status held' lists them, 'dotnet tidy queue release ID' lets one be tried"
            : $"{what}: 'dotnet tidy queue release {Ids(suggestion)}' lets {Verb(suggestion, "it", "them")} be tried";
    }

    private static string Verb(Suggestion suggestion, string one, string many) => suggestion.Items.Count == 1 ? one : many;

    private static PendingMove First(Suggestion suggestion) => suggestion.Items[0];

    /// <summary>The first file, and how many there are.</summary>
    private static string Files(Suggestion suggestion) =>
        suggestion.Items.Count == 1 ? First(suggestion).Source.Value : $"{First(suggestion).Source} ({Measures.Files(suggestion.Items.Count)})";

    private static string Ids(Suggestion suggestion) => string.Join(' ', suggestion.Items.Select(i => i.Id));

    private static string Folder(string? path) => path is null ? "the workspace root" : $"'{path}/'";
}
