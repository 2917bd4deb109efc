namespace Tidy.Core.Activity;

/// <summary>What runs are counted by.</summary>
public readonly record struct RunKind(string Command, ExitCode Exit);
