namespace Tidy.Tool.Json;

/// <param name="Check">What was looked at: <c>usable</c>, <c>abandoned</c>, or a key of the values and thresholds.</param>
internal sealed record HealthIssueJson(string Check, string Severity, string Message);
