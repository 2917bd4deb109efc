using System.Text.Json.Nodes;

namespace Tidy.Core.Configuration;

/// <summary>The kind of value that is a duration.</summary>
/// <remarks>No <see cref="Value{T}"/>: code of generics over a structure that is not ours is compiled at every start, which costs a millisecond.</remarks>
/// <param name="isPositive">0s is refused.</param>
internal sealed class SpanValue(bool isPositive)
{
    public TimeSpan Read(ref ValueReader json) => isPositive ? json.PositiveSpan() : json.Span();

    public JsonObject Schema() => isPositive ? ValueSchemas.PositiveDuration() : ValueSchemas.Duration();
}
