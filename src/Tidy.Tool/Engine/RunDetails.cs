namespace Tidy.Tool.Engine;

/// <summary>One run of the history with every move it made.</summary>
internal sealed record RunDetails(RunSummary Run, IReadOnlyList<RunMove> Moves);
