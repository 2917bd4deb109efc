using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Annotations;

/// <summary>A result as findings only, for formats that know nothing else: what its entries have to say comes first, in their order.</summary>
internal static class RunFindings
{
    public static IEnumerable<Finding> Of(RunResult result)
    {
        foreach (Outcome outcome in result.Entries)
        {
            if (Of(outcome, result.Command) is { } finding)
                yield return finding;
        }

        foreach (Finding finding in result.Findings)
            yield return finding;
    }

    /// <summary>An entry without a code has nothing to say, but in a plan, where each move is worth a note.</summary>
    private static Finding? Of(Outcome outcome, RunCommand command)
    {
        if (outcome.Code is { } code)
            return new Finding(code, CodeTable.LevelOf(code), outcome.Entry.Source.Value, Message(outcome));
        return command == RunCommand.Plan && outcome is { Status: EntryStatus.Planned, Entry.StillInUse: false }
            ? new Finding(Codes.Stray, FindingLevel.Note, outcome.Entry.Source.Value, Message(outcome))
            : null;
    }

    private static string Message(Outcome outcome) => outcome.Status switch
    {
        EntryStatus.Planned when !ActionText.IsMove(outcome) => $"Has {ActionText.Word(outcome, "to be ")}{By(outcome)}.",
        EntryStatus.Failed when !ActionText.IsMove(outcome) => $"Not {ActionText.Word(outcome, "")}: {outcome.Message}",
        EntryStatus.Planned => $"Out of place: belongs at '{outcome.Destination}'{By(outcome)}.",
        EntryStatus.Queued or EntryStatus.Failed when outcome.Destination is { } to => $"Not moved to '{to}': {outcome.Message}",
        _ => outcome.Message ?? CodeTable.All[CodeTable.IndexOf(outcome.Code!)].Meaning,
    };

    private static string By(Outcome outcome) => (outcome.Entry.Rule, outcome.Message) switch
    {
        ({ } rule, { } reason) => $" (rule '{rule}': {reason})",
        ({ } rule, null) => $" (rule '{rule}')",
        _ => "",
    };
}
