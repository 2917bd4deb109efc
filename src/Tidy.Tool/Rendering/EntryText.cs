using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Rendering;

/// <summary>What moves and what stays, by destination folder and rule.</summary>
internal sealed class EntryText(ILines lines, bool verbose)
{
    /// <summary>Names printed of one group; the rest is counted.</summary>
    public const int NamesShown = 12;

    public void Write(RunView view)
    {
        WriteMoves(view);
        WriteStaying(view);
    }

    private void WriteMoves(RunView view)
    {
        foreach (EntryGroup group in EntryGroup.By(view.Done, o => (RunView.TitleOf(o), o.Entry.Rule ?? o.Entry.Phase)))
        {
            lines.Add(SafeText.Visible(group.Title), Tone.Heading)
                .Add($"  {group.Rule}: {Amount(group)}", Tone.Faint).End();
            if (group.Why is { } why)
                FoldedLines.Write(lines, "  ", why, Tone.Faint);
            NameList.Write(lines, group.Entries.Count, verbose, i => NameAndNewName(group.Entries[i]) + WhyOf(group, i));
            lines.Line();
        }
    }

    private void WriteStaying(RunView view)
    {
        foreach (EntryGroup group in EntryGroup.By(view.Staying, o => (o.Message ?? o.Status.ToString(), o.Code)))
        {
            lines.Add("Left in place", Tone.Heading).Add($"  {Measures.Files(group.Entries.Count)}", Tone.Faint).End();
            FoldedLines.Write(lines, "  ", (group.Rule is { } code ? code + " " : "") + group.Title, Tone.Faint);
            NameList.Write(lines, group.Entries.Count, verbose, i => SafeText.Visible(group.Entries[i].Entry.Source.Value));
            lines.Line();
        }
    }

    /// <summary>Where each has a reason of its own, it stands beside the name.</summary>
    private static string WhyOf(EntryGroup group, int index) =>
        group.Why is null && group.Entries[index].Message is { } why ? $"  ({SafeText.Visible(why)})" : "";

    private static string Amount(EntryGroup group)
    {
        int count = group.Entries.Count;
        string things = ActionText.IsAboutFolder(group.Entries[0]) ? Measures.Count(count, "folder", "folders") : Measures.Files(count);
        return ActionText.HasSize(group.Entries[0]) ? $"{things}, {Measures.Size(group.Bytes)}" : things;
    }

    /// <summary>The source; and the name it gets where that differs.</summary>
    private static string NameAndNewName(Outcome outcome)
    {
        string source = SafeText.Visible(outcome.Entry.Source.Value);
        if (ActionText.IsAboutFolder(outcome))
            return source + "/";
        if (outcome is { Status: EntryStatus.Removed, Entry.Action: PlanAction.RestoreFile })
            return $"{source} (there was none)";
        if (outcome.Status == EntryStatus.Removed)
            return $"{source} (the same content is already at {SafeText.Visible(outcome.Destination?.Value ?? "its destination")})";
        return outcome.Destination is { } to && to.Name != outcome.Entry.Source.Name ? $"{source} -> {SafeText.Visible(to.Name)}" : source;
    }
}
