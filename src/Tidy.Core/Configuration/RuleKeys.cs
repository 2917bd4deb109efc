using Tidy.Core.Git;
using Tidy.Core.Rules;

namespace Tidy.Core.Configuration;

/// <summary>The keys of a rule, and what they must be together: each rule is valid by itself and has an id of its own.</summary>
internal static class RuleKeys
{
    public static readonly Key<Rule>[] All =
    [
        new("id", (rule, ref json) => rule with { Id = json.Text() }),
        new("match", (rule, ref json) => rule with { Match = json.Patterns() }),
        new("except", (rule, ref json) => rule with { Except = json.Patterns() }),
        new("words", (rule, ref json) => rule with { Words = json.Words() }),
        new("beside", (rule, ref json) => rule with { Beside = json.SiblingPatterns() }),
        new("notBeside", (rule, ref json) => rule with { NotBeside = json.SiblingPatterns() }),
        new("minSize", (rule, ref json) => rule with { MinSize = json.PositiveSize() }),
        new("maxSize", (rule, ref json) => rule with { MaxSize = json.PositiveSize() }),
        new("git", (rule, ref json) => rule with { Git = (GitState)json.Word(ConfigWords.GitStates) }),
        new("exceptContent", (rule, ref json) => rule with { ExceptContent = json.Contents() }),
        new("exceptMentioned", (rule, ref json) => rule with { ExceptMentioned = json.Flag() }),
        new("action", (rule, ref json) => rule with { Action = (RuleAction)json.Word(ConfigWords.Actions) }),
        new("to", (rule, ref json) => rule with { To = json.Folder() }),
        new("conflict", (rule, ref json) => rule with { Conflict = (ConflictMode)json.Word(ConfigWords.Conflicts) }),
        new("minAge", (rule, ref json) => rule with { MinAge = json.Span() }),
        new("reason", (rule, ref json) => rule with { Reason = json.Text() }),
        new("code", (rule, ref json) => rule with { Code = json.Text() }),
    ];

    private static readonly string[] ReportCodes = [Codes.Database, Codes.Secret, Codes.Reported];

    public static List<Rule> Rules(ref ValueReader json)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return json.List((ref item) =>
        {
            Rule rule = item.Object(new Rule { Id = "", Match = [] }, All);
            Check(rule, ref item);
            return ids.Add(rule.Id) ? rule : throw item.ProblemOf("id", $"is '{rule.Id}', which an earlier rule of this file has already.");
        });
    }

    private static void Check(Rule rule, ref ValueReader json)
    {
        if (string.IsNullOrWhiteSpace(rule.Id))
            throw json.Problem("needs an 'id': it is what explanations and reports call the rule.");
        if (rule.Match.Count == 0)
            throw json.ProblemOf("match", $"needs at least one pattern to match (rule '{rule.Id}').");
        if (rule.Action == RuleAction.Move && rule.To is null)
            throw json.Problem($"needs 'to', the folder its files go to (rule '{rule.Id}').");
        if (rule.Action != RuleAction.Move && rule.To is not null)
            throw json.ProblemOf("to", "has no meaning, because the rule's action is not 'move'. Leave one of the two out.");
        if (rule.MinSize > rule.MaxSize)
            throw json.ProblemOf("minSize", $"is {rule.MinSize} bytes, more than 'maxSize' ({rule.MaxSize}): nothing has such a size (rule '{rule.Id}').");
        if (rule.Code is null)
            return;
        if (rule.Action != RuleAction.Report)
            throw json.ProblemOf("code", "has a meaning only when the rule's action is 'report'.");
        if (!ReportCodes.Contains(rule.Code))
            throw json.ProblemOf("code", $"cannot be '{rule.Code}'. Valid values are {string.Join(", ", ReportCodes)}.");
    }
}
