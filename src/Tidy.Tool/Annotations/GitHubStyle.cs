using System.Globalization;
using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Annotations;

/// <summary>Workflow commands of GitHub Actions: <c>::error file=...,line=...,col=...,title=...::message</c>.</summary>
/// <param name="repository">The folder from which GitHub counts paths, where it says so.</param>
internal sealed class GitHubStyle(string? repository, string? root) : IAnnotationStyle
{
    public string LineOf(Finding finding, ExitCode exit)
    {
        string file = finding.Path is { } path ? $"file={Property(FileOf(path))}," : "";
        string line = finding.Line is { } at ? string.Create(CultureInfo.InvariantCulture, $"line={at},") : "";
        string column = finding.Column is { } from ? string.Create(CultureInfo.InvariantCulture, $"col={from},") : "";
        return $"::{Word(finding.Level)} {file}{line}{column}title={finding.Code}::{Data(FindingLine.Text(finding))}";
    }

    private static string Word(FindingLevel level) => level switch
    {
        FindingLevel.Error => "error",
        FindingLevel.Warning => "warning",
        _ => "notice",
    };

    private string FileOf(string path)
    {
        string absolute = FindingPaths.Absolute(root, path);
        return FindingPaths.Inside(repository, absolute) ?? FindingPaths.Inside(root, absolute) ?? absolute;
    }

    /// <remarks>The format's own escapes first: they bring line breaks through. What it has none for is shown.</remarks>
    private static string Data(string text) => SafeText.Visible(text
        .Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal));

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
