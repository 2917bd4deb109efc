using System.Security.Cryptography;
using System.Text;
using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Sarif;

/// <summary>
/// Makes the log of one run. What is about a file is a result; what is about none is a notification of the tool, for readers like GitHub
/// refuse results without a place.
/// </summary>
internal static class SarifLogs
{
    public static SarifLog Of(string? root, IReadOnlyList<Finding> findings, ExitCode exit)
    {
        SarifNotification[] notifications = [.. findings.Where(f => f.Path is null).Select(Notification)];
        SarifResult[] results = [.. findings.Where(f => f.Path is not null).Select(f => Result(root, f))];
        bool isThrough = exit is ExitCode.Done or ExitCode.Findings or ExitCode.Pending;
        return new SarifLog([new SarifRun(
            new SarifTool(new SarifDriver("dotnet tidy", ToolVersion.Text, [.. CodeTable.All.Select(Rule)])),
            [new SarifInvocation(isThrough, (int)exit, notifications)],
            root is null ? null : new SarifBases(new SarifArtifactLocation(SarifUri.OfFolder(root))),
            results)]);
    }

    private static SarifRule Rule(CodeInfo info) =>
        new(info.Code, new SarifText(info.Meaning), new SarifConfiguration(WireNames.Of(info.Level)));

    private static SarifNotification Notification(Finding finding) => new(
        new SarifRuleReference(finding.Code, CodeTable.IndexOf(finding.Code)),
        WireNames.Of(finding.Level),
        Message(finding));

    private static SarifResult Result(string? root, Finding finding)
    {
        SarifRegion? region = finding.Line is { } line ? new SarifRegion(line, finding.Column) : null;
        return new SarifResult(
            finding.Code,
            CodeTable.IndexOf(finding.Code),
            WireNames.Of(finding.Level),
            Message(finding),
            [new SarifLocation(new SarifPhysicalLocation(SarifUri.Of(root, finding.Path!), region))])
        {
            PartialFingerprints = new SarifFingerprints(Fingerprint(finding)),
        };
    }

    private static SarifText Message(Finding finding) => new(SafeText.Visible(finding.Text));

    /// <summary>Not of the message: attempts and times in it change from run to run.</summary>
    private static string Fingerprint(Finding finding) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Code}|{finding.Path}")));
}
