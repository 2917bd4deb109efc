using System.Globalization;
using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Annotations;

/// <summary>Logging commands of Azure Pipelines: <c>##vso[task.logissue type=error;sourcepath=...;...]message</c>. It has none for notes.</summary>
internal sealed class AzureStyle(string? root) : IAnnotationStyle
{
    private const string Command = "##vso[";

    public string LineOf(Finding finding, ExitCode exit)
    {
        if (finding.Level == FindingLevel.Note)
            return Harmless(FindingLine.Note(finding));
        // Its paths are absolute ones, says Microsoft's page on logging commands.
        string file = finding.Path is { } path ? $"sourcepath={Property(FindingPaths.Absolute(root, path))};" : "";
        string line = finding.Line is { } at ? string.Create(CultureInfo.InvariantCulture, $"linenumber={at};") : "";
        string column = finding.Column is { } from ? string.Create(CultureInfo.InvariantCulture, $"columnnumber={from};") : "";
        return $"{Command}task.logissue type={WireNames.Of(finding.Level)};{file}{line}{column}code={finding.Code};]{Data(FindingLine.Text(finding))}";
    }

    /// <summary>The agent looks for its commands anywhere in a line: a file with such a name must not give it one.</summary>
    private static string Harmless(string text) => text.Replace(Command, "## vso[", StringComparison.OrdinalIgnoreCase);

    /// <remarks>The format's own escapes first: they bring line breaks through. What it has none for is shown.</remarks>
    private static string Data(string text) => SafeText.Visible(text
        .Replace("%", "%AZP25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal));

    private static string Property(string text) =>
        Data(text).Replace(";", "%3B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
}
