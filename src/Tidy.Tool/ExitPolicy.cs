namespace Tidy.Tool;

/// <summary>What the caller asked to be told, or not to be told, by the exit code.</summary>
/// <param name="Check"><c>plan --check</c>: 1 when something would move.</param>
/// <param name="Strict"><c>--strict</c>: queued files and warnings count for <c>verify</c> and <c>plan --check</c>.</param>
/// <param name="AllowPending"><c>--allow-pending</c>: 0 instead of 3.</param>
internal readonly record struct ExitPolicy(bool Check, bool Strict, bool AllowPending);
