namespace Tidy.Core.Rules;

/// <summary>What lies in the same folder: at least one of some patterns, or none of them.</summary>
internal sealed class SiblingCondition(IReadOnlyList<string> texts, bool isWanted) : ICondition
{
    private readonly SiblingPattern[] patterns = [.. texts.Select(text => new SiblingPattern(text))];

    public string? WhyNot(IEntryFacts entry)
    {
        SiblingPattern? found = Array.Find(patterns, pattern => pattern.IsBeside(entry));
        return (found is not null) == isWanted ? null
            : isWanted ? $"nothing beside it matches {string.Join(", ", texts.Select(text => $"'{text}'"))}"
            : $"something beside it matches '{found!.Text}'";
    }
}
