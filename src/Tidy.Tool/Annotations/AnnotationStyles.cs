using System.Diagnostics;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Annotations;

/// <summary>Makes the style for a format.</summary>
internal static class AnnotationStyles
{
    /// <param name="root">The workspace, where it is known.</param>
    public static IAnnotationStyle For(OutputFormat format, ToolConsole console, string? root) => format switch
    {
        OutputFormat.GitHub => new GitHubStyle(console.Environment("GITHUB_WORKSPACE"), root),
        OutputFormat.Azure => new AzureStyle(root),
        OutputFormat.MSBuild => new MSBuildStyle(root),
        _ => throw new UnreachableException($"{format} has no annotations."),
    };
}
