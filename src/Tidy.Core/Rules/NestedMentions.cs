using System.Buffers;

namespace Tidy.Core.Rules;

/// <summary>
/// The names in a project file below the root that can mean something at the root: those behind a <c>..</c> or a property. All others are
/// relative to the file's own folder.
/// </summary>
/// <remarks>Every folder on such a path counts too: when it lies at the root, it is needed there.</remarks>
internal sealed class NestedMentions(MentionedNames names)
{
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create("\"<>\r\n");
    private static readonly SearchValues<char> TokenEnds = SearchValues.Create("';=|,\t");
    private static readonly SearchValues<char> SegmentEnds = SearchValues.Create("\\/()");

    public void Collect(ReadOnlySpan<char> text, string by)
    {
        foreach (Range range in text.SplitAny(ValueEnds))
        {
            ReadOnlySpan<char> value = text[range];
            if (!CanReachUp(value))
                continue;
            // A function puts its arguments together: $([System.IO.Path]::Combine('$(RepoRoot)', 'data.json')).
            bool isFunction = value.Contains("$([", StringComparison.Ordinal);
            foreach (Range token in value.SplitAny(TokenEnds))
                AddToken(value[token].Trim(), isFunction, by);
        }
    }

    /// <summary>A name may have a blank in it, and a command has blanks between names.</summary>
    private void AddToken(ReadOnlySpan<char> token, bool isFunction, string by)
    {
        AddSegments(token, isFunction, by);
        if (!token.Contains(' '))
            return;
        foreach (Range piece in token.Split(' '))
            AddSegments(token[piece], isFunction, by);
    }

    private void AddSegments(ReadOnlySpan<char> token, bool isFunction, string by)
    {
        if (!isFunction && !CanReachUp(token))
            return;
        ReadOnlySpan<char> path = isFunction ? token : token[(token.LastIndexOf(')') + 1)..];
        foreach (Range segment in path.SplitAny(SegmentEnds))
        {
            if (path[segment] is not (".." or "."))
                names.Add(path[segment], by);
        }
    }

    private static bool CanReachUp(ReadOnlySpan<char> text) => text.Contains("..", StringComparison.Ordinal) || text.Contains("$(", StringComparison.Ordinal);
}
