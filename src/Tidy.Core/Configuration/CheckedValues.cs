using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Configuration;

/// <summary>Values that need more than their type; every refusal points at the value.</summary>
internal static class CheckedValues
{
    public static string Pattern(this ref ValueReader json) => json.Checked(NamePattern.ProblemOf);

    public static string SiblingPattern(this ref ValueReader json) => json.Checked(Rules.SiblingPattern.ProblemOf);

    /// <summary>A word of a name, or with <c>*</c> at its end the beginning of one.</summary>
    public static string NameWord(this ref ValueReader json) => json.Checked(WordCondition.ProblemOf);

    /// <summary>A text to look for in files.</summary>
    public static string Content(this ref ValueReader json) => json.Checked(text => string.IsNullOrWhiteSpace(text) ? "is empty" : null);

    /// <summary>A pattern for names of folders; the <c>/</c> at the end may be left out.</summary>
    public static string FolderPattern(this ref ValueReader json) => json.Pattern().TrimEnd('/') + "/";

    /// <summary>A folder inside the workspace, ending in <c>/</c>.</summary>
    public static string Folder(this ref ValueReader json) => json.Entry().TrimEnd('/') + "/";

    /// <summary>The name of a file, without a folder.</summary>
    public static string FileName(this ref ValueReader json)
    {
        string name = json.Entry();
        return name.Contains('/', StringComparison.Ordinal) ? throw json.Problem($"cannot be '{name}': it has a '/'; a name of a file is meant.") : name;
    }

    /// <summary>
    /// A path inside the workspace; a folder's may end in <c>/</c>. Configuration is shared, so Windows names are refused on every system.
    /// </summary>
    public static string Entry(this ref ValueReader json)
    {
        string value = json.Text();
        if (value.Contains('\\', StringComparison.Ordinal))
            throw json.Refused(value, "has a backslash; use '/'");
        if (!WorkspacePath.TryParse(value, out var folder, out string? problem))
            throw json.Refused(value, problem);
        foreach (Range segment in folder.Value.AsSpan().Split('/'))
        {
            if (WindowsNames.ProblemOf(folder.Value.AsSpan(segment)) is { } windows)
                throw json.Refused(value, windows);
        }

        return value;
    }

    /// <summary>One of <paramref name="words"/>, as its index, which is the value of the enumeration.</summary>
    public static int Word(this ref ValueReader json, string[] words)
    {
        if (!json.IsText)
            throw json.Problem($"should be a text. {Valid(words)}");
        string value = json.Text();
        int at = Array.IndexOf(words, value);
        return at >= 0 ? at : throw json.Problem($"cannot be '{value}'{NearestWord.Hint(value, words)} {Valid(words)}");
    }

    public static TimeSpan Span(this ref ValueReader json)
    {
        string value = json.NumberOrText($"a duration. {Duration.ValidValues}");
        return Duration.TryParse(value, out var span) ? span : throw json.Problem($"cannot be '{value}'. {Duration.ValidValues}");
    }

    public static TimeSpan PositiveSpan(this ref ValueReader json) =>
        json.Span() is var span && span > TimeSpan.Zero ? span : throw json.Problem("must be longer than 0s.");

    public static long PositiveSize(this ref ValueReader json)
    {
        string value = json.NumberOrText($"a size. {ByteSize.ValidValues}");
        if (!ByteSize.TryParse(value, out long bytes))
            throw json.Problem($"cannot be '{value}'. {ByteSize.ValidValues}");
        return bytes > 0 ? bytes : throw json.Problem("must be more than 0.");
    }

    public static int Positive(this ref ValueReader json) =>
        json.Number() is > 0 and var number ? number : throw json.Problem("must be more than 0.");

    public static int NotNegative(this ref ValueReader json) =>
        json.Number() is >= 0 and var number ? number : throw json.Problem("must be 0 or more.");

    private static string Checked(this ref ValueReader json, Func<string, string?> problemOf)
    {
        string text = json.Text();
        return problemOf(text) is { } problem ? throw json.Problem($"cannot be '{text}': it {problem}.") : text;
    }

    private static string Valid(string[] words) => $"Valid values are {string.Join(", ", words)}.";

    private static TidyException Refused(this ref ValueReader json, string value, string problem) =>
        json.Problem($"is refused: the path '{value}' {problem}.", Codes.PathRefused);
}
