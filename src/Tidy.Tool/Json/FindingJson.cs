using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Json;

internal sealed record FindingJson(string Code, string Level, string? Path, string Message)
{
    public static FindingJson Of(Finding finding) => new(finding.Code, WireNames.Of(finding.Level), finding.Path, finding.Message);
}
