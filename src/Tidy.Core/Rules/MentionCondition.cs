namespace Tidy.Core.Rules;

/// <summary>Nothing that people or machines of the repository read mentions the name.</summary>
internal sealed class MentionCondition : ICondition
{
    public string? WhyNot(IEntryFacts entry) => entry.MentionedBy is { } by ? $"'{by}' mentions it" : null;
}
