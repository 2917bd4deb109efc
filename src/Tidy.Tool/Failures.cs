using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Planning;
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
            return End(target, FindingOf(e, target), e.Exit, target.Verbose ? e.InnerException : null);
        }
        catch (CommandParsingException e)
        {
            return End(target, Error(Codes.Usage, UsageProblem.Of(e)), ExitCode.Usage);
        }
        catch (OperationCanceledException)
        {
            return End(target, Error(Codes.Cancelled, "Cancelled. What was moved until then is in the journal; the next run goes on from there."), ExitCode.Cancelled);
        }
        catch (Exception e)
        {
            string hint = target.Verbose ? "" : " (--verbose shows where)";
            return End(target, Error(Codes.Unexpected, $"Unexpected: {e.Message}{hint}"), ExitCode.Unexpected, target.Verbose ? e : null);
        }
    }

    private static Finding Error(string code, string message) => new(code, FindingLevel.Error, Path: null, message);

    /// <summary>A finding with a place says it beside its message, and each format where it belongs.</summary>
    private static Finding FindingOf(TidyException e, FailureTarget target) => Error(e.Code, MessageOf(e)) with
    {
        Path = e.Place is { } place ? target.Root()?.NameOf(place.Path) ?? place.Path : null,
        Line = e.Place?.Line,
        Column = e.Place?.Column,
    };

    private static string MessageOf(TidyException e) =>
        e.Place is { } place && e.Message.StartsWith(place.Prefix, StringComparison.Ordinal) ? e.Message[place.Prefix.Length..] : e.Message;

    private static ExitCode End(FailureTarget target, Finding finding, ExitCode exit, Exception? trace = null)
    {
        FailureReport.Write(target, finding, exit);
        if (trace is not null)
            target.Console.Error.Write(trace + "\n");
        return exit;
    }
}
