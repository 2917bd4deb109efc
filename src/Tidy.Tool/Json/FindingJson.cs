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

    public static FindingJson Of(Finding finding) => new(finding.Code, WireNames.Of(finding.Level), finding.Path, finding.Message)
    {
        Line = finding.Line,
        Column = finding.Column,
    };
}
