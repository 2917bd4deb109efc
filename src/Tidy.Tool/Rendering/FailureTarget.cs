using Tidy.Core.Workspaces;

namespace Tidy.Tool.Rendering;

/// <summary>What is known of the command when it fails; on a usage error that is little.</summary>
internal sealed record FailureTarget(ToolConsole Console, TextWriter Data, string Command)
{
    public OutputFormat Format { get; init; }

    /// <summary>The workspace, once it is known.</summary>
    public Func<WorkspaceRoot?> Root { get; init; } = static () => null;

    /// <summary>The file of <c>--report</c>, once it is known.</summary>
    public ReportFile? Report { get; init; }

    /// <summary>Print where an unexpected error came from.</summary>
    public bool Verbose { get; init; }
}
