namespace Tidy.Reliability.Tests;

/// <summary>How a workspace looks before a run, after it and after its undo, when nothing disturbs them.</summary>
internal sealed record Undisturbed(Tidied Before, Tidied Tidy, Tidied Undone);
