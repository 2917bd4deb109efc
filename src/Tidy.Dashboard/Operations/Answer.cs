using Microsoft.AspNetCore.Http;
using Tidy.Core;

namespace Tidy.Dashboard.Operations;

/// <summary>What the page is told.</summary>
internal sealed record Answer(IReadOnlyList<Message> Messages)
{
    public static IResult Of(IReadOnlyList<Message> messages) => Results.Json(new Answer(messages), DashboardJson.Default.Answer);

    /// <summary>A person who opened an address reads it as text; a script has it as any other answer.</summary>
    public static IResult Refused(HttpRequest request, int status, string why) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
        ? Results.Text($"{Codes.DashboardRefused}: {why}\n", "text/plain; charset=utf-8", statusCode: status)
        : Failed(status, Codes.DashboardRefused, why);

    public static IResult Failed(TidyException e) => Failed(StatusOf(e.Exit), e.Code, e.Message);

    private static IResult Failed(int status, string code, string text) =>
        Results.Json(new Answer([new Message(code, "error", text)]), DashboardJson.Default.Answer, statusCode: status);

    private static int StatusOf(ExitCode exit) => exit switch
    {
        ExitCode.Usage => StatusCodes.Status400BadRequest,
        ExitCode.Busy => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status500InternalServerError,
    };
}
