using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Rendering;

/// <summary>Findings by level, the worst first; what says the same of several paths once, with some of their names.</summary>
internal sealed class FindingText(ILines lines, bool verbose)
{
    public static readonly FindingLevel[] WorstFirst = [FindingLevel.Error, FindingLevel.Warning, FindingLevel.Note];

    private bool isInParagraph;

    public void Write(RunView view, bool quiet)
    {
        foreach (FindingLevel level in WorstFirst)
        {
            if (!quiet || level != FindingLevel.Note)
                WriteLevel(FindingGroup.By(view.Result.Findings, level));
        }

        EndParagraph();
    }

    public static void WriteOne(ILines lines, Finding finding)
    {
        string path = finding.Path is null ? "" : SafeText.Visible(finding.Path) + ": ";
        lines.Add($"{WireNames.Of(finding.Level)} {finding.Code}: ", ToneOf(finding)).Add(path + SafeText.Visible(finding.Text)).End();
        foreach (string line in (finding.Detail ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            lines.Line($"    {SafeText.Visible(line.TrimEnd('\r'))}", Tone.Faint);
    }

    private static Tone ToneOf(Finding finding) => finding.Level switch
    {
        FindingLevel.Error => Tone.Bad,
        FindingLevel.Warning => Tone.Warning,
        _ => Tone.Faint,
    };

    private void WriteLevel(IReadOnlyList<FindingGroup> groups)
    {
        var counts = new Dictionary<string, int>();
        foreach (FindingGroup group in groups)
        {
            int count = counts[group.First.Code] = counts.GetValueOrDefault(group.First.Code) + 1;
            if (verbose || count <= EntryText.NamesShown)
                Write(group);
        }

        foreach (var (code, count) in counts)
        {
            if (!verbose && count > EntryText.NamesShown)
                lines.Line($"    … and {count - EntryText.NamesShown} more {code}", Tone.Faint);
        }
    }

    /// <summary>What is about one path is a line; what is about several is a paragraph.</summary>
    private void Write(FindingGroup group)
    {
        if (group.Paths.Count < 2)
        {
            WriteOne(lines, group.First);
            isInParagraph = true;
            return;
        }

        EndParagraph();
        lines.Add($"{WireNames.Of(group.First.Level)} {group.First.Code}", ToneOf(group.First)).Add($"  {Measures.Count(group.Paths.Count, "path", "paths")}", Tone.Faint).End();
        FoldedLines.Write(lines, "  ", group.First.Text, Tone.Faint);
        NameList.Write(lines, group.Paths.Count, verbose, i => SafeText.Visible(group.Paths[i]));
        lines.Line();
    }

    private void EndParagraph()
    {
        if (isInParagraph)
            lines.Line();
        isInParagraph = false;
    }
}
