namespace Tidy.Core.Notices;

/// <param name="Name">Of a process, without its path.</param>
/// <param name="Attempts">That it was in the way of.</param>
public sealed record HolderCount(string Name, int Attempts);
