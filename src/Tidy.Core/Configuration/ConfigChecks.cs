using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Configuration;

/// <summary>Checks of single values that need more than their type; every refusal points at the value.</summary>
internal sealed class ConfigChecks(ConfigText text)
{
    /// <summary>The items of a list without nulls; an absent list is empty.</summary>
    public List<T> Items<T>(IReadOnlyList<T?>? list, string path)
        where T : class
    {
        var items = new List<T>(list?.Count ?? 0);
        for (int i = 0; i < list?.Count; i++)
            items.Add(list[i] ?? throw text.Problem($"{path}[{i}]", "is null; leave the item out instead."));
        return items;
    }

    /// <summary>Patterns for names at the workspace root.</summary>
    public List<string> Patterns(IReadOnlyList<string?>? list, string path)
    {
        List<string> patterns = Items(list, path);
        for (int i = 0; i < patterns.Count; i++)
            Pattern(patterns[i], $"{path}[{i}]");
        return patterns;
    }

    public void Pattern(string pattern, string path)
    {
        if (NamePattern.ProblemOf(pattern) is { } problem)
            throw text.Problem(path, $"cannot be '{pattern}': it {problem}.");
    }

    /// <summary>A folder inside the workspace, ending in <c>/</c>. Configuration is shared, so Windows names are refused on every system.</summary>
    public string Folder(string? value, string path)
    {
        if (value?.Contains('\\', StringComparison.Ordinal) == true)
            throw Refused(path, value, "has a backslash; use '/'");
        if (!WorkspacePath.TryParse(value, out var folder, out string? problem))
            throw Refused(path, value, problem);
        foreach (Range segment in folder.Value.AsSpan().Split('/'))
        {
            if (WindowsNames.ProblemOf(folder.Value.AsSpan(segment)) is { } windows)
                throw Refused(path, value, windows);
        }

        return folder.Value + "/";
    }

    /// <summary>One of <paramref name="words"/>, as its index, which is the value of the enumeration.</summary>
    public int Word(string? value, string[] words, int fallback, string path)
    {
        if (value is null)
            return fallback;
        int at = Array.IndexOf(words, value);
        return at >= 0
            ? at
            : throw text.Problem(path, $"cannot be '{value}'{NearestWord.Hint(value, words)} Valid values are {string.Join(", ", words)}.");
    }

    public TimeSpan Span(string? value, TimeSpan fallback, string path) =>
        value is null ? fallback
        : Duration.TryParse(value, out var span) ? span
        : throw text.Problem(path, $"cannot be '{value}'. {Duration.ValidValues}");

    public TimeSpan PositiveSpan(string? value, TimeSpan fallback, string path) =>
        Span(value, fallback, path) is var span && span > TimeSpan.Zero ? span : throw text.Problem(path, "must be longer than 0s.");

    public long PositiveSize(string? value, long fallback, string path)
    {
        if (value is null)
            return fallback;
        if (!ByteSize.TryParse(value, out long bytes))
            throw text.Problem(path, $"cannot be '{value}'. {ByteSize.ValidValues}");
        return bytes > 0 ? bytes : throw text.Problem(path, "must be more than 0.");
    }

    public int Positive(int? value, int fallback, string path) =>
        value is not { } given ? fallback : given > 0 ? given : throw text.Problem(path, "must be more than 0.");

    private TidyException Refused(string path, string? value, string problem) =>
        text.Problem(path, $"is refused: the path '{value}' {problem}.", Codes.PathRefused);
}
