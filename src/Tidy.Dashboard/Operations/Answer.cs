using Microsoft.AspNetCore.Http;
using Tidy.Core;

namespace Tidy.Dashboard.Operations;

/// <summary>What the page is told.</summary>
internal sealed record Answer(IReadOnlyList<Message> Messages)
{
    public static IResult Of(IReadOnlyList<Message> messages) => Results.Json(new Answer(messages), DashboardJson.Default.Answer);

    public static IResult Refused(int status, string why) => Failed(status, Codes.DashboardRefused, why);

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
