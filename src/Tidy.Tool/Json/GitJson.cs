using Tidy.Core;
using Tidy.Core.Explaining;

namespace Tidy.Tool.Json;

/// <param name="State"><c>new</c>, <c>ignored</c>, <c>tracked</c>; null when it is not known.</param>
internal sealed record GitJson(string? State, string? Why)
{
    public static GitJson Of(GitAnswer answer) => new(answer.State is { } state ? WireNames.Of(state) : null, answer.Why);
}
