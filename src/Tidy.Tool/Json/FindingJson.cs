using Tidy.Core.Planning;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Json;

internal sealed record FindingJson(string Code, string Level, string? Path, string Message)
{
    public static FindingJson Of(Finding finding) => new(finding.Code, Words.Of(finding.Level), finding.Path, finding.Message);
}
