using Tidy.Core.Planning;

namespace Tidy.Core.Scheduling;

/// <summary>What <c>install</c> or <c>uninstall</c> does, or would do.</summary>
/// <param name="After">The list as it is then.</param>
/// <param name="Steps">By scheduler, in the order in which they are carried out.</param>
public sealed record ScheduleChange(WorkspaceList After, IReadOnlyList<SchedulerSteps> Steps)
{
    /// <summary>The new content of the list's file; null when it stays as it is.</summary>
    public FileWritten? List { get; init; }

    /// <summary>What could not be found out, or failed.</summary>
    public IReadOnlyList<Finding> Failures { get; init; } = [];

    public bool IsNothing => List is null && Steps.Count == 0;
}
