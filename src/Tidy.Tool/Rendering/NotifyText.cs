using Tidy.Core.Delivery;
using Tidy.Core.Notices;
using Tidy.Core.Settings;
using Tidy.Tool.Engine;

namespace Tidy.Tool.Rendering;

/// <summary>Who is told, and whether it arrives, for a person at a terminal.</summary>
internal sealed class NotifyText(ILines lines, DateTimeOffset now)
{
    public void Write(UserSettings settings, string path, IReadOnlyList<ChannelState> states)
    {
        lines.Line($"Settings: {SafeText.Visible(path)}{(settings.File is null ? " (not there)" : "")}");
        if (states.Count == 0)
        {
            lines.Line("Nobody is told. docs/notifications.md shows how.", Tone.Warning);
            return;
        }

        foreach (ChannelState state in states)
            Write(state);
        NoticeSettings notify = settings.Notify!;
        lines.Line(notify.Summary == SummaryRhythm.Off ? "No weekly summary." : $"Weekly summary: on {notify.SummaryDay}, by 'dotnet tidy schedule'.");
    }

    public void Write(IReadOnlyList<DeliveryAnswer> answers, string nothing)
    {
        if (answers.Count == 0)
            lines.Line(nothing);
        foreach (DeliveryAnswer answer in answers)
        {
            lines.Add($"{answer.Record.Name,-8}  ", Tone.Heading);
            if (answer.Record.Problem is { } problem)
                lines.Add($"not taken: {SafeText.Visible(problem)}", Tone.Bad).End();
            else
                lines.Add(answer.Result == DeliveryResult.Delivered ? "delivered" : "nothing to deliver", Tone.Good).End();
        }
    }

    private void Write(ChannelState state)
    {
        DeliveryRecord record = state.Record;
        lines.Add($"{state.Name,-8}  ", Tone.Heading).Add(SafeText.Visible(state.Target)).End();
        string waiting = state.Waiting == 0 ? "nothing waits" : $"{Measures.Count(state.Waiting, "item waits", "items wait")} to be told";
        string last = record.LastSuccess is { } time ? $"last delivered {Measures.Ago(time, now)}" : "nothing delivered yet";
        lines.Line($"          {last}; {waiting}");
        if (record.Problem is not { } problem)
            return;
        lines.Line($"          fails since {Measures.Ago(record.FailsSince ?? now, now)} ({Measures.Count(record.Failures, "time", "times")}): {SafeText.Visible(problem)}", Tone.Bad);
        lines.Line($"          next try {Measures.When(record.NextAt ?? now, now)}; now: dotnet tidy notify send");
    }
}
