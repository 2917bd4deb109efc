namespace Tidy.Core.Rules;

/// <summary>
/// What matches, and where it goes. The first matching rule wins. Patterns are names at the workspace root with <c>*</c> and
/// <c>?</c>, without regard to case; a trailing <c>/</c> means folders.
/// </summary>
public sealed record Rule
{
    public required string Id { get; init; }

    public required IReadOnlyList<string> Match { get; init; }

    /// <summary>Patterns that this rule does not match after all.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    public RuleAction Action { get; init; }

    /// <summary>Destination folder, workspace-relative, ending in <c>/</c>; null when the action is not a move.</summary>
    public string? To { get; init; }

    public ConflictMode Conflict { get; init; }

    /// <summary>Younger files (by last write) are left alone.</summary>
    public TimeSpan MinAge { get; init; }

    /// <summary>One clause for a person: why this does not belong at the root.</summary>
    public string? Reason { get; init; }

    /// <summary>For <see cref="RuleAction.Report"/>: the finding's code; defaults to <see cref="Codes.Reported"/>.</summary>
    public string? Code { get; init; }
}
