using System.Text.Json.Nodes;
using Tidy.Core.Git;
using Tidy.Core.Rules;

namespace Tidy.Core.Configuration;

/// <summary>The keys of a rule, and what they must be together: each rule is valid by itself and has an id of its own.</summary>
internal static class RuleKeys
{
    private static readonly string[] ReportCodes = [Codes.Database, Codes.Secret, Codes.Reported];

    private static readonly KeyTable<Rule> All = new(
        "Rule",
        new Rule { Id = "", Match = [] },
        Key<Rule>.Required("id", new Value<string>((ref json) => json.Text(), ValueSchemas.NotBlank), (rule, id) => rule with { Id = id },
            "Its name in reports and explanations; unique in the file. A rule with the `id` of a preset's rule replaces that."),
        Key<Rule>.Required("match", new Value<List<string>>(Values.List(Values.Pattern).Read, MatchSchema), (rule, patterns) => rule with { Match = patterns },
            "Patterns; at least one."),
        Key<Rule>.Of("except", Values.List(Values.Pattern), (rule, patterns) => rule with { Except = patterns }, rule => rule.Except,
            "Patterns that it does not match after all."),
        Key<Rule>.Of("words", Values.List(Values.NameWord), (rule, words) => rule with { Words = words }, rule => rule.Words,
            "The name must have one of these words in it, where there are any: `log` is in `TestLog_2.txt` and `build-log.txt`, and not in `changelog.txt`. "
            + "A word ends at whatever is no letter or digit, between letters and digits, and where the case begins anew. `debug*` is every word that begins so."),
        Key<Rule>.Of("beside", Values.List(Values.SiblingPattern), (rule, patterns) => rule with { Beside = patterns }, rule => rule.Beside,
            "Patterns of names in the same folder, of which one must be there. `{stem}` is the file's own name without its last extension: "
            + "`\"beside\": [\"{stem}\"]` finds `a.cs` beside `a.cs.bak`."),
        Key<Rule>.Of("notBeside", Values.List(Values.SiblingPattern), (rule, patterns) => rule with { NotBeside = patterns }, rule => rule.NotBeside,
            "As `beside`: none may be there."),
        Key<Rule>.Of("minSize", Values.PositiveSize, (rule, bytes) => rule with { MinSize = bytes }, rule => rule.MinSize,
            "A size: smaller files are not matched."),
        Key<Rule>.Of("maxSize", Values.PositiveSize, (rule, bytes) => rule with { MaxSize = bytes }, rule => rule.MaxSize,
            "A size: larger files are not matched."),
        Key<Rule>.Of("git", Values.Word(ConfigWords.GitStates), (rule, word) => rule with { Git = (GitState)word }, rule => rule.Git,
            "`untracked`: new to git, and not ignored (outside a repository every file is); `ignored`; `tracked`. Left out: any."),
        Key<Rule>.Of("exceptContent", Values.List(Values.Content), (rule, texts) => rule with { ExceptContent = texts }, rule => rule.ExceptContent,
            "Texts that speak against the rule when one is in the first 4 KiB of the file; case does not count."),
        Key<Rule>.Of("exceptMentioned", Values.Flag, (rule, isWanted) => rule with { ExceptMentioned = isWanted }, rule => rule.ExceptMentioned,
            "`true`: what a script, a workflow or the README of the repository mentions is not matched."),
        Key<Rule>.Of("action", Values.Word(ConfigWords.Actions), (rule, word) => rule with { Action = (RuleAction)word }, rule => rule.Action,
            "`move`; `report`: a finding, the file stays; `keep`: it belongs there, no later rule is asked."),
        Key<Rule>.Of("to", Values.Folder, (rule, folder) => rule with { To = folder }, rule => rule.To,
            "The folder it goes to. Required for `move`, and only for it."),
        Key<Rule>.Of("conflict", Values.Word(ConfigWords.Conflicts), (rule, word) => rule with { Conflict = (ConflictMode)word }, rule => rule.Conflict,
            "When the name is taken there: `rename` (`name_yyyyMMdd-HHmmss.ext` from the file's own time), `skip`, `fail` (a person decides), "
            + "`deduplicate` (same content: the source is removed, and that is journalled; else as `rename`). Nothing is ever overwritten."),
        Key<Rule>.Of("minAge", Values.Span, (rule, age) => rule with { MinAge = age }, rule => rule.MinAge,
            "What was written more recently is left alone; a folder is as young as the youngest thing in it. The longer of this and `--min-age` decides."),
        Key<Rule>.Of("reason", Values.Text, (rule, reason) => rule with { Reason = reason }, rule => rule.Reason,
            "A clause that says why it does not belong there."),
        Key<Rule>.Of("code", new Value<string>((ref json) => json.Text(), () => ValueSchemas.Word(ReportCodes)), (rule, code) => rule with { Code = code }, rule => rule.Code,
            "The finding's code: `TIDY2003` (database), `TIDY2004` (secret), `TIDY2007` (other; that is the default). Only for `report`."));

    public static readonly Value<List<Rule>> Value = new(Read, () => ValueSchemas.List(Schema()));

    private static List<Rule> Read(ref ValueReader json)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return json.List((ref item) =>
        {
            Rule rule = item.Object(All, All.Empty);
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

    private static JsonObject MatchSchema()
    {
        JsonObject list = ValueSchemas.List(ValueSchemas.Pattern());
        list["minItems"] = 1;
        return list;
    }

    /// <summary>Null counts as left out, here too.</summary>
    private static JsonObject Schema() => ObjectSchema.Of(All).With(
        new JsonObject
        {
            ["if"] = JsonNode.Parse("""{ "properties": { "action": { "enum": ["report", "keep"] } }, "required": ["action"] }"""),
            ["then"] = JsonNode.Parse("""{ "properties": { "to": { "type": "null" } } }"""),
            ["else"] = JsonNode.Parse("""{ "properties": { "to": { "type": "string" } }, "required": ["to"] }"""),
        },
        new JsonObject
        {
            ["if"] = JsonNode.Parse("""{ "properties": { "action": { "const": "report" } }, "required": ["action"] }"""),
            ["else"] = JsonNode.Parse("""{ "properties": { "code": { "type": "null" } } }"""),
        });
}
