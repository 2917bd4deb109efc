using Tidy.Core.Planning;
using Tidy.Core.Rules;

namespace Tidy.Tool.Rendering;

/// <summary><c>explain</c> in words: what a run would do with a path, and everything that was asked on the way.</summary>
internal sealed class ExplanationText(ILines lines, Explanation explanation)
{
    public void Write(DateTimeOffset now)
    {
        lines.Line(SafeText.Visible(explanation.Path.Value), Tone.Heading);
        lines.Add("  ").Line(SafeText.Visible(Verdict()), explanation.Entry?.Status == EntryStatus.Planned ? Tone.Warning : Tone.Good);
        if (explanation.Protection is { } why)
            lines.Line($"  protected: {SafeText.Visible(why)}", Tone.Warning);
        foreach (Finding finding in explanation.Findings)
            FindingText.WriteOne(lines, finding);
        WriteRules();
        if (explanation.Pending is not { } item)
            return;
        lines.Line();
        lines.Line("In the queue", Tone.Heading);
        PendingText.WriteRow(lines, item, now);
    }

    private string Verdict()
    {
        if (!explanation.Exists)
            return "does not exist";
        if (explanation.IsOwn)
            return "stays: the tool, git or the configuration need it";
        if (explanation.AllowedBy is { } allowed)
            return $"stays: root.allow has '{allowed.Path}'{(allowed.Reason is { } reason ? $" ({reason})" : "")}";
        if (explanation.Entry is { } entry)
            return entry.Status == EntryStatus.Planned ? $"would move to {entry.Destination}: {entry.Message}" : $"stays: {entry.Message}";
        if (explanation.Pending is { } item)
            return $"waits in the pending queue to move to {item.Destination}";
        return "stays: nothing says that it should move";
    }

    private void WriteRules()
    {
        if (explanation.Rules.Count == 0)
            return;
        lines.Line();
        lines.Line("Rules, in the order they are asked (the first that matches wins)", Tone.Heading);
        bool isDecided = false;
        foreach (RuleVerdict verdict in explanation.Rules)
        {
            bool wins = verdict.Matches && !isDecided;
            isDecided |= wins;
            string says = verdict.WhyNot ?? $"matches '{verdict.Pattern}', {Action(verdict.Rule)}";
            lines.Line($"  {(wins ? "=>" : "  ")} {verdict.Rule.Id}: {SafeText.Visible(says)}", wins ? Tone.Good : Tone.Normal);
        }
    }

    private static string Action(Rule rule) => rule.Action switch
    {
        RuleAction.Keep => "which keeps it here",
        RuleAction.Report => "which only reports it",
        _ => $"which sends it to {rule.To}",
    };
}
