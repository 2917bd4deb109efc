using Tidy.Tool.Engine;

namespace Tidy.Tool.Json;

/// <summary>The one object of <c>explain --format json</c>.</summary>
internal sealed record ExplanationJson
{
    public required int SchemaVersion { get; init; }

    public required string Command { get; init; }

    public required string Path { get; init; }

    public required string? Dest { get; init; }

    public required RuleVerdictJson[] Rules { get; init; }

    public required IReadOnlyList<string> Protections { get; init; }

    public required string GitState { get; init; }

    public required PendingJson? QueueItem { get; init; }

    public required int ExitCode { get; init; }

    public static ExplanationJson Of(string path, PathExplanation explanation) => new()
    {
        SchemaVersion = RunJson.Version,
        Command = "explain",
        Path = path,
        Dest = explanation.Destination?.Value,
        Rules = [.. explanation.Rules.Select(r => new RuleVerdictJson(r.RuleId, r.Verdict, r.Wins))],
        Protections = explanation.Protections,
        GitState = explanation.GitState,
        QueueItem = explanation.Item is { } item ? PendingJson.Of(item) : null,
        ExitCode = 0,
    };
}
