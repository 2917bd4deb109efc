using System.Text.Json.Serialization;
using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Json;

internal sealed record FindingJson(string Code, string Level, string? Path, string Message)
{
    /// <summary>Only where the finding is about a line of a file.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Line { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Column { get; init; }

    /// <summary>Only where it is not part of the message.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Remedy { get; init; }

    /// <summary>Only where there is one: lines such as a unified diff.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }

    public static FindingJson Of(Finding finding) => new(finding.Code, WireNames.Of(finding.Level), finding.Path, finding.Message)
    {
        Line = finding.Line,
        Column = finding.Column,
        Remedy = finding.Remedy,
        Detail = finding.Detail,
    };
}
