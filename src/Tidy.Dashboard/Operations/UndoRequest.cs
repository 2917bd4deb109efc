namespace Tidy.Dashboard.Operations;

/// <summary>The body of a request to reverse a run.</summary>
internal sealed record UndoRequest(string? Run);
