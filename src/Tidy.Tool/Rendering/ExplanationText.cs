using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Explaining;
using Tidy.Core.Git;
using Tidy.Core.Planning;
using Tidy.Core.Rules;

namespace Tidy.Tool.Rendering;

/// <summary><c>explain</c> in words: what a run would do with a path, everything that was asked on the way, and how to change it.</summary>
internal sealed class ExplanationText(ILines lines, Explanation told, DateTimeOffset now)
{
    /// <param name="verbose">Names each rule whose patterns have nothing to do with the path, too.</param>
    public void Write(bool verbose)
    {
        lines.Line(SafeText.Visible(told.Path.Text), Tone.Heading);
        lines.Add("  ").Line(SafeText.Visible(ExplanationVerdict.Of(told)), told.Entry?.Status == EntryStatus.Planned ? Tone.Warning : Tone.Good);
        foreach (Finding finding in told.Findings)
        {
            if (!IsInVerdict(finding))
                FindingText.WriteOne(lines, finding);
        }

        lines.Line();
        WriteFacts();
        WriteRules(verbose);
        WriteQueue();
        new AdviceText(lines).Write(told.Advice);
    }

    /// <summary>The rule that decides reports it, which has been said.</summary>
    private bool IsInVerdict(Finding finding) =>
        told is { Entry: null, Decides: { Action: RuleAction.Report } rule } && finding.Code == ExplanationVerdict.CodeOf(rule);

    private void WriteFacts()
    {
        Fact("phase", told.Phase ?? "none");
        Fact("git", Git());
        Fact("protected", told.Protections.Count == 0 ? "no" : string.Join("; ", told.Protections), told.Protections.Count == 0 ? Tone.Normal : Tone.Warning);
        if (told.Age is { } age)
            Fact("age", Age(age));
        if (told.Destination is { } to)
            Fact("goes to", $"{to.Path}; {Fate(to)}");
    }

    private void Fact(string name, string text, Tone tone = Tone.Normal) =>
        lines.Add($"  {name,-10} ", Tone.Faint).Add(SafeText.Visible(text), tone).End();

    private string Git()
    {
        string state = told.Git.State switch
        {
            GitState.Tracked => "tracked",
            GitState.Ignored => "ignored",
            GitState.Untracked => "new, and not ignored",
            _ => told.Git.IsUnknown ? "unknown" : "",
        };
        return told.Git.Why is not { } why ? state : state.Length == 0 ? why : $"{state}: {why}";
    }

    private string Age(AgeAnswer age)
    {
        string rule = age.OfRule > TimeSpan.Zero ? $"; the rule waits until it is {Duration.Format(age.OfRule)} old" : "";
        return $"written {Measures.Ago(age.WrittenAt, now)}{rule}; builds wait until it is {Duration.Format(age.OfBuilds > age.OfRule ? age.OfBuilds : age.OfRule)} old";
    }

    private static string Fate(DestinationAnswer to) => to.Fate switch
    {
        DestinationFate.Renamed => $"its own name is taken there (conflict: {WireNames.Of(to.Conflict)})",
        DestinationFate.Skipped => "the name is taken there, and it is left here (conflict: skip)",
        DestinationFate.Fails => "the name is taken there, and a person has to decide (conflict: fail)",
        DestinationFate.Duplicate => "the same content is there, and this one would be removed (conflict: deduplicate)",
        DestinationFate.Refused => "a folder on the way is a link or no folder",
        _ => $"the name is free there (conflict: {WireNames.Of(to.Conflict)})",
    };

    private void WriteRules(bool verbose)
    {
        if (told.Rules.Count == 0)
            return;
        lines.Line();
        lines.Line("Rules, in the order they are asked (the first that matches wins)", Tone.Heading);
        int unrelated = 0;
        foreach (RuleVerdict verdict in told.Rules)
        {
            if (verdict.IsUnrelated && !verbose)
                unrelated++;
            else
                WriteRule(verdict, wins: told.Decides is not null && ReferenceEquals(verdict.Rule, told.Decides));
        }

        if (unrelated > 0)
            lines.Line($"     and {Measures.Count(unrelated, "rule whose patterns do", "rules whose patterns do")} not match (--verbose names {(unrelated == 1 ? "it" : "them")})", Tone.Faint);
    }

    private void WriteRule(RuleVerdict verdict, bool wins)
    {
        string says = verdict.WhyNot is { } why ? NotMatching(verdict.Pattern, why) : $"matches '{verdict.Pattern}', {Action(verdict.Rule)}";
        lines.Line($"  {(wins ? "=>" : "  ")} {verdict.Rule.Id}: {SafeText.Visible(says)}", wins ? Tone.Good : Tone.Normal);
    }

    private static string NotMatching(string? pattern, string why) => pattern is null ? why : $"'{pattern}' fits, but: {why}";

    private static string Action(Rule rule) => rule.Action switch
    {
        RuleAction.Keep => "which keeps it here",
        RuleAction.Report => "which only reports it",
        _ => $"which sends it to {rule.To}",
    };

    private void WriteQueue()
    {
        if (told.Pending is not { } item)
            return;
        lines.Line();
        lines.Line("In the queue", Tone.Heading);
        PendingText.WriteRow(lines, item, now);
    }
}
