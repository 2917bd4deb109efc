namespace Tidy.Pages.Overviews;

/// <summary>One thing that is not well.</summary>
public sealed record IssueOverview(string Code, string Severity, string Message);
