using Tidy.Core.Planning;

namespace Tidy.Core.Scheduling;

/// <summary>How a registration was found.</summary>
/// <param name="Problems">Why it will not run (errors), or less often than one may think (warnings).</param>
public sealed record SchedulerLook(Registration State, params IReadOnlyList<Finding> Problems)
{
    internal static Finding WillNotRun(string message, string remedy) => new(Codes.WillNotRun, FindingLevel.Error, Path: null, message) { Remedy = remedy };

    internal static Finding MayNotRun(string message, string remedy) => new(Codes.MayNotRun, FindingLevel.Warning, Path: null, message) { Remedy = remedy };
}
