namespace Tidy.Core.Differences;

/// <summary>What tells two files with different content apart, for the person who has to choose.</summary>
/// <param name="Summary">Clauses that complete "Another version of …: …", without a full stop.</param>
/// <param name="Diff">The lines that differ; null where there is nothing to show.</param>
internal sealed record Difference(string Summary, string? Diff)
{
    /// <summary>Bytes; what is larger is nothing to look through.</summary>
    public const int MaxSize = 1 << 20;

    public const int MaxDiffLines = 200;

    /// <exception cref="IOException">One of them cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">One of them may not be read.</exception>
    public static Difference Between(ComparedFile old, ComparedFile now)
    {
        if (old.Size > MaxSize || now.Size > MaxSize)
            return new("they differ, and are too large to show how", null);
        if (old.Read(MaxSize) is not { } oldContent || now.Read(MaxSize) is not { } nowContent)
            return new("they differ, and are too large to show how", null);
        return TextVersion.Of(oldContent) is { } oldText && TextVersion.Of(nowContent) is { } nowText
            ? OfTexts(old, oldText, now, nowText)
            : new("they differ, and are no texts in UTF-8", null);
    }

    private static Difference OfTexts(ComparedFile old, TextVersion oldText, ComparedFile now, TextVersion nowText)
    {
        string unseen = Unseen(old, oldText, now, nowText);
        if (oldText.Read() == nowText.Read())
            return new($"the lines read the same, but {(unseen.Length == 0 ? "some end in CRLF in one and in LF in the other" : unseen)}", null);
        string also = unseen.Length == 0 ? "" : $"; also, {unseen}";
        string? diff = UnifiedDiff.Between(old.Path.Value, oldText, now.Path.Value, nowText, MaxDiffLines);
        return new((diff is null ? "they differ in too many lines to show them" : "they differ as shown") + also, diff);
    }

    /// <summary>What no line of a difference shows.</summary>
    private static string Unseen(ComparedFile old, TextVersion oldText, ComparedFile now, TextVersion nowText)
    {
        List<string> clauses = [];
        if (oldText.Ends != nowText.Ends && oldText.Ends != LineEnds.None && nowText.Ends != LineEnds.None)
            clauses.Add($"the lines of '{old.Path}' end in {Name(oldText.Ends)}, those of '{now.Path}' in {Name(nowText.Ends)}");
        if (oldText.HasMark != nowText.HasMark)
            clauses.Add($"'{(oldText.HasMark ? old.Path : now.Path)}' begins with a byte order mark");
        return string.Join(", and ", clauses);
    }

    private static string Name(LineEnds ends) => ends switch
    {
        LineEnds.CrLf => "CRLF (as on Windows)",
        LineEnds.Lf => "LF (as on Linux and macOS)",
        _ => "both CRLF and LF",
    };
}
