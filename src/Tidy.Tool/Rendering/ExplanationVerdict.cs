using Tidy.Core;
using Tidy.Core.Explaining;
using Tidy.Core.Planning;
using Tidy.Core.Rules;

namespace Tidy.Tool.Rendering;

/// <summary>The answer of <c>explain</c> in one clause, such as <c>would move to archive/logs/a.log: a log is read once, if ever</c>.</summary>
internal static class ExplanationVerdict
{
    public static string Of(Explanation told)
    {
        if (told.Path.WhyNever is { } never)
            return told.Exists ? $"stays: {never}, and no run moves that" : $"does not exist; {never}, and no run moves that";
        if (!told.Exists)
            return $"does not exist{(told.Decides is { } rule ? $"; of that name the rule '{rule.Id}' would decide" : "")}";
        if (told.IsOwn)
            return "stays: the tool, git or the configuration need it";
        if (told.AllowedBy is { } allowed)
            return $"stays: root.allow has '{allowed.Path}'{(allowed.Reason is { } reason ? $" ({reason})" : "")}";
        if (told.Entry is { } entry)
            return entry.Status == EntryStatus.Planned ? OfPlanned(told, entry) : $"stays: {entry.Message}";
        return told.Pending is { } item ? $"waits in the pending queue to move to {item.Destination}" : OfStaying(told);
    }

    public static string CodeOf(Rule report) => report.Code ?? Codes.Reported;

    private static string OfPlanned(Explanation told, PlanEntry entry)
    {
        string with = entry.Source.Equals(told.Path.Path) ? "" : $", with the folder '{entry.Source}'";
        return entry.Action switch
        {
            _ when entry.StillInUse => $"waits in the pending queue to move to {entry.Destination}: still in use, and this counts as an attempt",
            PlanAction.RemoveDuplicate => $"would be removed: {entry.Message}",
            PlanAction.RemoveEmptyDir => $"would be removed, for it is empty: {entry.Message}",
            PlanAction.WriteIndex => "would be written anew",
            PlanAction.Compress => $"would become {entry.Destination}: {entry.Message}",
            _ when told.Destination is { Fate: DestinationFate.Fails } => $"would wait in the queue for a person: {entry.Destination} exists already, and 'conflict' says to fail",
            _ => $"would move to {entry.Destination}{with}: {entry.Message ?? $"the rule '{entry.Rule}' says so"}",
        };
    }

    private static string OfStaying(Explanation told) => told switch
    {
        { Decides: { Action: RuleAction.Keep } rule } => $"stays: the rule '{rule.Id}' keeps it here{(rule.Reason is { } why ? $", for {why}" : "")}",
        { Decides: { Action: RuleAction.Report } rule } => $"stays, and is reported ({CodeOf(rule)}): {rule.Reason ?? $"the rule '{rule.Id}' says so"}",
        { Findings.Count: > 0 } => "stays, and is reported",
        { Phase: "root" } => "stays: no rule names it",
        { Phase: { } phase } => $"stays: the phase '{phase}' looks at it, and nothing says that it should move",
        _ => "stays: no phase looks at it, for it lies below the root",
    };
}
