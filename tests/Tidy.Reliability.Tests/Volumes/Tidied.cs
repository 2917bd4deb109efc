namespace Tidy.Reliability.Tests;

/// <summary>A workspace as it is at one moment.</summary>
/// <param name="Names">See <see cref="Payload.Below"/>.</param>
/// <param name="Queue">See <see cref="Queued.In"/>.</param>
internal sealed record Tidied(List<string> Names, List<string> Queue)
{
    public static Tidied In(string folder) => new(Payload.Below(folder), Queued.In(folder));
}
