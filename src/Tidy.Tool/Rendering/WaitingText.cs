using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Rendering;

/// <summary>What could not move: who holds it, which attempt this was, what happens next.</summary>
internal sealed class WaitingText(ILines lines, DateTimeOffset now, bool verbose)
{
    public void Write(RunView view)
    {
        if (view.InUse.Count > 0)
            WriteAll("In use, queued", view.InUse, WriteInUse);
        if (view.Queued.Count > 0)
            WriteAll("Could not be moved, queued", view.Queued, WriteFailed);
        if (view.Failed.Count > 0)
            WriteAll("Could not be moved", view.Failed, WriteFailed);
    }

    private void WriteAll(string title, IReadOnlyList<Outcome> outcomes, Action<Outcome> write)
    {
        lines.Add(title, Tone.Heading).Add($"  {Measures.Files(outcomes.Count)}", Tone.Faint).End();
        int shown = verbose ? outcomes.Count : Math.Min(outcomes.Count, EntryText.NamesShown);
        for (int i = 0; i < shown; i++)
            write(outcomes[i]);
        if (shown < outcomes.Count)
            lines.Line($"    … and {outcomes.Count - shown} more (--verbose names them)", Tone.Faint);
        lines.Line();
    }

    private void WriteInUse(Outcome outcome)
    {
        WriteHead(outcome, Tone.Warning);
        lines.Line($"        {SafeText.Visible(Why(outcome))}");
        foreach (string remedy in Remedies.For(outcome.Holders))
            lines.Line($"        try     {remedy}");
        if (outcome.Pending is { } item)
        {
            string bound = outcome.MaxAttempts is { } max ? $" of {max}" : "";
            lines.Line($"        queued  {item.Id}, attempt {item.AttemptCount}{bound}, next try {Measures.When(item.NextEligibleAt, now)} or as soon as it is free");
        }
    }

    /// <summary>Without a holder, what the system answered (a mount point is busy, and nobody holds it).</summary>
    private static string Why(Outcome outcome)
    {
        if (outcome.Holders.Count > 0)
            return $"held by {string.Join(", ", outcome.Holders)}";
        return outcome.Pending is { LastErrorErrno: not null, LastError: { } refusal } ? refusal : "held by a process that could not be named";
    }

    private void WriteFailed(Outcome outcome)
    {
        WriteHead(outcome, outcome.Status == EntryStatus.Stale ? Tone.Warning : Tone.Bad);
        if (outcome.Message is { } message)
            lines.Line($"        {SafeText.Visible(message)}");
        if (outcome is { Status: EntryStatus.Queued, Pending: { } item })
            lines.Line($"        queued  {item.Id}");
    }

    private void WriteHead(Outcome outcome, Tone tone)
    {
        string destination = outcome.Destination is { } to && !to.Equals(outcome.Entry.Source) ? $" -> {SafeText.Visible(to.Value)}" : "";
        string reason = outcome.Reason is { } why ? $" ({WireNames.Of(why)})" : "";
        lines.Add("    ").Add(outcome.Code is null ? "" : outcome.Code + " ", tone)
            .Add(SafeText.Visible(outcome.Entry.Source.Value)).Add(destination + reason, Tone.Faint).End();
    }
}
