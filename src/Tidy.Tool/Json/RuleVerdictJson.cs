using Tidy.Core.Rules;

namespace Tidy.Tool.Json;

internal sealed record RuleVerdictJson(string Rule, bool Matches, string? Pattern, string? WhyNot)
{
    public static RuleVerdictJson Of(RuleVerdict verdict) => new(verdict.Rule.Id, verdict.Matches, verdict.Pattern, verdict.WhyNot);
}
