using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Tool.Rendering;

namespace Tidy.Tool;

/// <summary>The one place where an exception becomes a message and an exit code.</summary>
internal static class Failures
{
    /// <summary>Runs <paramref name="body"/>; whatever ends it early is printed to <paramref name="target"/> once.</summary>
    public static ExitCode Guard(FailureTarget target, Func<ExitCode> body)
    {
        try
        {
            return body();
        }
        catch (TidyException e)
        {
            return End(target, e.Code, e.Message, e.Exit, target.Verbose ? e.InnerException : null);
        }
        catch (CommandParsingException e)
        {
            return End(target, Codes.Usage, UsageProblem.Of(e), ExitCode.Usage);
        }
        catch (OperationCanceledException)
        {
            return End(target, Codes.Cancelled, "Cancelled. What was moved until then is in the journal; the next run goes on from there.", ExitCode.Cancelled);
        }
        catch (Exception e)
        {
            string message = $"Unexpected: {e.Message} (--verbose shows where)";
            return End(target, Codes.Unexpected, target.Verbose ? $"Unexpected: {e.Message}" : message, ExitCode.Unexpected, target.Verbose ? e : null);
        }
    }

    private static ExitCode End(FailureTarget target, string code, string message, ExitCode exit, Exception? trace = null)
    {
        FailureReport.Write(target, code, message, exit);
        if (trace is not null)
            target.Console.Error.Write(trace + "\n");
        return exit;
    }
}
