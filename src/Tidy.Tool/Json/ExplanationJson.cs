using Tidy.Core;
using Tidy.Core.Explaining;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Json;

/// <summary>The one object of <c>explain --format json</c>.</summary>
internal sealed record ExplanationJson
{
    public required int SchemaVersion { get; init; }

    public required string Command { get; init; }

    public required string Path { get; init; }

    public required bool Exists { get; init; }

    /// <summary>The answer in one clause, for people.</summary>
    public required string Verdict { get; init; }

    public required string? Phase { get; init; }

    /// <summary>What a run would do with it, or null when no rule and no queue item is about it.</summary>
    public required EntryJson? Entry { get; init; }

    public required FindingJson[] Findings { get; init; }

    public required RuleVerdictJson[] Rules { get; init; }

    public required string? AllowedBy { get; init; }

    /// <summary>The first of <see cref="Protections"/>.</summary>
    public required string? Protection { get; init; }

    public required IReadOnlyList<string> Protections { get; init; }

    public required GitJson Git { get; init; }

    public required AgeJson? Age { get; init; }

    /// <summary>With the name that it would get there, were nothing against its move.</summary>
    public required string? Destination { get; init; }

    /// <summary>What the rule does when the name is taken: <c>rename</c>, <c>skip</c>, <c>fail</c>, <c>deduplicate</c>.</summary>
    public required string? Conflict { get; init; }

    /// <summary>What that comes to: <c>free</c>, <c>renamed</c>, <c>skipped</c>, <c>fails</c>, <c>duplicate</c>, <c>refused</c>.</summary>
    public required string? AtDestination { get; init; }

    public required PendingJson? QueueItem { get; init; }

    /// <summary>How to get another answer.</summary>
    public required AdviceJson[] Suggestions { get; init; }

    public required int ExitCode { get; init; }

    public static ExplanationJson Of(Explanation explanation) => new()
    {
        SchemaVersion = RunJson.Version,
        Command = "explain",
        Path = explanation.Path.Text,
        Exists = explanation.Exists,
        Verdict = ExplanationVerdict.Of(explanation),
        Phase = explanation.Phase,
        Entry = explanation.Entry is { } entry ? EntryJson.Of(new Outcome(entry)) : null,
        Findings = [.. explanation.Findings.Select(FindingJson.Of)],
        Rules = [.. explanation.Rules.Select(RuleVerdictJson.Of)],
        AllowedBy = explanation.AllowedBy?.Path,
        Protection = explanation.Protections.Count > 0 ? explanation.Protections[0] : null,
        Protections = explanation.Protections,
        Git = GitJson.Of(explanation.Git),
        Age = explanation.Age is { } age ? AgeJson.Of(age) : null,
        Destination = explanation.Destination?.Path.Value,
        Conflict = explanation.Destination is { } to ? WireNames.Of(to.Conflict) : null,
        AtDestination = explanation.Destination is { } there ? WireNames.Of(there.Fate) : null,
        QueueItem = explanation.Pending is { } item ? PendingJson.Of(item) : null,
        Suggestions = [.. explanation.Advice.Select(AdviceJson.Of)],
        ExitCode = 0,
    };
}
