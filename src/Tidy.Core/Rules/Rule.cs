using Tidy.Core.Git;

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

    /// <summary>One of them must be in the name; none: every name will do. One that ends in <c>*</c> is the beginning of a word.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Patterns of names in the same folder, of which one must be there; <c>{stem}</c> is the own name without its last extension.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>As <see cref="Beside"/>: none may be there.</summary>
    public IReadOnlyList<string> NotBeside { get; init; } = [];

    /// <summary>Bytes; null: any size.</summary>
    public long? MinSize { get; init; }

    /// <summary>Bytes; null: any size.</summary>
    public long? MaxSize { get; init; }

    /// <summary>How git must see it; null: however.</summary>
    public GitState? Git { get; init; }

    /// <summary>Texts in the first few KiB of a file that this rule does not match after all; case does not count.</summary>
    public IReadOnlyList<string> ExceptContent { get; init; } = [];

    /// <summary>It does not match what a script, workflow or document of the repository mentions.</summary>
    public bool ExceptMentioned { get; init; }

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
