namespace Tidy.Core.Rules;

/// <summary>A text in the first few KiB that speaks against the rule. A file that says nothing, or cannot be read, changes nothing.</summary>
internal sealed class ContentCondition(IReadOnlyList<string> against) : ICondition
{
    public string? WhyNot(IEntryFacts entry)
    {
        ReadOnlySpan<char> beginning = entry.Beginning;
        foreach (string text in against)
        {
            if (beginning.Contains(text, StringComparison.OrdinalIgnoreCase))
                return $"it has '{text}' in it";
        }

        return null;
    }
}
