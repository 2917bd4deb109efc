namespace Tidy.Core.Watching;

/// <summary>What a watch looks after when it begins.</summary>
/// <param name="Folders">Folders whose new entries it notices, as seen from the root; empty for the root itself.</param>
/// <param name="Waiting">Queued files that move as soon as they are free.</param>
/// <param name="IsTold">The system tells of changes; else the watch looks once a second.</param>
public sealed record WatchStart(IReadOnlyList<string> Folders, int Waiting, bool IsTold);
