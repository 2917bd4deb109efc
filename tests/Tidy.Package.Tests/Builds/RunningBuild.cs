namespace Tidy.Package.Tests.Builds;

/// <summary>A build that has been started and has not been seen to end.</summary>
internal sealed class RunningBuild(RunningCommand command, StartCount starts) : IDisposable
{
    public StartCount Starts { get; } = starts;

    public void Interrupt() => command.Interrupt();

    public BuildAnswer End() => new(command.End(), Starts.Commands);

    /// <summary>Fails the test when the build does not end in time.</summary>
    public BuildAnswer End(TimeSpan patience) => new(command.End(patience), Starts.Commands);

    public void Dispose() => command.Dispose();
}
