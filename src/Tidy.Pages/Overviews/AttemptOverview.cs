namespace Tidy.Pages.Overviews;

/// <summary>One try to move a queued file: a point on the file's timeline.</summary>
/// <param name="Item">The id of the queued move; it may have left the queue since.</param>
/// <param name="Result"><c>queued</c> (put into the queue), <c>waiting</c>, <c>moved</c>, <c>needs_manual</c> or <c>abandoned</c>.</param>
/// <param name="Attempt">Which attempt it was.</param>
public sealed record AttemptOverview(string Item, string Src, DateTime At, string Run, string Result, int Attempt)
{
    public required string? Reason { get; init; }

    /// <summary>The name of the process that had it open, where one was known.</summary>
    public required string? Holder { get; init; }
}
