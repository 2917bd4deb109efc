namespace Tidy.Core.Configuration;

public sealed record RootConfig
{
    public RootPolicy Policy { get; init; }

    /// <summary>What may stay at the root whatever the rules say.</summary>
    public IReadOnlyList<AllowedEntry> Allow { get; init; } = [];
}
