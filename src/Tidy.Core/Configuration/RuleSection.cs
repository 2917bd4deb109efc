using System.Text.Json.Serialization;

namespace Tidy.Core.Configuration;

internal sealed class RuleSection
{
    public string? Id { get; set; }

    public List<string?>? Match { get; set; }

    public List<string?>? Except { get; set; }

    public string? Action { get; set; }

    public string? To { get; set; }

    public string? Conflict { get; set; }

    [JsonConverter(typeof(NumberOrTextConverter))]
    public string? MinAge { get; set; }

    public string? Reason { get; set; }

    public string? Code { get; set; }
}
