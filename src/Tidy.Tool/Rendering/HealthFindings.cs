using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Tool.Rendering;

/// <summary>An issue of the queue as the finding that people and programs know.</summary>
internal static class HealthFindings
{
    public static Finding Of(QueueIssue issue) => new(Codes.QueueUnwell, LevelOf(issue.Severity), WorkspacePath.QueueFile, issue.Message);

    private static FindingLevel LevelOf(QueueHealthStatus severity) => severity switch
    {
        QueueHealthStatus.Error => FindingLevel.Error,
        QueueHealthStatus.Warning => FindingLevel.Warning,
        _ => FindingLevel.Note,
    };
}
