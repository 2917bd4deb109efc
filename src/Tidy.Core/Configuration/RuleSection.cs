using System.Text.Json.Serialization;
using Tidy.Core.Rules;

namespace Tidy.Core.Configuration;

internal sealed class RuleSection
{
    public string? Id { get; set; }

    public List<string?>? Match { get; set; }

    public List<string?>? Except { get; set; }

    [JsonConverter(typeof(EnumConverter<RuleAction>))]
    public RuleAction? Action { get; set; }

    public string? To { get; set; }

    [JsonConverter(typeof(EnumConverter<ConflictMode>))]
    public ConflictMode? Conflict { get; set; }

    [JsonConverter(typeof(DurationConverter))]
    public TimeSpan? MinAge { get; set; }

    public string? Reason { get; set; }

    public string? Code { get; set; }
}
