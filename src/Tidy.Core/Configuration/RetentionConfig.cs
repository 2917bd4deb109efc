namespace Tidy.Core.Configuration;

/// <summary>For files in the archive whose last write is longer ago than <paramref name="OlderThan"/>.</summary>
public sealed record RetentionConfig(TimeSpan OlderThan, RetentionAction Action);
