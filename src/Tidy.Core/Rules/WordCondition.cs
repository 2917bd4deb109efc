namespace Tidy.Core.Rules;

/// <summary>One of the words is in the name, whatever stands around it. A word that ends in <c>*</c> is the beginning of one.</summary>
/// <remarks>Sorted out at the first question: most runs ask few of the rules.</remarks>
internal sealed class WordCondition(IReadOnlyList<string> words) : ICondition
{
    private Sorted? sorted;

    /// <summary>Why a text is no word, completing "'…' cannot be used: it …", or null.</summary>
    public static string? ProblemOf(string text) => text.TrimEnd('*') switch
    {
        "" => "is empty",
        var word when text.Length - word.Length > 1 || !IsOfLettersAndDigits(word) => "has something else in it than letters and digits, and one '*' at the end at most",
        var word when Count(word) > 1 => "is more than one word: words end between letters and digits, and where the case begins anew",
        _ => null,
    };

    public string? WhyNot(IEntryFacts entry) => IsIn(entry.Name) ? null : "the name has none of its words";

    public bool IsIn(ReadOnlySpan<char> name)
    {
        (HashSet<string> whole, List<string> beginnings) = sorted ??= Sort();
        var lookup = whole.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (ReadOnlySpan<char> word in new NameWords(name))
        {
            if (lookup.Contains(word))
                return true;
            foreach (string beginning in beginnings)
            {
                if (word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }

        return false;
    }

    private Sorted Sort()
    {
        Sorted all = new(new HashSet<string>(StringComparer.OrdinalIgnoreCase), []);
        foreach (string word in words)
        {
            if (word.EndsWith('*'))
                all.Beginnings.Add(word[..^1]);
            else
                all.Whole.Add(word);
        }

        return all;
    }

    /// <summary>A loop: the run time has to compile what asks every character of a text.</summary>
    private static bool IsOfLettersAndDigits(string text)
    {
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c))
                return false;
        }

        return true;
    }

    private static int Count(string text)
    {
        int count = 0;
        foreach (ReadOnlySpan<char> _ in new NameWords(text))
            count++;
        return count;
    }

    private sealed record Sorted(HashSet<string> Whole, List<string> Beginnings);
}
