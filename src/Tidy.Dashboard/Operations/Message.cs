namespace Tidy.Dashboard.Operations;

/// <summary>A sentence for the person at the page.</summary>
/// <param name="Code">One of <see cref="Core.Codes"/>, or null for good news.</param>
/// <param name="Level"><c>note</c>, <c>warning</c> or <c>error</c>.</param>
internal sealed record Message(string? Code, string Level, string Text);
