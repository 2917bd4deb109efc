namespace Tidy.Pages.Overviews;

/// <summary>One action of a run.</summary>
/// <param name="Status"><c>done</c>, <c>not_done</c> or <c>not_tried</c>.</param>
public sealed record RunActionOverview(string Action, string Src, string Status)
{
    public required string? Dest { get; init; }

    public required string? Reason { get; init; }
}
