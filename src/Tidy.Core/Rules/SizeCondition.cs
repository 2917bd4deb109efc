namespace Tidy.Core.Rules;

/// <summary>Bounds of the size, both included; null is no bound.</summary>
internal sealed class SizeCondition(long? min, long? max) : ICondition
{
    public string? WhyNot(IEntryFacts entry) =>
        min is { } least && entry.Size < least ? $"it has {entry.Size} bytes, fewer than {least}"
        : max is { } most && entry.Size > most ? $"it has {entry.Size} bytes, more than {most}"
        : null;
}
