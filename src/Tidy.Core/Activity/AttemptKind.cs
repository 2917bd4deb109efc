using Tidy.Core.Moving;

namespace Tidy.Core.Activity;

/// <summary>What attempts are counted by.</summary>
public readonly record struct AttemptKind(AttemptResult Result, FailureReason Reason);
