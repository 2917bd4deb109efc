using Tidy.Core.Platform;

namespace Tidy.Core.Moving;

/// <summary>A move that did not happen: the class, the raw code it comes from, and a sentence for a person.</summary>
/// <param name="Call">The system call that failed, e.g. <c>renameat2</c>, or <c>probe</c> when the file was found in use before any call.</param>
public sealed record Failure(FailureReason Reason, OsCode Code, string Call, string Message);
