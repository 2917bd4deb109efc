using Tidy.Core.Planning;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Annotations;

/// <summary>A finding in words.</summary>
internal static class FindingLine
{
    /// <summary>Names the file too: the logs of CI systems show the message without the place it belongs to.</summary>
    public static string Text(Finding finding) => finding.Path is null ? finding.Text : $"{finding.Path}: {finding.Text}";

    /// <summary>One plain line, for systems that have no annotation for notes.</summary>
    public static string Note(Finding finding) => $"note {finding.Code}: {SafeText.Visible(Text(finding))}";
}
