using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool;

/// <summary>Makes the process's exit code from what a run says and how lenient or strict its caller is.</summary>
internal static class ExitCodes
{
    /// <summary>From the worst to the best.</summary>
    private static ReadOnlySpan<ExitCode> Precedence =>
    [
        ExitCode.Cancelled, ExitCode.Unexpected, ExitCode.Busy, ExitCode.Usage, ExitCode.Pending, ExitCode.Findings, ExitCode.Done,
    ];

    public static ExitCode Worst(ExitCode one, ExitCode other) =>
        Precedence.IndexOf(one) <= Precedence.IndexOf(other) ? one : other;

    /// <param name="cancelled">The run was asked to stop before it was through.</param>
    public static ExitCode Of(RunResult result, ExitPolicy policy, bool cancelled)
    {
        ExitCode code = result.Exit switch
        {
            ExitCode.Pending when policy.AllowPending => ExitCode.Done,
            ExitCode.Findings when result.Command == RunCommand.Plan => ExitCode.Done,
            var said => said,
        };
        if (policy.Check && WouldMove(result, policy.Strict))
            code = Worst(code, ExitCode.Findings);
        if (policy.Strict && (policy.Check || result.Command == RunCommand.Verify) && HasWarnings(result))
            code = Worst(code, ExitCode.Findings);
        return cancelled ? Worst(code, ExitCode.Cancelled) : code;
    }

    /// <summary>A queued file is known and waiting: it makes a check fail only when that is asked for.</summary>
    private static bool WouldMove(RunResult result, bool strict)
    {
        foreach (Outcome outcome in result.Entries)
        {
            if (outcome.Status == EntryStatus.Planned && (strict || outcome.Pending is null))
                return true;
        }

        return false;
    }

    private static bool HasWarnings(RunResult result)
    {
        if (result.Queue.Total > 0)
            return true;
        foreach (Finding finding in result.Findings)
        {
            if (finding.Level != FindingLevel.Note)
                return true;
        }

        return false;
    }
}
