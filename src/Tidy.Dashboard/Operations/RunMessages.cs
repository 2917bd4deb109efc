using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Dashboard.Operations;

/// <summary>What came of a run, in a few sentences.</summary>
internal static class RunMessages
{
    /// <summary>More files than these are not told one by one; the page shows them all.</summary>
    private const int NamedFiles = 3;

    public static IReadOnlyList<Message> Of(RunResult run)
    {
        List<Message> messages = [new(null, "note", Summary(run))];
        Outcome[] left = [.. run.Entries.Where(e => e.Status is EntryStatus.Queued or EntryStatus.Failed or EntryStatus.Stale)];
        messages.AddRange(left.Take(NamedFiles).Select(Of));
        messages.AddRange(run.Findings.Where(f => f.Level != FindingLevel.Note).Take(NamedFiles).Select(f => new Message(f.Code, WireNames.Of(f.Level), f.Text)));
        return messages;
    }

    private static string Summary(RunResult run)
    {
        int moved = run.Entries.Count(e => e.Status is EntryStatus.Moved or EntryStatus.Removed);
        int left = run.Entries.Count(e => e.Status is EntryStatus.Queued or EntryStatus.Failed or EntryStatus.Stale);
        string files = run.Command == RunCommand.Undo ? "put back" : "moved";
        return moved + left == 0 ? "There was nothing to do." : $"{moved} {files}, {left} left where they are.";
    }

    private static Message Of(Outcome outcome)
    {
        string source = outcome.Entry.Source.Value;
        string why = outcome.Holders.Count > 0 ? $"held by {string.Join(", ", outcome.Holders)}"
            : outcome.Message ?? (outcome.Reason is { } reason ? WireNames.Of(reason) : "not moved");
        return new Message(outcome.Code, outcome.Status == EntryStatus.Queued ? "warning" : "error", $"{source}: {why}");
    }
}
