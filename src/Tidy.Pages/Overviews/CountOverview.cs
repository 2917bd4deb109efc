namespace Tidy.Pages.Overviews;

/// <summary>How many there are of something.</summary>
public sealed record CountOverview(string Name, int Count);
