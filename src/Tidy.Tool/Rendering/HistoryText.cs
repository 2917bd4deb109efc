using Tidy.Core.Journal;
using Tidy.Tool.Json;

namespace Tidy.Tool.Rendering;

/// <summary>Past runs for a person at a terminal.</summary>
internal sealed class HistoryText(ILines lines, DateTimeOffset now)
{
    /// <param name="runs">The newest first.</param>
    /// <param name="max">More are counted.</param>
    public void WriteList(IReadOnlyList<RunRecord> runs, int max)
    {
        if (runs.Count == 0)
            lines.Line("No run has changed anything here yet.");
        foreach (RunRecord run in runs.Take(max))
            WriteHead(run);
        if (runs.Count > max)
            lines.Line($"… and {runs.Count - max} more (--verbose lists them)", Tone.Faint);
    }

    public void WriteRun(PastRun past)
    {
        WriteHead(past.Run);
        foreach (var phase in past.Phases)
        {
            lines.Line($"  {SafeText.Visible(phase.Key)}", Tone.Heading);
            foreach (RunAction action in phase)
                lines.Line($"    {SafeText.Visible(RunActionText.Of(action))}", action.IsDone ? Tone.Normal : Tone.Warning);
        }

        WriteAll("Folders made", past.Run.Folders);
        WriteAll("Queued", past.Queued.Select(QueuedText));
        WriteAll("Findings", past.Findings.Select(f => $"{f.Level} {f.Code}: {(f.Path is null ? "" : f.Path + ": ")}{f.Message}"));
        if (past.Run is { UndoneBy: null, Done.Count: > 0 })
            lines.Line($"To put it back: dotnet tidy undo {past.Run.Id}", Tone.Faint);
    }

    /// <summary>What became of it since, as a clause.</summary>
    public static string FateOf(RunRecord run)
    {
        string undone = run.UndoneBy is { } by ? $", undone by {by}" : run.Undoes is { } of ? $", undoes {of}" : "";
        return undone + (run.IsInterrupted ? ", interrupted" : "");
    }

    private void WriteHead(RunRecord run) => lines.Add(run.Id, Tone.Heading)
        .Add($"  {run.Command,-6} {Measures.Utc(run.StartedAt)}  {RunTally.Of(run)}, {Measures.Ago(run.StartedAt, now)}{FateOf(run)}").End();

    private void WriteAll(string title, IEnumerable<string> texts)
    {
        bool isFirst = true;
        foreach (string text in texts)
        {
            if (isFirst)
                lines.Line($"  {title}", Tone.Heading);
            isFirst = false;
            lines.Line($"    {SafeText.Visible(text)}");
        }
    }

    private static string QueuedText(EntryJson entry) => $"{entry.Src} -> {entry.Dest} ({entry.Reason}, {entry.QueueId})";
}
