namespace Tidy.Core.Explaining;

/// <summary>One way to another answer: a line for <c>tidy.json</c>, a command, or what only a person can do.</summary>
/// <param name="Text">What a line or a command does beyond its aim, or what a person can do where there is neither; a clause, or null.</param>
public sealed record Advice(AdviceAim Aim, string? Text)
{
    /// <summary>Null when no line changes the answer.</summary>
    public ConfigLine? Line { get; init; }

    /// <summary>In this order, before the line is added.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];
}
