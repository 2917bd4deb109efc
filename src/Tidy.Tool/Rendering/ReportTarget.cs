using Tidy.Core.Workspaces;

namespace Tidy.Tool.Rendering;

/// <summary>Where a report goes and how much it says.</summary>
/// <param name="Data">The process's output, or the file of <c>--output</c>.</param>
internal sealed record ReportTarget(ToolConsole Console, TextWriter Data, OutputFormat Format)
{
    public required WorkspaceRoot Root { get; init; }

    /// <summary>What a person types to carry out the plan that was shown.</summary>
    public string ToApply { get; init; } = "dotnet tidy apply";

    public bool Quiet { get; init; }

    public bool Verbose { get; init; }

    public bool Color { get; init; }
}
