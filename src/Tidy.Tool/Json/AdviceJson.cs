using Tidy.Core;
using Tidy.Core.Explaining;

namespace Tidy.Tool.Json;

/// <param name="Aim">The other answer: <c>move</c>, <c>stay</c>, <c>try</c>, <c>hold</c>, <c>forget</c>.</param>
/// <param name="Text">What a line or a command does beyond its aim, or what a person can do where there is neither.</param>
/// <param name="Key">The list or setting of tidy.json, or null.</param>
/// <param name="Line">JSON: an item for the beginning of that list, or the value of that setting.</param>
/// <param name="Commands">Before the line is added; or instead of one.</param>
internal sealed record AdviceJson(string Aim, string? Text, string? Key, string? Line, IReadOnlyList<string> Commands)
{
    public static AdviceJson Of(Advice advice) => new(WireNames.Of(advice.Aim), advice.Text, advice.Line?.Key, advice.Line?.Value, advice.Commands);
}
