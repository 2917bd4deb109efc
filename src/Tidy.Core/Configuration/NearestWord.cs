namespace Tidy.Core.Configuration;

/// <summary>The known word that a mistyped one was probably meant to be.</summary>
internal static class NearestWord
{
    /// <summary><c>; did you mean 'x'?</c>, or a full stop when nothing is near.</summary>
    public static string Hint(string given, IEnumerable<string> words) => Of(given, words) is { } near ? $"; did you mean '{near}'?" : ".";

    public static string? Of(string given, IEnumerable<string> words)
    {
        string? nearest = null;
        int least = Math.Max(2, given.Length / 3) + 1;
        // A long text is no typing mistake of a short key, and the distance costs its square.
        foreach (string word in given.Length <= 64 ? words : [])
        {
            int distance = Distance(given.ToLowerInvariant(), word.ToLowerInvariant());
            // "a" is not a misspelt "to": at least half of the word must be right.
            if (distance < least && distance * 2 <= word.Length)
                (nearest, least) = (word, distance);
        }

        return nearest;
    }

    /// <summary>Levenshtein distance.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitute, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
