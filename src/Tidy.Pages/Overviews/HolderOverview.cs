namespace Tidy.Pages.Overviews;

/// <summary>A process that had a file open.</summary>
public sealed record HolderOverview(int Pid, string Name);
