using System.Globalization;
using Tidy.Core.Configuration;

namespace Tidy.Core.Planning;

/// <summary>A wrong rule should not empty a repository: a plan beyond the limits moves nothing at all.</summary>
internal static class Limits
{
    public static Finding? ProblemOf(Plan plan, LimitsConfig limits)
    {
        int moves = 0;
        long bytes = 0;
        foreach (PlanEntry entry in plan.Actions)
        {
            moves++;
            bytes += entry.Stat.Size;
        }

        if (moves > limits.MaxMoves)
            return Problem($"{moves} moves are planned, and limits.maxMoves is {limits.MaxMoves}");
        return bytes > limits.MaxBytes ? Problem($"{bytes} bytes are planned to move, and limits.maxBytes is {limits.MaxBytes}") : null;
    }

    private static Finding Problem(FormattableString what) => new(Codes.OverLimits, FindingLevel.Error, null,
        $"{what.ToString(CultureInfo.InvariantCulture)}: nothing was moved. Look at 'dotnet tidy plan', then correct the rule or raise the limit.");
}
