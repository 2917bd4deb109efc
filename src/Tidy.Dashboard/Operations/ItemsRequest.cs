namespace Tidy.Dashboard.Operations;

/// <summary>The body of a request to do something with queued files.</summary>
internal sealed record ItemsRequest(IReadOnlyList<string>? Ids);
