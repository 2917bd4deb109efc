namespace Tidy.Core.Rules;

/// <summary>What one rule says about one name. The first that matches decides.</summary>
/// <param name="Pattern">The pattern that matched the name, if any did.</param>
/// <param name="WhyNot">The first condition that failed, as a clause such as <c>no pattern matches</c>; null when the rule matches.</param>
public sealed record RuleVerdict(Rule Rule, string? Pattern, string? WhyNot)
{
    /// <summary>Of a rule that is about other names altogether.</summary>
    public const string NoPattern = "no pattern matches";

    public bool Matches => WhyNot is null;

    /// <summary>Nothing of the rule has to do with the name.</summary>
    public bool IsUnrelated => WhyNot == NoPattern;
}
