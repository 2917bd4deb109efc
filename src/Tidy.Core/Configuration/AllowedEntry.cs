namespace Tidy.Core.Configuration;

/// <summary>A name pattern that may stay at the root; a trailing <c>/</c> means folders.</summary>
public sealed record AllowedEntry(string Path, string? Reason);
