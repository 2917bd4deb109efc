namespace Tidy.Core.Tests;

/// <summary>One entry of a real repository's root.</summary>
/// <param name="Size">Bytes; content is not known.</param>
/// <param name="Label"><c>keep</c>, <c>clutter</c> or <c>ambiguous</c>, as a person judged it; empty in a well-kept repository.</param>
/// <param name="Category">The kind of clutter, such as <c>build-output</c>; may be empty.</param>
internal sealed record CorpusEntry(string Name, bool IsFolder, int Size, string Label, string Category);
