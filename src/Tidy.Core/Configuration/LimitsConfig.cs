namespace Tidy.Core.Configuration;

/// <summary>A plan beyond these moves nothing: a wrong rule should not empty a repository.</summary>
public sealed record LimitsConfig
{
    public int MaxMoves { get; init; } = 10_000;

    public long MaxBytes { get; init; } = 10_000_000_000;
}
