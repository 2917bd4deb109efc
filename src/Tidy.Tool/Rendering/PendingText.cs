using Tidy.Core;
using Tidy.Core.Queue;

namespace Tidy.Tool.Rendering;

/// <summary>Items of the pending queue in text.</summary>
internal static class PendingText
{
    public static void WriteRow(ILines lines, PendingMove item, DateTimeOffset now)
    {
        Tone tone = item.Status is PendingStatus.Abandoned or PendingStatus.NeedsManual ? Tone.Bad : Tone.Warning;
        lines.Add(item.Id, Tone.Heading).Add("  ").Add(WireNames.Of(item.Status), tone)
            .Add($"  {WireNames.Of(item.Reason)}, attempt {item.AttemptCount}{Next(item, now)}, first seen {Measures.Ago(item.FirstSeenAt, now)}").End();
        lines.Add($"    {SafeText.Visible(item.Source.Value)}").Add($" -> {SafeText.Visible(item.Destination.Value)}", Tone.Faint).End();
        if (item.Holders.Count > 0)
            lines.Line($"    held by {SafeText.Visible(string.Join(", ", item.Holders))}");
        if (item.ManualReason is { } reason)
            lines.Line($"    {SafeText.Visible(reason)}");
    }

    public static void WriteAll(ILines lines, PendingMove item, DateTimeOffset now)
    {
        WriteRow(lines, item, now);
        foreach (string remedy in Remedies.For(item.Holders))
            lines.Line($"    try {remedy}");
        lines.Line($"    action         {SafeText.Visible(item.Action)}");
        lines.Line($"    first seen     {Measures.Utc(item.FirstSeenAt)}");
        lines.Line($"    last attempt   {Measures.Utc(item.LastAttemptAt)}");
        lines.Line($"    next eligible  {Measures.Utc(item.NextEligibleAt)}");
        if (item.BytesEstimate is { } bytes)
            lines.Line($"    size           {Measures.Size(bytes)}");
        if (item.LastError is { } error)
            lines.Line($"    last error     {SafeText.Visible(error)}");
        if (item.Commit is { } commit)
            lines.Line($"    commit         {SafeText.Visible(commit)}");
    }

    private static string Next(PendingMove item, DateTimeOffset now) =>
        item.Status == PendingStatus.Pending ? $", next try {Measures.When(item.NextEligibleAt, now)}" : "";
}
