namespace Tidy.Core.Rules;

/// <summary>What a rule asks beside the patterns of its name.</summary>
internal interface ICondition
{
    /// <summary>Why it does not hold, as a clause such as <c>it has none of the words</c>, or null when it does.</summary>
    string? WhyNot(IEntryFacts entry);
}
