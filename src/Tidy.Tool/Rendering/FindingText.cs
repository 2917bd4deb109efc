using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Rendering;

/// <summary>Findings by level, the worst first, at most <see cref="EntryText.NamesShown"/> of one code.</summary>
internal sealed class FindingText(ILines lines, bool verbose)
{
    private static readonly FindingLevel[] WorstFirst = [FindingLevel.Error, FindingLevel.Warning, FindingLevel.Note];

    public void Write(RunView view, bool quiet)
    {
        bool any = false;
        foreach (FindingLevel level in WorstFirst)
        {
            if (!quiet || level != FindingLevel.Note)
                any |= WriteLevel(view.Result.Findings, level);
        }

        if (any)
            lines.Line();
    }

    public static void WriteOne(ILines lines, Finding finding)
    {
        Tone tone = finding.Level switch
        {
            FindingLevel.Error => Tone.Bad,
            FindingLevel.Warning => Tone.Warning,
            _ => Tone.Faint,
        };
        string path = finding.Path is null ? "" : SafeText.Visible(finding.Path) + ": ";
        lines.Add($"{WireNames.Of(finding.Level)} {finding.Code}: ", tone).Add(path + SafeText.Visible(finding.Text)).End();
        foreach (string line in (finding.Detail ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            lines.Line($"    {SafeText.Visible(line.TrimEnd('\r'))}", Tone.Faint);
    }

    private bool WriteLevel(IReadOnlyList<Finding> findings, FindingLevel level)
    {
        var counts = new Dictionary<string, int>();
        foreach (Finding finding in findings)
        {
            if (finding.Level != level)
                continue;
            int count = counts[finding.Code] = counts.GetValueOrDefault(finding.Code) + 1;
            if (verbose || count <= EntryText.NamesShown)
                WriteOne(lines, finding);
        }

        foreach (var (code, count) in counts)
        {
            if (!verbose && count > EntryText.NamesShown)
                lines.Line($"    … and {count - EntryText.NamesShown} more {code}", Tone.Faint);
        }

        return counts.Count > 0;
    }
}
