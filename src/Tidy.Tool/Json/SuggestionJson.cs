using Tidy.Core;
using Tidy.Core.Reports;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Json;

/// <param name="ItemIds">The queue items that it helps.</param>
/// <param name="Holder">The process to close, where that is the action.</param>
internal sealed record SuggestionJson(string Action, string Description, string Priority, string[] ItemIds, HolderJson? Holder)
{
    public static SuggestionJson Of(Suggestion suggestion) => new(
        WireNames.Of(suggestion.Kind),
        SuggestionText.Of(suggestion),
        WireNames.Of(suggestion.Priority),
        [.. suggestion.Items.Select(i => i.Id)],
        suggestion.Holder is { } holder ? HolderJson.Of([holder])[0] : null);
}
