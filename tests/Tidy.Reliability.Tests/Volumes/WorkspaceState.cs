namespace Tidy.Reliability.Tests.Volumes;

/// <summary>A workspace as it is at one moment.</summary>
/// <param name="Names">See <see cref="Payload.Below"/>.</param>
/// <param name="Queue">See <see cref="Queued.In"/>.</param>
internal sealed record WorkspaceState(List<string> Names, List<string> Queue)
{
    public static WorkspaceState In(string folder) => new(Payload.Below(folder), Queued.In(folder));
}
