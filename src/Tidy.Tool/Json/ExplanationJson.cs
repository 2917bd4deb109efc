using Tidy.Core.Planning;

namespace Tidy.Tool.Json;

/// <summary>The one object of <c>explain --format json</c>.</summary>
internal sealed record ExplanationJson
{
    public required int SchemaVersion { get; init; }

    public required string Command { get; init; }

    public required string Path { get; init; }

    public required bool Exists { get; init; }

    /// <summary>What a run would do with it, or null when no rule and no queue item is about it.</summary>
    public required EntryJson? Entry { get; init; }

    public required FindingJson[] Findings { get; init; }

    public required RuleVerdictJson[] Rules { get; init; }

    public required string? AllowedBy { get; init; }

    public required string? Protection { get; init; }

    public required PendingJson? QueueItem { get; init; }

    public required int ExitCode { get; init; }

    public static ExplanationJson Of(Explanation explanation) => new()
    {
        SchemaVersion = RunJson.Version,
        Command = "explain",
        Path = explanation.Path.Value,
        Exists = explanation.Exists,
        Entry = explanation.Entry is { } entry ? EntryJson.Of(new Core.Outcome(entry)) : null,
        Findings = [.. explanation.Findings.Select(FindingJson.Of)],
        Rules = [.. explanation.Rules.Select(RuleVerdictJson.Of)],
        AllowedBy = explanation.AllowedBy?.Path,
        Protection = explanation.Protection,
        QueueItem = explanation.Pending is { } item ? PendingJson.Of(item) : null,
        ExitCode = 0,
    };
}
