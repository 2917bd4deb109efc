namespace Tidy.Tool.Engine;

/// <summary>What a run did to one path, from its journal; the paths are workspace-relative.</summary>
/// <param name="Result">A status word of the JSON output: <c>moved</c>, <c>removed</c>, <c>queued</c>, <c>failed</c>, ….</param>
internal sealed record RunMove(string Source, string Destination, string Result);
