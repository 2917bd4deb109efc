namespace Tidy.Tool.Json;

/// <summary>The one object of every <c>queue</c> command; what the command does not tell is null.</summary>
/// <param name="Items">What was listed, shown or changed.</param>
internal sealed record QueueAnswerJson(
    int SchemaVersion, string Command, PendingJson[]? Items, StatsJson? Stats, FindingJson[]? Findings)
{
    public required int ExitCode { get; init; }
}
