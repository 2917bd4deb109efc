namespace Tidy.Core.Builds;

/// <summary>A process whose end makes a call due: it holds a file that could move then.</summary>
/// <remarks>Also compiled into the MSBuild task.</remarks>
internal readonly struct GateHolder(int processId, long startedTicks)
{
    public int ProcessId { get; } = processId;

    /// <summary>Start time as UTC <see cref="DateTime.Ticks"/>; 0 when it is not known.</summary>
    public long StartedTicks { get; } = startedTicks;
}
