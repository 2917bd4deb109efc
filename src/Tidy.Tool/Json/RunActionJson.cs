using Tidy.Core;
using Tidy.Core.Journal;

namespace Tidy.Tool.Json;

/// <param name="Status"><c>done</c>, <c>not_done</c>, or <c>not_tried</c>: the run ended before it.</param>
internal sealed record RunActionJson(string Phase, string Action, string Src, string? Dest, string Status)
{
    public required string? Reason { get; init; }

    /// <summary>The system's number for the failure.</summary>
    public required int? ErrorNumber { get; init; }

    public static RunActionJson Of(RunAction action) => new(action.Phase, action.Action, action.Source, action.Destination, WireNames.Of(action.Status))
    {
        Reason = action.Reason,
        ErrorNumber = action.Code,
    };
}
