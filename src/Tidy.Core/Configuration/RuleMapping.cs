using Tidy.Core.Rules;

namespace Tidy.Core.Configuration;

/// <summary>Makes rules of the <c>rules</c> section, each of them valid by itself and with an id of its own.</summary>
internal sealed class RuleMapping(ConfigText text)
{
    private static readonly string[] ReportCodes = [Codes.Database, Codes.Secret, Codes.Reported];

    private readonly ConfigChecks checks = new(text);

    public List<Rule> Map(IReadOnlyList<RuleSection?>? sections)
    {
        var rules = new List<Rule>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (RuleSection section in checks.Items(sections, "rules"))
        {
            string path = $"rules[{rules.Count}]";
            if (string.IsNullOrWhiteSpace(section.Id))
                throw text.Problem(path, "needs an 'id': it is what explanations and reports call the rule.");
            if (!ids.Add(section.Id))
                throw text.Problem($"{path}.id", $"is '{section.Id}', which an earlier rule of this file has already.");
            rules.Add(Map(section, section.Id, path));
        }

        return rules;
    }

    private Rule Map(RuleSection section, string id, string path)
    {
        List<string> match = checks.Patterns(section.Match, $"{path}.match");
        if (match.Count == 0)
            throw text.Problem(section.Match is null ? path : $"{path}.match", $"needs at least one pattern to match (rule '{id}').");
        RuleAction action = (RuleAction)checks.Word(section.Action, ConfigWords.Actions, (int)RuleAction.Move, $"{path}.action");
        return new Rule
        {
            Id = id,
            Match = match,
            Except = checks.Patterns(section.Except, $"{path}.except"),
            Action = action,
            To = action == RuleAction.Move ? Destination(section, id, path) : NoDestination(section, path),
            Conflict = (ConflictMode)checks.Word(section.Conflict, ConfigWords.Conflicts, (int)ConflictMode.Rename, $"{path}.conflict"),
            MinAge = checks.Span(section.MinAge, TimeSpan.Zero, $"{path}.minAge"),
            Reason = section.Reason,
            Code = Code(section, action, path),
        };
    }

    private string Destination(RuleSection section, string id, string path) => section.To is null
        ? throw text.Problem(path, $"needs 'to', the folder its files go to (rule '{id}').")
        : checks.Folder(section.To, $"{path}.to");

    private string? NoDestination(RuleSection section, string path) => section.To is null
        ? null
        : throw text.Problem($"{path}.to", "has no meaning, because the rule's action is not 'move'. Leave one of the two out.");

    private string? Code(RuleSection section, RuleAction action, string path)
    {
        if (section.Code is null || (action == RuleAction.Report && ReportCodes.Contains(section.Code)))
            return section.Code;
        throw text.Problem($"{path}.code", action == RuleAction.Report
            ? $"cannot be '{section.Code}'. Valid values are {string.Join(", ", ReportCodes)}."
            : "has a meaning only when the rule's action is 'report'.");
    }
}
