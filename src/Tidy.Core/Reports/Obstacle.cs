using Tidy.Core.Holders;

namespace Tidy.Core.Reports;

/// <summary>What is in the way of a queued move now, and not when it was last tried.</summary>
/// <param name="Holders">Those that run and have it open, as far as the system tells.</param>
public sealed record Obstacle(ObstacleKind Kind, IReadOnlyList<Holder> Holders)
{
    public static Obstacle Of(ObstacleKind kind) => new(kind, []);
}
