namespace Tidy.Core.Configuration;

public sealed record RootConfig
{
    public RootPolicy Policy => SaidPolicy ?? RootPolicy.Clutter;

    /// <summary>Null: it does not say, so the presets do.</summary>
    public RootPolicy? SaidPolicy { get; init; }

    /// <summary>What may stay at the root whatever the rules say.</summary>
    public IReadOnlyList<AllowedEntry> Allow { get; init; } = [];
}
