using System.Text.Json.Serialization;
using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Json;

/// <summary>One entry of the JSON output, schema version 1: every key is always there.</summary>
internal sealed record EntryJson
{
    public required string Src { get; init; }

    public required string? Dest { get; init; }

    public required string Action { get; init; }

    public required string Phase { get; init; }

    public required string? Rule { get; init; }

    public required string Status { get; init; }

    public required string? Reason { get; init; }

    public required string? Message { get; init; }

    public required long Bytes { get; init; }

    public required HolderJson[] Holders { get; init; }

    public required string? Code { get; init; }

    public required string? QueueId { get; init; }

    public required int? Attempt { get; init; }

    public required int? MaxAttempts { get; init; }

    public required DateTime? NextEligibleAt { get; init; }

    /// <summary>Only in plan files: with <see cref="Bytes"/> it tells whether the source changed since.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTime? ModifiedAt { get; init; }

    public static EntryJson Of(Outcome outcome)
    {
        PlanEntry entry = outcome.Entry;
        return new EntryJson
        {
            Src = entry.Source.Value,
            Dest = outcome.Destination?.Value,
            Action = WireNames.Of(entry.Action),
            Phase = entry.Phase,
            Rule = entry.Rule,
            Status = WireNames.Of(outcome.Status),
            Reason = outcome.Reason is { } reason ? WireNames.Of(reason) : null,
            Message = outcome.Message,
            Bytes = entry.Stat.Size,
            Holders = HolderJson.Of(outcome.Holders),
            Code = outcome.Code,
            QueueId = outcome.Pending?.Id,
            Attempt = outcome.Pending?.AttemptCount,
            MaxAttempts = outcome.MaxAttempts,
            NextEligibleAt = outcome.Pending?.NextEligibleAt.UtcDateTime,
        };
    }

    /// <summary>The entry as a plan file holds it.</summary>
    public static EntryJson ForPlanFile(Outcome outcome) => Of(outcome) with { ModifiedAt = outcome.Entry.Stat.ModifiedAt.UtcDateTime };
}
