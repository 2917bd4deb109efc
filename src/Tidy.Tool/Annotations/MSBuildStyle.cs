using System.Globalization;
using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Annotations;

/// <summary>
/// Lines that MSBuild's Exec task reads as warnings and errors of the build: <c>PATH(line,column) : Tidy warning CODE: message</c>. Its
/// parser (CanonicalError.cs) takes what stands before the first colon as the place, and what ends in <c>(digits)</c> as a line in it.
/// </summary>
internal sealed class MSBuildStyle(string? root) : IAnnotationStyle
{
    public string LineOf(Finding finding, ExitCode exit)
    {
        if (finding.Level == FindingLevel.Note)
            return WithoutCategory(FindingLine.Note(finding));
        string origin = finding.Path is { } path ? Origin(FindingPaths.Absolute(root, path), finding) : "dotnet-tidy";
        return $"{origin} : Tidy {WireNames.Of(LevelOf(finding, exit))} {finding.Code}: {SafeText.Visible(finding.Text)}";
    }

    /// <summary>Exec fails on a line that is an error, whatever the exit code; but the exit code is what the caller asked for.</summary>
    private static FindingLevel LevelOf(Finding finding, ExitCode exit) => exit == ExitCode.Done ? FindingLevel.Warning : finding.Level;

    private static string Origin(string path, Finding finding)
    {
        int afterDrive = OperatingSystem.IsWindows() ? Path.GetPathRoot(path)!.Length : 0;
        string visible = SafeText.Visible(path);
        string name = visible[..afterDrive] + visible[afterDrive..].Replace(":", "%3A", StringComparison.Ordinal);
        return (finding.Line, finding.Column) switch
        {
            ({ } line, { } column) => string.Create(CultureInfo.InvariantCulture, $"{name}({line},{column})"),
            ({ } line, null) => string.Create(CultureInfo.InvariantCulture, $"{name}({line})"),
            _ => name.EndsWith(')') ? name + "(1)" : name, // else 'copy (2)' would be line 2 of 'copy '
        };
    }

    /// <summary>A name or message with 'error' or 'warning' in it can make one of a note; without a colon nothing does.</summary>
    private static string WithoutCategory(string text)
    {
        bool isRisky = text.Contains("error", StringComparison.OrdinalIgnoreCase) || text.Contains("warning", StringComparison.OrdinalIgnoreCase);
        return isRisky ? text.Replace(':', ';') : text;
    }
}
